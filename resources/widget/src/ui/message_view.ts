// SPDX-License-Identifier: MIT
import type { Item } from '../core/transcript';
import { texts } from '../i18n/index';
import { Citations } from './citations';
import { h } from './dom';
import { icon, kCheck, kUp } from './icons';
import { renderMarkdown } from './markdown';

export interface MessageActions {
    retry(item: Item): void;
    rate(item: Item, rating: number): void;
}

/** One message as it is shown. */
export class MessageView {
    readonly element: HTMLElement;
    private readonly author = h('div', { class: 'author' });
    private readonly body = h('div', { class: 'body' });
    private readonly foot = h('div', { class: 'foot' });
    private citations: Citations | null = null;
    private shownText = '';

    constructor(
        private readonly item: Item,
        private readonly actions: MessageActions,
    ) {
        this.element = h('div', { class: 'message' }, this.author, this.body, this.foot);
        this.update(true);
    }

    /** @param first whether another author spoke before */
    update(first: boolean): void {
        const { message, state } = this.item;
        const { element } = this;
        element.className = `message from-${message.sender} is-${state} kind-${message.kind}`;
        element.classList.toggle('first', first);
        // A growing answer is read out by the announcer; here it would be repeated with every word.
        element.inert = state === 'streaming';
        this.author.replaceChildren(...this.authorLine(first));
        this.updateBody();
        this.foot.replaceChildren(...this.footLine());
    }

    private authorLine(first: boolean): (Node | string)[] {
        const { message } = this.item;
        const name = message.author?.name || (message.sender === 'agent' ? texts.assistant : texts.team);
        if (message.sender === 'user') {
            return [h('span', { class: 'sr' }, `${texts.you}: `)];
        }
        const badge = message.kind === 'resolution' && h('span', { class: 'tag' }, icon(kCheck), texts.resolution);
        return message.sender === 'system' || (!first && !badge) ? [] : [h('span', {}, name), ...(badge ? [badge] : [])];
    }

    private updateBody(): void {
        const { message, state } = this.item;
        const cited = state === 'done' && message.citations?.length;
        if (message.text === this.shownText && (!cited || this.citations)) {
            return;
        }
        this.shownText = message.text;
        if (message.sender === 'user' || message.sender === 'system') {
            this.body.textContent = message.text;
            return;
        }
        this.body.replaceChildren(renderMarkdown(message.text));
        if (cited) {
            this.citations?.element.remove();
            this.citations = new Citations(message.citations ?? []);
            this.citations.link(this.body);
            this.body.after(this.citations.element);
        }
    }

    private footLine(): Node[] {
        const { item } = this;
        const { message, state } = item;
        if (state === 'failed') {
            const onclick = (): void => this.actions.retry(item);
            return [
                h('span', { class: 'error' }, texts.failed),
                h('button', { type: 'button', class: 'link', onclick }, texts.retry),
            ];
        }
        if (state === 'streaming' || message.sender === 'system') {
            return [];
        }
        const time = new Date(message.created_ts);
        const clock = time.toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });
        const stamp = h('time', { datetime: message.created_ts }, clock);
        if (message.sender === 'user') {
            const label = state === 'sending' ? texts.sending : texts.sent;
            return [stamp, h('span', {}, label)];
        }
        return message.sender === 'agent' && message.kind === 'text' ? [stamp, ...this.thumbs()] : [stamp];
    }

    private thumbs(): Node[] {
        const { item } = this;
        const thumb = (rating: number, label: string, name: string): HTMLElement =>
            h(
                'button',
                {
                    type: 'button',
                    class: `thumb ${name}`,
                    'aria-label': label,
                    'aria-pressed': String(item.rating === rating),
                    title: label,
                    onclick: () => this.actions.rate(item, rating),
                },
                icon(kUp),
            );
        const thanks = item.rating ? [h('span', { class: 'thanks' }, texts.thanks)] : [];
        return [thumb(5, texts.helpful, 'good'), thumb(1, texts.unhelpful, 'bad'), ...thanks];
    }
}
