// SPDX-License-Identifier: MIT
import { fill, texts } from '../i18n/index';
import { h, setText } from './dom';
import { icon, kPerson, kSend } from './icons';

/** @source api.md: text up to 8,000 code points */
const kLongest = 8000;
const kCounterFrom = 7500;

interface Actions {
    send(text: string): void;
    typing(typing: boolean): void;
    human(): Promise<void>;
}

/** Where the customer writes, and asks for a person. */
export class Composer {
    readonly element: HTMLElement;
    readonly input: HTMLTextAreaElement;
    private readonly sendButton: HTMLButtonElement;
    private readonly counter = h('span', { class: 'counter', role: 'status' });
    private readonly human: HTMLButtonElement;
    private readonly confirm: HTMLElement;
    private readonly problem = h('span', { class: 'error', role: 'alert' });

    constructor(
        private readonly actions: Actions,
    ) {
        this.input = h('textarea', {
            rows: 1,
            placeholder: texts.placeholder,
            'aria-label': texts.placeholder,
            enterkeyhint: 'send',
            oninput: () => this.onInput(),
            onblur: () => actions.typing(false),
            onkeydown: (event: KeyboardEvent) => this.onKey(event),
        });
        const onclick = (): void => this.send();
        const send = { type: 'button', class: 'send', 'aria-label': texts.send, onclick };
        this.sendButton = h('button', send, icon(kSend));
        this.human = h(
            'button',
            { type: 'button', class: 'link human', 'aria-expanded': 'false', onclick: () => this.ask(true) },
            icon(kPerson),
            texts.human,
        );
        const yes = (): void => void this.confirmed();
        const no = (): void => this.ask(false);
        this.confirm = h(
            'div',
            { class: 'confirm', role: 'group', 'aria-label': texts.human, hidden: true },
            h('p', {}, texts.humanAsk),
            h('button', { type: 'button', class: 'primary', onclick: yes }, texts.yes),
            h('button', { type: 'button', class: 'plain', onclick: no }, texts.no),
        );
        this.element = h(
            'div',
            { class: 'composer' },
            this.confirm,
            h('div', { class: 'field' }, this.input, this.sendButton),
            h('div', { class: 'tools' }, this.human, this.problem, this.counter),
        );
        this.onInput();
    }

    /** A person has the conversation already: nothing to ask for. */
    setHumanAsked(asked: boolean): void {
        this.human.hidden = asked;
        if (asked && !this.confirm.hidden) {
            this.ask(false, false);
        }
    }

    private send(): void {
        const text = this.input.value.trim();
        if (text && length(text) <= kLongest) {
            this.input.value = '';
            this.onInput();
            this.actions.send(text);
        }
        this.input.focus();
    }

    private onInput(): void {
        const { input } = this;
        const used = length(input.value.trim());
        const left = kLongest - used;
        setText(this.counter, used < kCounterFrom ? '' : fill(left < 0 ? texts.over : texts.left, Math.abs(left)));
        this.counter.classList.toggle('error', left < 0);
        this.sendButton.disabled = used === 0 || left < 0;
        input.toggleAttribute('aria-invalid', left < 0);
        input.style.height = 'auto';
        // Hidden, it has no height to measure; style.css bounds it.
        if (input.scrollHeight) {
            input.style.height = `${input.scrollHeight}px`;
        }
        if (used) {
            this.actions.typing(true);
        }
    }

    private onKey(event: KeyboardEvent): void {
        // While an input method composes, Enter belongs to it.
        if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
            event.preventDefault();
            this.send();
        }
    }

    private ask(open: boolean, focus = true): void {
        this.confirm.hidden = !open;
        this.human.setAttribute('aria-expanded', String(open));
        setText(this.problem, '');
        if (focus) {
            (open ? this.confirm.querySelector('button') : this.human.hidden ? this.input : this.human)?.focus();
        }
    }

    private async confirmed(): Promise<void> {
        this.ask(false, false);
        this.input.focus();
        this.human.disabled = true;
        try {
            await this.actions.human();
        } catch {
            setText(this.problem, texts.error);
        }
        this.human.disabled = false;
    }
}

function length(text: string): number {
    // UTF-16 units bound the code points from above; counting those is worth it only near the limit.
    return text.length < kCounterFrom ? text.length : Array.from(text).length;
}
