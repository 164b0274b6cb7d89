// SPDX-License-Identifier: MIT
import { EventLink, type LinkState } from './event_link';
import { ApiError, json } from './http';
import { Session } from './session';
import type { SseEvent } from './sse';
import { Transcript, type Item } from './transcript';
import { TurnRunner } from './turn';
import type { Identity, Message, Place, Mount, SessionView, Status, Ticket } from './types';

export interface ConversationView {
    /** An item came or changed; null: the list as a whole. */
    onItem(item: Item | null): void;
    /** Any of the conversation's public fields changed. */
    onState(): void;
    /** A message that nobody asked for just now: by a person, or the rest of a lost answer. */
    onArrived(message: Message): void;
    /** A person took an answer back. */
    onRetracted(): void;
    onSpoken(text: string): void;
}

const kLostAnswerMs = 45_000;
const kTypingMs = 4_000;
const kLongestWaitS = 60;

/** The customer's conversation with the daemon: what it holds, and what one can do with it. */
export class Conversation {
    status: Status = 'open';
    link: LinkState = 'idle';
    ticket: string | undefined;
    /** What is known of the waiting. */
    place: Place = {};
    /** What the server does about the running turn, null when none runs. */
    node: string | null = null;
    supporterTyping = false;
    supporter = '';
    loading = false;
    /** The last turn ended without an answer, and none will come. */
    failed = false;
    /** Seconds until a refused message is sent again, 0 when none waits. */
    waitS = 0;
    readonly transcript: Transcript;
    readonly session: Session;
    private readonly events: EventLink;
    private turn: TurnRunner | null = null;
    private queue: Promise<void> = Promise.resolve();
    /** How often the event link told a status. */
    private updates = 0;
    private typingTimer = 0;
    private typingSentMs = 0;

    constructor(
        mount: Mount,
        private readonly view: ConversationView,
    ) {
        this.locale = mount.locale;
        this.transcript = new Transcript((item) => view.onItem(item));
        this.session = new Session(mount.base, mount.key, mount.locale, mount.identity, (start, changed) => {
            if (changed) {
                this.transcript.reset();
                this.events.after = 0;
            }
            this.load(start);
            this.events.start();
        });
        this.events = new EventLink(
            (after, signal) => this.openEvents(after, signal),
            (event) => this.onEvent(event),
            (state) => {
                this.link = state;
                view.onState();
            },
        );
    }

    private readonly locale: string;

    /** A person has it, or is awaited: the agents are silent. */
    get withPerson(): boolean {
        return this.status === 'with_agent' || this.status === 'waiting_for_agent';
    }

    /** Continues the conversation that this browser knows, if any. */
    async resume(): Promise<void> {
        if (!this.session.credentials) {
            return;
        }
        this.loading = true;
        this.view.onState();
        try {
            await this.reload();
        } catch {
            // The link below keeps trying, and replays from the start.
        } finally {
            this.loading = false;
            this.view.onState();
            this.events.start();
        }
    }

    send(text: string): void {
        const item = this.transcript.addPending(text);
        this.retry(item);
    }

    /** Sends an item (again), after those before it, with the key it had. */
    retry(item: Item): void {
        item.state = 'sending';
        this.transcript.changed(item);
        this.queue = this.queue.then(() => this.deliver(item)).catch(() => undefined);
    }

    async escalate(): Promise<void> {
        const response = await this.session.send((now) => ['/chat/escalate', json({ session_id: now.session_id })]);
        const { ticket } = (await response.json()) as { ticket: Ticket };
        this.setStatus('waiting_for_agent', ticket);
    }

    async leaveEmail(email: string): Promise<void> {
        await this.session.send((now) => ['/chat/email', json({ session_id: now.session_id, email })]);
    }

    async rate(item: Item, rating: number): Promise<void> {
        const before = item.rating;
        item.rating = rating;
        this.transcript.changed(item);
        try {
            const message_id = item.message.id;
            await this.session.send((now) => [
                '/chat/feedback',
                json({ session_id: now.session_id, message_id, rating }),
            ]);
        } catch (error) {
            item.rating = before;
            this.transcript.changed(item);
            throw error;
        }
    }

    /** Tells a waiting person that the customer writes; at most once in four seconds. */
    typing(typing: boolean): void {
        const recent = Date.now() - this.typingSentMs < kTypingMs;
        if (!this.withPerson || !this.session.credentials || (typing ? recent : !this.typingSentMs)) {
            return;
        }
        this.typingSentMs = typing ? Date.now() : 0;
        this.session
            .send((now) => ['/chat/typing', json({ session_id: now.session_id, typing })])
            .catch(() => undefined);
    }

    async identify(identity: Identity): Promise<void> {
        await this.session.identify(identity);
    }

    /** A hidden page gives its connection back (browsers allow six a host), unless a person is awaited. */
    setVisible(visible: boolean): void {
        if (visible && this.session.credentials) {
            this.events.start();
            this.events.kick();
        } else if (!visible && this.status === 'open' && !this.turn) {
            this.events.stop();
        }
    }

