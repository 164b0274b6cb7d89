// SPDX-License-Identifier: MIT
import { ApiError } from './http';

export interface SseEvent {
    id: string;
    event: string;
    data: string;
}

/** Splits text/event-stream text into events, wherever the network cut it. @source WHATWG HTML 9.2.6 */
export class SseParser {
    private rest = '';
    private current: SseEvent = { id: '', event: '', data: '' };

    feed(chunk: string): SseEvent[] {
        const events: SseEvent[] = [];
        // A lone CR at the end may be half of a CRLF, so it waits for the next chunk.
        const lines = (this.rest + chunk).split(/\r\n|\n|\r(?!$)/);
        this.rest = lines.pop() ?? '';
        for (const line of lines) {
            if (line === '') {
                if (this.current.data || this.current.event) {
                    events.push({ ...this.current, data: this.current.data.slice(0, -1) });
                }
                this.current = { id: '', event: '', data: '' };
                continue;
            }
            const [, field, value = ''] = /^([^:]*)(?:: ?(.*))?$/s.exec(line) ?? [];
            if (field === 'data') {
                this.current.data += `${value}\n`;
            } else if (field === 'event' || field === 'id') {
                this.current[field] = value;
            }
        }
        return events;
    }
}

/**
 * Reads an event stream to its end.
 * @param idleMs a link that says nothing for so long, not even a comment, is dead
 * @throws ApiError status 0 when the link breaks; what onEvent throws
 */
export async function readEvents(
    response: Response,
    idleMs: number,
    onEvent: (event: SseEvent) => void,
): Promise<void> {
    const reader = response.body?.getReader();
    if (!reader) {
        throw new ApiError(0, 'network');
    }
    const parser = new SseParser();
    const decoder = new TextDecoder();
    for (;;) {
        const idle = setTimeout(() => void reader.cancel().catch(() => undefined), idleMs);
        const { done, value } = await reader.read().catch(() => {
            throw new ApiError(0, 'network');
        });
        clearTimeout(idle);
        if (done) {
            return;
        }
        parser.feed(decoder.decode(value, { stream: true })).forEach(onEvent);
    }
}
