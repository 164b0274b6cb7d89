// SPDX-License-Identifier: MIT
import type { Conversation } from '../core/conversation';
import { fill, texts } from '../i18n/index';
import { h, setText } from './dom';
import { icon, kClock, kPerson } from './icons';

/** Says who has the conversation, under the header: waiting, a person, closed; and asks for an e-mail meanwhile. */
export class StatusBar {
    readonly element: HTMLElement;
    private readonly title = h('strong', {});
    private readonly ticket = h('span', { class: 'ticket' });
    private readonly hint = h('span', { class: 'hint' });
    private readonly form: HTMLFormElement;
    private saved = false;

    constructor(
        private readonly askEmail: boolean,
        private readonly leaveEmail: (email: string) => Promise<void>,
    ) {
        const input = h('input', {
            type: 'email',
            required: true,
            autocomplete: 'email',
            placeholder: texts.email,
            'aria-label': texts.email,
        });
        const onsubmit = (event: Event): void => {
            event.preventDefault();
            void this.save(input.value);
        };
        this.form = h(
            'form',
            { class: 'email', onsubmit },
            input,
            h('button', { type: 'submit', class: 'plain' }, texts.save),
        );
        const text = h('div', { role: 'status' }, h('div', { class: 'line' }, this.title, this.ticket), this.hint);
        this.element = h('div', { class: 'status', hidden: true }, icon(kClock), icon(kPerson), text, this.form);
    }

    update({ status, ticket, place, supporter }: Conversation): void {
        this.element.hidden = status === 'open';
        this.element.dataset.status = status;
        const titles = {
            open: '',
            waiting_for_agent: texts.waiting,
            with_agent: fill(texts.withAgent, supporter || texts.team),
            closed: texts.closed,
        };
        setText(this.title, titles[status]);
        setText(this.ticket, ticket ? fill(texts.ticket, ticket) : '');
        const waiting = status === 'waiting_for_agent';
        if (!this.saved || !waiting) {
            const { position, expected_wait_s: wait } = place;
            const minutes = wait ? `, ${Math.ceil(wait / 60)} min` : '';
            const known = position ? fill(texts.place, position + minutes) : '';
            setText(this.hint, waiting ? known + texts.waitingHint : '');
        }
        this.form.hidden = !waiting || !(this.askEmail || place.asks_email) || this.saved;
    }

    private async save(email: string): Promise<void> {
        try {
            await this.leaveEmail(email);
            this.saved = true;
            this.form.hidden = true;
            setText(this.hint, fill(texts.saved, email));
        } catch {
            setText(this.hint, texts.error);
        }
    }
}
