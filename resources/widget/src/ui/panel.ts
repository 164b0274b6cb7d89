// SPDX-License-Identifier: MIT
import { texts } from '../i18n/index';
import { h, setText } from './dom';
import { icon, kChat, kClose } from './icons';

const kPhone = '(max-width: 479px)';

/** The window of the chat: header, focus, keyboard, and its size where a phone's keyboard takes half the screen. */
export class Panel {
    readonly element: HTMLElement;
    private readonly state = h('span', { class: 'state-text' });
    private readonly header: HTMLElement;
    private readonly phone = matchMedia(kPhone);

    constructor(
        title: string,
        private readonly onClose: () => void,
    ) {
        const label = texts.close;
        this.header = h(
            'div',
            { class: 'top' },
            h('div', { class: 'avatar' }, icon(kChat)),
            h('div', { class: 'heading' }, h('h2', { id: 'title' }, title), h('div', { class: 'state' }, this.state)),
            h('button', { type: 'button', class: 'icon close', 'aria-label': label, onclick: onClose }, icon(kClose)),
        );
        this.element = h(
            'section',
            { class: 'panel', role: 'dialog', 'aria-labelledby': 'title', hidden: true },
            this.header,
        );
        this.element.addEventListener('keydown', (event) => this.onKey(event));
        window.visualViewport?.addEventListener('resize', () => this.fit());
        window.visualViewport?.addEventListener('scroll', () => this.fit());
        this.phone.addEventListener('change', () => this.fit());
    }

    get shown(): boolean {
        return !this.element.hidden;
    }

    setState(text: string, kind: string): void {
        setText(this.state, text);
        this.header.dataset.link = kind;
    }

    show(): void {
        this.element.hidden = false;
        this.fit();
    }

    hide(): void {
        this.element.hidden = true;
    }

    private fit(): void {
        const { style } = this.element;
        const view = this.phone.matches && this.shown ? window.visualViewport : null;
        this.element.toggleAttribute('aria-modal', false);
        if (this.phone.matches) {
            this.element.setAttribute('aria-modal', 'true');
        }
        style.height = view ? `${view.height}px` : '';
        style.top = view ? `${view.offsetTop}px` : '';
    }

    private onKey(event: KeyboardEvent): void {
        if (event.key === 'Escape' && !event.isComposing) {
            event.stopPropagation();
            this.onClose();
        } else if (event.key === 'Tab' && this.phone.matches) {
            this.keepFocus(event);
        }
    }

    /** Full screen means that nothing else is there to go to. */
    private keepFocus(event: KeyboardEvent): void {
        const all = 'button, textarea, input, a[href], [tabindex]';
        const stops = [...this.element.querySelectorAll<HTMLElement>(all)].filter(
            (stop) => stop.offsetParent && !stop.matches(':disabled'),
        );
        const ends = event.shiftKey ? [stops[0], stops[stops.length - 1]] : [stops[stops.length - 1], stops[0]];
        const root = this.element.getRootNode() as ShadowRoot;
        if (root.activeElement === ends[0]) {
            event.preventDefault();
            ends[1]?.focus();
        }
    }
}
