// SPDX-License-Identifier: MIT
import type { Item, Transcript } from '../core/transcript';
import { texts } from '../i18n/index';
import { h } from './dom';
import { icon, kDown } from './icons';
import { MessageView, type MessageActions } from './message_view';

const kNearEndPx = 80;

/** The scrolling transcript: greeting, messages, what is going on, and the way back to the newest. */
export class LogView {
    readonly element: HTMLElement;
    private readonly log: HTMLElement;
    private readonly list = h('div', { class: 'list' });
    private readonly newest: HTMLButtonElement;
    private readonly views = new Map<Item, MessageView>();
    private quietTimer = 0;
    private atEnd = true;
    /** As it was when it was last drawn: what opens above or below since then has not moved the reader. */
    private height = 0;

    constructor(
        private readonly transcript: Transcript,
        private readonly actions: MessageActions,
        intro: HTMLElement,
        activity: HTMLElement,
    ) {
        this.log = h(
            'div',
            { class: 'log', role: 'log', 'aria-live': 'polite', 'aria-label': texts.log, tabindex: 0 },
            intro,
            this.list,
            activity,
        );
        this.newest = h(
            'button',
            { type: 'button', class: 'newest', hidden: true, onclick: () => this.toEnd(true) },
            icon(kDown),
            texts.newest,
        );
        this.log.addEventListener('scroll', () => {
            this.atEnd = this.nearEnd();
            this.newest.hidden ||= this.atEnd;
        });
        // What opens below, a phone's keyboard too, must not cover what was being read.
        new ResizeObserver(() => {
            this.height = this.log.clientHeight;
            this.atEnd && this.toEnd(false);
        }).observe(this.log);
        this.element = h('div', { class: 'log-frame' }, this.log, this.newest);
    }

    /** Brings the view up to date; item null: everything. Only what differs is touched. */
    update(item: Item | null): void {
        const stick = this.nearEnd();
        const view = item && this.views.get(item);
        if (view && item.state === 'streaming') {
            view.update(this.isFirst(this.transcript.items.indexOf(item)));
        } else {
            const finishing = item?.state === 'done' && view;
            if (finishing || !item) {
                this.quiet();
            }
            this.arrange(item);
        }
        if (stick || item?.state === 'sending') {
            this.toEnd(false);
        } else if (item && item.message.sender !== 'user') {
            this.newest.hidden = false;
        }
    }

    /** Changes that follow at once are not read out: they were, or they are history. */
    quiet(): void {
        this.log.setAttribute('aria-live', 'off');
        clearTimeout(this.quietTimer);
        this.quietTimer = window.setTimeout(() => this.log.setAttribute('aria-live', 'polite'), 600);
    }

    keepAtEnd(): void {
        if (this.nearEnd()) {
            this.toEnd(false);
        }
    }

    toEnd(smooth: boolean): void {
        this.newest.hidden = true;
        this.log.scrollTo({ top: this.log.scrollHeight, behavior: smooth ? 'smooth' : 'auto' });
    }

    private arrange(changed: Item | null): void {
        const { items } = this.transcript;
        let place: Element | null = this.list.firstElementChild;
        items.forEach((item, i) => {
            let view = this.views.get(item);
            const isNew = !view;
            view ??= new MessageView(item, this.actions);
            this.views.set(item, view);
            if (isNew || item === changed || view.element.classList.contains('first') !== this.isFirst(i)) {
                view.update(this.isFirst(i));
            }
            if (view.element === place) {
                place = place.nextElementSibling;
            } else {
                this.list.insertBefore(view.element, place);
            }
        });
        this.views.forEach((view, item) => {
            if (!items.includes(item)) {
                view.element.remove();
                this.views.delete(item);
            }
        });
    }

    private isFirst(index: number): boolean {
        const mine = this.transcript.items[index]?.message;
        const before = this.transcript.items[index - 1]?.message;
        return mine?.sender !== before?.sender || mine?.author?.name !== before?.author?.name;
    }

    private nearEnd(): boolean {
        const { scrollHeight, scrollTop } = this.log;
        return scrollHeight - scrollTop - this.height < kNearEndPx;
    }
}