    private async deliver(item: Item): Promise<void> {
        const { updates } = this;
        const turn = new TurnRunner(this.session, this.transcript, item, {
            onNode: (node) => this.setNode(node),
            // What the event link has said meanwhile is newer than the end of this turn.
            onStatus: (status, ticket) => this.setStatus(updates === this.updates ? status : this.status, ticket),
            onSpoken: (text) => this.view.onSpoken(text),
        });
        this.turn = turn;
        this.failed = false;
        this.typingSentMs = 0;
        this.setNode(this.withPerson ? null : '');
        try {
            await turn.run(this.locale);
        } catch (error) {
            await this.onLost(turn, item, error);
        }
        this.turn = null;
        this.setNode(null);
    }

    /** Not accepted: offered again. Accepted: the answer comes over the event link. */
    private async onLost(turn: TurnRunner, item: Item, error: unknown): Promise<void> {
        const problem = error instanceof ApiError ? error : new ApiError(0, 'internal');
        turn.abandon();
        if (turn.accepted) {
            if (this.withPerson) {
                return; // stored, and nobody but the person answers
            }
            if (problem.status === 0 || problem.status === 504) {
                this.events.kick();
                await this.until(() => turn.ended, kLostAnswerMs);
            }
            this.failed = !turn.ended;
            return;
        }
        if (problem.status === 429 && problem.retryAfter <= kLongestWaitS) {
            await this.countDown(Math.max(1, problem.retryAfter));
            return this.deliver(item);
        }
        item.state = 'failed';
        this.transcript.changed(item);
    }

    private async countDown(seconds: number): Promise<void> {
        for (this.waitS = seconds; this.waitS > 0; this.waitS--) {
            this.view.onState();
            await new Promise((done) => setTimeout(done, 1000));
        }
        this.view.onState();
    }

    private async until(ready: () => boolean, limitMs: number): Promise<void> {
        for (let waited = 0; waited < limitMs && !ready(); waited += 100) {
            await new Promise((done) => setTimeout(done, 100));
        }
    }

    private async reload(): Promise<void> {
        const response = await this.session.send((now) => [`/session/${now.session_id}`, {}]);
        this.load((await response.json()) as SessionView);
    }

    private load(view: SessionView): void {
        view.messages.forEach((message) => this.transcript.merge(message));
        this.noteSupporter();
        this.events.after = Math.max(this.events.after, this.transcript.lastSeq);
        const { ticket: reference, away } = this.session.credentials ?? {};
        this.setStatus(view.status, view.ticket ?? { reference, away });
    }

    private async openEvents(after: number, signal: AbortSignal): Promise<Response> {
        try {
            return await this.session.send(
                (now) => [
                    `/chat/events?session_id=${now.session_id}&after=${after}`,
                    { signal, headers: { Accept: 'text/event-stream', 'Last-Event-ID': String(after) } },
                ],
                true,
            );
        } catch (error) {
            if (error instanceof ApiError && (error.status === 403 || error.status === 404)) {
                await this.session.renew(this.session.credentials?.token ?? '');
            }
            throw error;
        }
    }

    private onEvent({ event, data }: SseEvent): void {
        const body = JSON.parse(data || '{}') as Record<string, unknown>;
        if (event === 'message.created') {
            this.onMessage(body.message as Message);
        } else if (body.retracted || /retracted/.test(event)) {
            const gone = this.transcript.items.find(({ message }) => message.id === body.message_id);
            if (gone) {
                this.transcript.remove(gone);
                this.view.onRetracted();
            }
        } else if (/updated|place/.test(event)) {
            this.updates++;
            const assignee = body.assignee as { name: string } | null | undefined;
            if (assignee?.name) {
                this.supporter = assignee.name;
            }
            // queue.place has no status: it may come behind what ended the waiting.
            this.setStatus((body.status ?? this.status) as Status, body.ticket as Ticket | null | undefined);
        } else if (event === 'typing' && body.from === 'supporter') {
            this.setTyping(!!body.typing);
        } else if (event === 'resync') {
            void this.reload().catch(() => undefined);
        }
    }

    private onMessage(message: Message): void {
        const known = this.transcript.items.some((item) => item.message.id === message.id);
        const adopted = !known && this.turn?.adopt(message);
        if (!adopted) {
            this.transcript.merge(message);
        }
        if (message.sender === 'supporter') {
            this.setTyping(false);
            this.supporter = message.author?.name ?? this.supporter;
        }
        if (!known && message.sender !== 'user' && message.kind !== 'note') {
            this.view.onArrived(message);
        }
        this.view.onState();
    }

    private noteSupporter(): void {
        const theirs = this.transcript.items.filter(({ message }) => message.sender === 'supporter');
        this.supporter = theirs.pop()?.message.author?.name ?? this.supporter;
    }

    private setStatus(status: Status, ticket?: Place | null): void {
        this.status = status;
        this.ticket = this.withPerson ? (ticket?.reference ?? this.ticket) : undefined;
        this.place = this.withPerson ? { ...this.place, ...ticket } : {};
        this.session.remember(this.ticket, this.place.away);
        if (status !== 'with_agent') {
            this.setTyping(false);
        }
        this.view.onState();
    }

    private setNode(node: string | null): void {
        this.node = node;
        this.view.onState();
    }

    /** A supporter who vanished while typing does not type for ever. */
    private setTyping(typing: boolean): void {
        clearTimeout(this.typingTimer);
        this.supporterTyping = typing;
        if (typing) {
            this.typingTimer = window.setTimeout(() => this.setTyping(false), 2 * kTypingMs);
        }
        this.view.onState();
    }
}
