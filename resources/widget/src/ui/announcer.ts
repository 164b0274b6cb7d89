// SPDX-License-Identifier: MIT
import { h } from './dom';

/** Reads a streamed answer to screen readers sentence by sentence, never half a sentence. */
export class Announcer {
    readonly element = h('div', { class: 'sr', 'aria-live': 'polite', 'aria-atomic': 'false' });
    private pending = '';

    feed(text: string): void {
        this.pending += text;
        const end = /^[\s\S]*[.!?؟。:](?=\s|$)/.exec(this.pending)?.[0];
        if (end) {
            this.pending = this.pending.slice(end.length);
            this.say(end);
        }
    }

    /** The answer is complete: what is left is said too. */
    flush(): void {
        if (this.pending.trim()) {
            this.say(this.pending);
        }
        this.pending = '';
    }

    say(text: string): void {
        this.element.append(h('p', {}, text.replace(/[*_`#>]+|\[(\d+)\]/g, '').trim()));
        while (this.element.childElementCount > 20) {
            this.element.firstElementChild?.remove();
        }
    }
}
