// SPDX-License-Identifier: MIT
import type { Citation } from '../core/types';
import { fill, texts } from '../i18n/index';
import { h } from './dom';
import { icon, kClose } from './icons';

let panels = 0;

/** The sources of an answer: numbered chips, each opening a panel with the passage it stands on. */
export class Citations {
    readonly element: HTMLElement;
    private readonly panel: HTMLElement;
    private readonly chips: HTMLButtonElement[];
    private open = -1;

    constructor(
        private readonly citations: Citation[],
    ) {
        const id = `source-${++panels}`;
        this.panel = h('div', { class: 'source', id, role: 'region', hidden: true });
        this.chips = citations.map((citation, i) =>
            h(
                'button',
                {
                    type: 'button',
                    class: 'chip',
                    'aria-expanded': 'false',
                    'aria-controls': id,
                    'aria-label': `${fill(texts.source, i + 1)}: ${citation.title}`,
                    onclick: () => this.toggle(i),
                },
                h('b', {}, String(i + 1)),
                h('span', {}, citation.title),
            ),
        );
        const list = h('div', { class: 'chips', role: 'group', 'aria-label': texts.sources }, ...this.chips);
        this.element = h('div', { class: 'citations' }, list, this.panel);
    }

    /** Turns "[2]" in the answer's text into a button that opens source 2. */
    link(body: HTMLElement): void {
        const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
        const texts: Text[] = [];
        while (walker.nextNode()) {
            texts.push(walker.currentNode as Text);
        }
        for (const node of texts) {
            if (/\[\d+\]/.test(node.data) && !node.parentElement?.closest('code, a')) {
                node.replaceWith(...node.data.split(/(\[\d+\])/).map((part) => this.marker(part)));
            }
        }
    }

    private marker(part: string): Node | string {
        const index = Number(/^\[(\d+)\]$/.exec(part)?.[1]) - 1;
        if (!this.citations[index]) {
            return part;
        }
        const label = fill(texts.source, index + 1);
        const onclick = (): void => this.toggle(index);
        return h('button', { type: 'button', class: 'ref', 'aria-label': label, onclick }, String(index + 1));
    }

    private toggle(index: number): void {
        this.open = this.open === index ? -1 : index;
        this.chips.forEach((chip, i) => chip.setAttribute('aria-expanded', String(i === this.open)));
        const citation = this.citations[this.open];
        this.panel.hidden = !citation;
        if (citation) {
            this.fill(citation);
        }
    }

    private fill(citation: Citation): void {
        const { panel } = this;
        const close = (): void => {
            const chip = this.chips[this.open];
            this.toggle(this.open);
            chip?.focus();
        };
        const label = texts.closeSource;
        panel.setAttribute('aria-label', citation.title);
        panel.replaceChildren(
            h('button', { type: 'button', class: 'icon', 'aria-label': label, onclick: close }, icon(kClose)),
            h('strong', {}, citation.title),
            h('p', {}, citation.snippet),
            citation.page ? h('small', {}, fill(texts.page, citation.page)) : '',
        );
        panel.scrollIntoView?.({ block: 'nearest' });
    }
}
