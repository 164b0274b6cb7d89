// SPDX-License-Identifier: MIT
import { ApiError, json } from './http';
import type { Session } from './session';
import { readEvents, type SseEvent } from './sse';
import type { Item, Transcript } from './transcript';
import type { Message, Reply, Status, Ticket, Turn } from './types';

const kIdleMs = 60_000;

/** What a turn tells the conversation while it runs. */
export interface TurnSink {
    onNode(node: string): void;
    onStatus(status: Status, ticket: Ticket | null | undefined): void;
    /** Finished sentences, in order, for those who listen rather than look. */
    onSpoken(text: string): void;
}

/** One message of the customer on its way: sent with its key, the answer streamed into the transcript. */
export class TurnRunner {
    /** The server has the message; from here its answer arrives in any case, if not here then as an event. */
    accepted = false;
    /** The answer is there. */
    ended = false;
    private stream: Item | null = null;

    constructor(
        private readonly session: Session,
        private readonly transcript: Transcript,
        private readonly item: Item,
        private readonly sink: TurnSink,
    ) {}

    /** @throws ApiError when the message was not accepted, or the answer was lost */
    async run(locale: string): Promise<void> {
        const { item } = this;
        const response = await this.session.send((now) => {
            const body = { session_id: now.session_id, text: item.message.text, locale };
            const headers = { 'Idempotency-Key': item.idempotencyKey, Accept: 'text/event-stream' };
            return ['/chat/stream', json(body, headers)];
        }, true);
        await readEvents(response, kIdleMs, (event) => this.handle(event));
        if (!this.ended) {
            throw new ApiError(0, 'network');
        }
    }

    /** The answer came by the event link first: what was streamed becomes that message. */
    adopt(message: Message): boolean {
        if (!this.accepted || this.ended || (message.sender !== 'agent' && message.kind !== 'bridge')) {
            return false;
        }
        this.finish(message);
        return true;
    }

    /** Takes back a half streamed answer whose end was lost. */
    abandon(): void {
        if (this.stream && !this.ended) {
            this.transcript.remove(this.stream);
            this.stream = null;
        }
    }

    private handle({ event, data }: SseEvent): void {
        if (event === 'done' || (this.ended && event !== 'reply' && event !== 'bridge')) {
            return;
        }
        const body = JSON.parse(data || '{}') as Record<string, unknown>;
        if (event === 'accepted') {
            this.accepted = true;
            this.transcript.settle(this.item, { ...this.item.message, id: String(body.message_id) });
        } else if (event === 'status') {
            this.sink.onNode(String(body.node));
        } else if (event === 'token') {
            this.append(String(body.text));
        } else if (event === 'reset') {
            this.abandon();
        } else if (event === 'reply' || event === 'bridge' || event === 'held') {
            this.end(body as unknown as Turn);
        } else if (event === 'error') {
            this.abandon();
            throw new ApiError(Number(body.status) || 500, String(body.code));
        }
    }

    private append(text: string): void {
        this.stream ??= this.transcript.addStreaming();
        this.stream.message.text += text;
        this.sink.onSpoken(text);
        this.transcript.changed(this.stream);
    }

    private end(turn: Turn): void {
        if (turn.reply) {
            this.finish(asMessage(turn.reply));
        }
        this.ended = true;
        this.sink.onStatus(turn.status, turn.ticket);
    }

    private finish(message: Message): void {
        this.ended = true;
        if (this.stream) {
            this.transcript.settle(this.stream, message);
        } else {
            this.transcript.merge(message);
        }
        this.stream = null;
    }
}

function asMessage(reply: Reply): Message {
    return {
        id: reply.id,
        sender: 'agent',
        text: reply.text,
        created_ts: '',
        kind: reply.kind === 'bridge' ? 'bridge' : 'text',
        ...(reply.citations && { citations: reply.citations }),
    };
}
