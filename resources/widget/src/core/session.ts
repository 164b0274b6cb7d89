// SPDX-License-Identifier: MIT
import { ApiError, json, request } from './http';
import { Stored } from './storage';
import type { Identity, SessionStart } from './types';

export interface Credentials {
    session_id: string;
    token: string;
    resume_token: string;
    /** Reference of the ticket that waits, kept for the display after a reload. */
    ticket?: string | undefined;
    /** Nobody was there to answer it. */
    away?: boolean | undefined;
}

/** The customer's session: made when first needed, kept in the browser, renewed when its token has lapsed. */
export class Session {
    private readonly stored: Stored<Credentials>;
    private starting: Promise<Credentials> | null = null;

    constructor(
        private readonly base: string,
        private readonly key: string,
        private readonly locale: string,
        private identity: Identity | null,
        private readonly onStart: (start: SessionStart, changed: boolean) => void,
    ) {
        this.stored = new Stored(`parley:${key}`);
    }

    get credentials(): Credentials | null {
        return this.stored.get();
    }

    remember(ticket: string | undefined, away: boolean | undefined): void {
        const now = this.credentials;
        if (now) {
            this.stored.set({ ...now, ticket, away });
        }
    }

    ensure(): Promise<Credentials> {
        const now = this.credentials;
        return now ? Promise.resolve(now) : this.renew('');
    }

    /** Another customer from here on: the open conversation is continued under the new labels. */
    async identify(identity: Identity): Promise<void> {
        this.identity = identity;
        const now = this.credentials;
        if (now) {
            await this.renew(now.token);
        }
    }

    /**
     * Sends a request as the customer; a lapsed token is renewed once.
     * @param build makes the request for the credentials of the moment (a renewal may change the session)
     */
    async send(build: (now: Credentials) => [path: string, init: RequestInit], stream = false): Promise<Response> {
        let now = await this.ensure();
        for (let again = false; ; again = true) {
            const [path, init] = build(now);
            const headers = { ...(init.headers as Record<string, string>), Authorization: `Bearer ${now.token}` };
            try {
                return await request(this.base + path, { ...init, headers }, stream);
            } catch (error) {
                if (again || !(error instanceof ApiError) || error.status !== 401) {
                    throw error;
                }
                now = await this.renew(now.token);
            }
        }
    }

    /** @param lapsed the token that was refused; another tab may have renewed it already */
    renew(lapsed: string): Promise<Credentials> {
        this.starting ??= this.locked(() => this.start(lapsed)).finally(() => (this.starting = null));
        return this.starting;
    }

    /** Resume tokens rotate at use, so two tabs must not use the same one at once. */
    private locked<T>(work: () => Promise<T>): Promise<T> {
        const locks = navigator.locks as LockManager | undefined;
        return locks ? (locks.request(`parley:${this.key}`, work) as Promise<T>) : work();
    }

    private async start(lapsed: string): Promise<Credentials> {
        const old = this.credentials;
        if (old && old.token !== lapsed) {
            return old;
        }
        const body = { ...this.identity, locale: this.locale, resume_token: old?.resume_token };
        const url = `${this.base}/widget/${encodeURIComponent(this.key)}/session`;
        let response: Response;
        try {
            response = await request(url, json(body));
        } catch (error) {
            const refused = error instanceof ApiError && [401, 404, 410].includes(error.status);
            if (!refused || !old) {
                throw error;
            }
            // The resume token has lapsed too: a new conversation, rather than none.
            this.stored.set(null);
            response = await request(url, json({ ...body, resume_token: undefined }));
        }
        const start = (await response.json()) as SessionStart;
        const changed = start.session_id !== old?.session_id;
        const { session_id, token, resume_token } = start;
        const next: Credentials = { ...(changed ? {} : old), session_id, token, resume_token };
        this.stored.set(next);
        this.onStart(start, changed);
        return next;
    }
}
