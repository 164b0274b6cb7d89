// SPDX-License-Identifier: MIT
import { ApiError } from './http';
import { readEvents, type SseEvent } from './sse';

export type LinkState = 'idle' | 'connecting' | 'online' | 'offline';

const kIdleMs = 75_000;
const kFirstDelayMs = 500;
const kLongestDelayMs = 15_000;

/** Wait before attempt n (0 = first retry): doubles up to 15 s, jittered so that clients do not return in step. */
export function backoffMs(attempt: number, random = Math.random()): number {
    return Math.min(kLongestDelayMs, kFirstDelayMs * 2 ** attempt) * (0.5 + random / 2);
}

/** Keeps one live event stream open, resuming after the last event seen. */
export class EventLink {
    /** Sequence number of the last event seen. */
    after = 0;
    private run: AbortController | null = null;
    private wake: (() => void) | null = null;

    constructor(
        private readonly open: (after: number, signal: AbortSignal) => Promise<Response>,
        private readonly onEvent: (event: SseEvent) => void,
        private readonly onState: (state: LinkState) => void,
    ) {}

    start(): void {
        if (!this.run) {
            this.run = new AbortController();
            void this.loop(this.run.signal);
        }
    }

    stop(): void {
        this.run?.abort();
        this.run = null;
        this.wake?.();
        this.onState('idle');
    }

    /** Does not wait any longer for the next attempt (the browser is online again, the page visible). */
    kick(): void {
        this.wake?.();
    }

    private async loop(signal: AbortSignal): Promise<void> {
        this.onState('connecting');
        for (let attempt = 0; !signal.aborted; attempt++) {
            let wait = 0;
            try {
                const response = await this.open(this.after, signal);
                attempt = 0;
                this.onState('online');
                await readEvents(response, kIdleMs, (event) => {
                    this.after = Math.max(this.after, Number(event.id) || 0);
                    this.onEvent(event);
                });
            } catch (error) {
                wait = error instanceof ApiError ? error.retryAfter * 1000 : 0;
            }
            if (!signal.aborted) {
                // A link that ended may be back at once; only what fails again is a lost connection.
                this.onState(attempt ? 'offline' : 'connecting');
                await this.pause(Math.max(wait, backoffMs(attempt)));
            }
        }
    }

    private pause(ms: number): Promise<void> {
        return new Promise((done) => {
            const timer = setTimeout(done, ms);
            this.wake = () => {
                clearTimeout(timer);
                done();
            };
        });
    }
}
