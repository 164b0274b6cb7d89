// SPDX-License-Identifier: MIT
// The chat itself, fetched by the loader at first use.
import { isRtl } from './core/locale';
import { Conversation } from './core/conversation';
import type { Chat, Identity, Message, Mount } from './core/types';
import { fill, texts } from './i18n/index';
import { Announcer } from './ui/announcer';
import { Composer } from './ui/composer';
import { h, setText } from './ui/dom';
import { LogView } from './ui/log_view';
import { Panel } from './ui/panel';
import { StatusBar } from './ui/status_bar';
import base from './ui/style.css';
import transcript from './ui/transcript.css';
import composer from './ui/composer.css';

const kHiddenGraceMs = 30_000;

class ChatWindow implements Chat {
    private readonly conversation: Conversation;
    private readonly panel: Panel;
    private readonly log: LogView;
    private readonly composer: Composer;
    private readonly status: StatusBar;
    private readonly announcer = new Announcer();
    private readonly intro: HTMLElement;
    private readonly banner = h('div', { class: 'banner', role: 'status', hidden: true });
    private readonly activity = h('div', { class: 'activity', hidden: true, 'aria-live': 'off' });
    private readonly activityText = h('span', {});
    private resumed = false;
    private unread = 0;
    private shownStatus = 'open';
    private hiddenTimer = 0;

    constructor(private readonly mount: Mount) {
        const { config } = mount;
        this.conversation = new Conversation(mount, {
            onItem: (item) => {
                this.log.update(item);
                this.update();
            },
            onState: () => this.update(),
            onArrived: (message) => this.arrived(message),
            onRetracted: () => this.announcer.say(texts.retracted),
            onSpoken: (text) => this.announcer.feed(text),
        });
        this.panel = new Panel(config.title || config.tenant_name || texts.title, mount.onClose);
        this.intro = this.makeIntro(config.greeting || texts.greeting, config.suggested_questions ?? []);
        this.activity.append(h('span', { class: 'dots' }, h('i'), h('i'), h('i')), this.activityText);
        this.log = new LogView(
            this.conversation.transcript,
            {
                retry: (item) => this.conversation.retry(item),
                rate: (item, rating) => void this.rate(this.conversation.rate(item, rating)),
            },
            this.intro,
            this.activity,
        );
        this.composer = new Composer({
            send: (text) => this.conversation.send(text),
            typing: (typing) => this.conversation.typing(typing),
            human: () => this.conversation.escalate(),
        });
        this.status = new StatusBar(Boolean(config.ask_email), (email) => this.conversation.leaveEmail(email));
        this.build();
        if (this.conversation.session.credentials?.ticket) {
            this.resume();
        }
    }

    show(): void {
        this.panel.show();
        this.resume();
        this.setUnread(0);
        this.update();
        this.log.toEnd(false);
        this.composer.input.focus({ preventScroll: true });
    }

    hide(): void {
        this.panel.hide();
    }

    identify(identity: Identity): void {
        this.conversation.identify(identity).catch(() => undefined);
    }

    private build(): void {
        const { panel, mount } = this;
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(base + transcript + composer);
        mount.root.adoptedStyleSheets = [...mount.root.adoptedStyleSheets, sheet];
        panel.element.dir = isRtl(mount.locale) ? 'rtl' : 'ltr';
        panel.element.lang = mount.locale;
        panel.element.append(
            this.banner,
            this.status.element,
            this.log.element,
            this.announcer.element,
            this.composer.element,
        );
        mount.root.prepend(panel.element);
        addEventListener('online', () => this.conversation.setVisible(true));
        addEventListener('offline', () => this.update());
        document.addEventListener('visibilitychange', () => this.onVisibility());
    }

    private resume(): void {
        if (!this.resumed) {
            this.resumed = true;
            this.log.quiet();
            void this.conversation.resume().then(() => this.log.toEnd(false));
        }
    }

    private makeIntro(greeting: string, questions: string[]): HTMLElement {
        const ask = (question: string): HTMLElement =>
            h('button', { type: 'button', class: 'suggestion', onclick: () => this.ask(question) }, question);
        return h(
            'div',
            { class: 'intro' },
            h('div', { class: 'message from-agent first' }, h('div', { class: 'body' }, h('p', {}, greeting))),
            h('div', { class: 'suggestions', role: 'group', 'aria-label': texts.suggestions }, ...questions.map(ask)),
        );
    }

    private ask(question: string): void {
        this.conversation.send(question);
        this.composer.input.focus();
    }

    /** One place draws what follows from the conversation's state. */
    private update(): void {
        const { conversation } = this;
        if (!this.status) {
            return;
        }
        const { link, status, node, transcript } = conversation;
        const offline = link === 'offline' || !navigator.onLine;
        const connecting = link === 'connecting' || conversation.loading;
        const away = status === 'waiting_for_agent' && conversation.place.away;
        const kind = offline ? 'offline' : connecting ? 'connecting' : away ? 'away' : 'online';
        this.panel.setState(texts[kind === 'offline' ? 'connecting' : kind], kind);
        const wait = conversation.waitS ? fill(texts.wait, conversation.waitS) : '';
        setText(this.banner, wait || (offline ? texts.offline : conversation.failed ? texts.error : ''));
        this.banner.hidden = !this.banner.textContent;
        this.intro.classList.toggle('is-quiet', transcript.items.length > 0 || conversation.loading);
        this.status.update(conversation);
        this.composer.setHumanAsked(conversation.withPerson);
        this.updateActivity(node);
        if (node === null) {
            this.announcer.flush();
        }
        if (status !== this.shownStatus) {
            this.shownStatus = status;
            this.mount.emit('status', status);
        }
    }

    private updateActivity(node: string | null): void {
        const { conversation } = this;
        const { items } = conversation.transcript;
        const streaming = items.some((item) => item.state === 'streaming');
        const nodes: Record<string, string> = { retrieve: texts.searching, draft: texts.writing };
        let text = '';
        if (conversation.loading && !items.length) {
            text = texts.loading;
        } else if (conversation.supporterTyping) {
            text = fill(texts.typing, conversation.supporter || texts.team);
        } else if (node !== null && !streaming) {
            text = nodes[node] ?? texts.thinking;
        }
        setText(this.activityText, text);
        this.activity.hidden = !text;
        this.log.keepAtEnd();
    }

    private arrived(message: Message): void {
        this.mount.emit('message', message);
        if (!this.panel.shown || document.hidden) {
            this.setUnread(this.unread + 1);
        }
    }

    private async rate(done: Promise<void>): Promise<void> {
        try {
            await done;
            this.announcer.say(texts.thanks);
        } catch {
            this.announcer.say(texts.error);
        }
    }

    private setUnread(count: number): void {
        this.unread = count;
        this.mount.onUnread(count);
    }

    private onVisibility(): void {
        clearTimeout(this.hiddenTimer);
        if (document.hidden) {
            this.hiddenTimer = window.setTimeout(() => this.conversation.setVisible(false), kHiddenGraceMs);
            return;
        }
        this.conversation.setVisible(true);
        if (this.panel.shown) {
            this.setUnread(0);
        }
    }
}

(window as unknown as { __parleyChat: (mount: Mount) => Chat }).__parleyChat = (mount) => new ChatWindow(mount);
