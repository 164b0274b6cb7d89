// SPDX-License-Identifier: MIT
import type { Message } from './types';
import { uuid } from './uuid';

export type ItemState = 'sending' | 'sent' | 'failed' | 'streaming' | 'done';

/** One line of the conversation; `message.id` is empty until the server has named it. */
export interface Item {
    message: Message;
    state: ItemState;
    /** Of a message being sent: stays the same over every retry. */
    idempotencyKey: string;
    rating: number;
}

const now = (): string => new Date().toISOString();

/** The conversation as shown: every message once, in the server's order, what is not yet stored last. */
export class Transcript {
    items: Item[] = [];

    constructor(private readonly onChange: (item: Item | null) => void) {}

    get lastSeq(): number {
        return Math.max(0, ...this.items.map((item) => item.message.seq ?? 0));
    }

    /** Another conversation: all that the server had is forgotten, what is still to be sent stays. */
    reset(): void {
        this.items = this.items.filter((item) => item.state === 'sending' || item.state === 'failed');
        this.onChange(null);
    }

    addPending(text: string): Item {
        return this.add({ id: '', sender: 'user', text, created_ts: now(), kind: 'text' }, 'sending');
    }

    addStreaming(): Item {
        return this.add({ id: '', sender: 'agent', text: '', created_ts: now(), kind: 'text' }, 'streaming');
    }

    /** A message from the server: new, known already, or the stored form of one that is shown unstored. */
    merge(message: Message): Item | null {
        if (message.kind === 'note') {
            return null;
        }
        const known = this.items.find((item) => item.message.id === message.id) ?? this.unstored(message);
        return known ? this.settle(known, message) : this.add(message, 'done');
    }

    /** Gives an item its stored form; a second item of the same message (the two streams race) goes. */
    settle(item: Item, message: Message): Item {
        const twin = this.items.find((other) => other !== item && other.message.id === message.id);
        if (twin) {
            this.remove(item);
            item = twin;
        }
        const citations = message.citations ?? item.message.citations;
        const created_ts = message.created_ts || item.message.created_ts;
        item.message = { ...item.message, ...message, created_ts, ...(citations && { citations }) };
        item.state = item.message.sender === 'user' ? 'sent' : 'done';
        this.sort();
        this.onChange(item);
        return item;
    }

    remove(item: Item): void {
        this.items = this.items.filter((other) => other !== item);
        this.onChange(null);
    }

    changed(item: Item): void {
        this.onChange(item);
    }

    private unstored(message: Message): Item | undefined {
        return this.items.find((item) => {
            const mine = item.message;
            const sameSender = mine.sender === message.sender && !mine.id;
            return sameSender && (message.sender === 'user' ? mine.text === message.text : item.state === 'streaming');
        });
    }

    private add(message: Message, state: ItemState): Item {
        const created_ts = message.created_ts || now();
        const item: Item = { message: { ...message, created_ts }, state, idempotencyKey: uuid(), rating: 0 };
        this.items.push(item);
        this.sort();
        this.onChange(item);
        return item;
    }

    private sort(): void {
        const place = (item: Item): number => item.message.seq || Infinity;
        // Array.sort is stable: what has no number yet keeps the order it was written in.
        this.items.sort((a, b) => (place(a) === place(b) ? 0 : place(a) - place(b)));
    }
}
