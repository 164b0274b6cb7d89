// SPDX-License-Identifier: MIT
// The daemon's contract, as far as a customer sees it. Field names are the wire's.

export type Status = 'open' | 'waiting_for_agent' | 'with_agent' | 'closed';

export interface Citation {
    document_id: string;
    title: string;
    snippet: string;
    score: number;
    page?: number | null;
}

export interface Message {
    id: string;
    session_id?: string;
    seq?: number;
    sender: 'user' | 'agent' | 'supporter' | 'system';
    author?: { id?: string; name?: string } | null;
    text: string;
    created_ts: string;
    kind: 'text' | 'bridge' | 'resolution' | 'note' | 'event';
    citations?: Citation[];
}

export interface Ticket {
    id: string;
    reference: string;
    status: string;
    /** While it waits: its place in the queue, and how long that may take. */
    position?: number;
    expected_wait_s?: number;
    /** Nobody is there: an e-mail address would say where the answer goes. */
    asks_email?: boolean;
    /** While it waits: nobody is there. */
    away?: boolean;
}

/** What is known of the waiting. */
export type Place = { [Name in keyof Ticket]?: Ticket[Name] | undefined };

export interface Reply {
    id: string;
    text: string;
    kind: 'answer' | 'clarify' | 'bridge';
    citations?: Citation[];
}

export interface Turn {
    session_id: string;
    message_id: string;
    status: Status;
    reply: Reply | null;
    ticket?: Ticket | null;
}

export interface SessionView {
    status: Status;
    messages: Message[];
    ticket?: Ticket | null;
}

export interface SessionStart extends SessionView {
    session_id: string;
    token: string;
    resume_token: string;
}

/** Fields of the requests and events that the interfaces above do not name. */
export interface Fields {
    message_id: string;
    rating: number;
    reason: string;
    email: string;
    typing: boolean;
    from: string;
    node: string;
    retracted: boolean;
}

export interface Identity {
    user_id?: string;
    user_email?: string;
    user_hash?: string;
}

export interface WidgetConfig {
    tenant_name?: string;
    title?: string;
    greeting?: string;
    colors?: { primary?: string };
    position?: string;
    locale?: string;
    suggested_questions?: string[];
    ask_email?: boolean;
}

/** What the loader hands to the chat when it is first opened. */
export interface Mount {
    base: string;
    key: string;
    locale: string;
    host: HTMLElement;
    root: ShadowRoot;
    config: WidgetConfig;
    identity: Identity | null;
    /** The customer closed the chat (button or Esc). */
    onClose(): void;
    onUnread(count: number): void;
    emit(event: string, detail?: unknown): void;
}

export interface Chat {
    show(): void;
    hide(): void;
    identify(identity: Identity): void;
}
