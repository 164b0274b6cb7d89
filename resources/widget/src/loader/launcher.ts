// SPDX-License-Identifier: MIT
import { icon, kChat, kDown } from '../ui/icons';
import css from './launcher.css';
import type { LauncherTexts } from './texts';

interface Actions {
    onClick(): void;
    /** The pointer or the focus is on the button: a click may follow. */
    onIntent(): void;
}

/** The round button, and the shadow root in which everything of the widget lives. */
export class Launcher {
    readonly host = document.createElement('parley-chat');
    readonly root = this.host.attachShadow({ mode: 'open' });
    private readonly button = document.createElement('button');
    private readonly badge = document.createElement('span');
    private texts: LauncherTexts | null = null;
    private isOpen = false;
    private unread = 0;

    constructor(actions: Actions) {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(css);
        this.root.adoptedStyleSheets = [sheet];
        this.button.type = 'button';
        this.button.className = 'launcher';
        this.button.hidden = true;
        this.button.addEventListener('click', actions.onClick);
        this.button.addEventListener('pointerenter', actions.onIntent);
        this.button.addEventListener('focus', actions.onIntent);
        this.badge.className = 'badge';
        this.badge.hidden = true;
        this.badge.setAttribute('aria-hidden', 'true');
        this.button.append(icon(kChat), icon(kDown), this.badge);
        this.button.setAttribute('aria-haspopup', 'dialog');
        this.root.append(this.button);
    }

    show(colors: Record<string, string>, texts: LauncherTexts, side: { left: boolean; rtl: boolean }): void {
        for (const [name, value] of Object.entries(colors)) {
            this.host.style.setProperty(name, value);
        }
        this.texts = texts;
        this.host.dir = side.rtl ? 'rtl' : 'ltr';
        this.host.toggleAttribute('data-left', side.left);
        this.button.hidden = false;
        this.label();
    }

    setOpen(open: boolean): void {
        this.isOpen = open;
        this.button.classList.toggle('is-open', open);
        this.button.classList.remove('is-offline');
        this.label();
        if (!open) {
            this.button.focus({ preventScroll: true });
        }
    }

    setBusy(busy: boolean): void {
        this.button.setAttribute('aria-busy', String(busy));
    }

    setOffline(): void {
        this.button.classList.add('is-offline');
        this.label(this.texts?.offline);
    }

    setUnread(count: number): void {
        this.unread = count;
        this.badge.hidden = count === 0;
        this.badge.textContent = count > 9 ? '9+' : String(count);
        this.label();
    }

    private label(special?: string): void {
        const { texts } = this;
        if (texts) {
            const plain = this.isOpen ? texts.close : texts.open;
            const more = this.unread ? `, ${texts.unread.replace('{}', String(this.unread))}` : '';
            this.button.setAttribute('aria-label', special ?? plain + more);
            this.button.title = special ?? '';
            this.button.setAttribute('aria-expanded', String(this.isOpen));
        }
    }
}
