// SPDX-License-Identifier: MIT
import { kDefaultPrimary, palette } from '../core/color';
import { chooseLocale, isRtl } from '../core/locale';
import type { Chat, Identity, Mount, WidgetConfig } from '../core/types';
import { Launcher } from './launcher';
import { launcherTexts } from './texts';

type Policy = { createScriptURL(url: string): string };
type Listener = (detail: unknown) => void;

const kConfigLimitMs = 10_000;
const kRetryMs = 30_000;

let policy: Policy | undefined;

/** On pages that enforce Trusted Types a script's address needs a policy; ours comes from our own script's address. */
function trusted(url: string): string {
    const types = (window as { trustedTypes?: { createPolicy(name: string, rules: object): Policy } }).trustedTypes;
    policy ??= types?.createPolicy('parley', { createScriptURL: (same: string) => same });
    return policy?.createScriptURL(url) ?? url;
}

/** The widget on one page: launcher at once, chat at first use, and the page's API. */
export class Widget {
    /** What the page may call, as window.Parley. */
    readonly api = {
        open: () => this.guard(() => this.open()),
        close: () => this.guard(() => this.close()),
        toggle: () => this.guard(() => (this.shown ? this.close() : this.open())),
        identify: (identity: Identity) => this.guard(() => this.identify(identity)),
        on: (event: string, listener: Listener) => this.on(event, listener),
    };

    private readonly base: string;
    private readonly launcher: Launcher;
    private readonly listeners = new Map<string, Set<Listener>>();
    private config: WidgetConfig | null = null;
    private chat: Chat | null = null;
    private loading: Promise<void> | null = null;
    private identity: Identity | null = null;
    private shown = false;
    private wanted = false;
    private warned = false;

    constructor(
        private readonly source: URL,
        private readonly key: string,
        private readonly nonce: string,
    ) {
        this.base = new URL('.', source).href.replace(/\/$/, '');
        this.launcher = new Launcher({
            onClick: this.api.toggle,
            onIntent: () => this.guard(() => this.load().catch(() => undefined)),
        });
    }

    start(): void {
        document.body.append(this.launcher.host);
        void this.configure();
        addEventListener('online', () => void this.configure());
    }

    /** Shows the launcher once the server has answered; a server that is down leaves the page as it was. */
    private async configure(): Promise<void> {
        if (this.config) {
            return;
        }
        try {
            const abort = new AbortController();
            const timer = setTimeout(() => abort.abort(), kConfigLimitMs);
            const url = `${this.base}/widget/${encodeURIComponent(this.key)}/config`;
            const response = await fetch(url, { credentials: 'omit', signal: abort.signal });
            clearTimeout(timer);
            if (!response.ok) {
                throw Object.assign(new Error(`HTTP ${response.status}`), { final: response.status === 404 });
            }
            this.config = (await response.json()) as WidgetConfig;
            this.appear(this.config);
        } catch (error) {
            this.warn(error);
            if (!(error as { final?: boolean }).final) {
                setTimeout(() => void this.configure(), kRetryMs);
            }
        }
    }

    private appear(config: WidgetConfig): void {
        const locale = chooseLocale(config.locale);
        const left = /left/.test(config.position ?? '');
        this.launcher.show(palette(config.colors?.primary ?? kDefaultPrimary), launcherTexts(locale), {
            left,
            rtl: isRtl(locale),
        });
        if (this.wanted) {
            this.open();
        } else if (this.awaitsPerson()) {
            void this.load().catch(() => undefined);
        }
    }

    /** A customer who waits for a person hears of the answer on every page, with the chat closed too. */
    private awaitsPerson(): boolean {
        try {
            return /"ticket":"/.test(localStorage.getItem(`parley:${this.key}`) ?? '');
        } catch {
            return false;
        }
    }

    private open(): void {
        this.wanted = true;
        if (this.shown || !this.config) {
            return;
        }
        this.launcher.setBusy(true);
        this.load().then(
            () => {
                this.launcher.setBusy(false);
                if (this.wanted && !this.shown) {
                    this.shown = true;
                    this.launcher.setOpen(true);
                    this.chat?.show();
                    this.emit('open');
                }
            },
            (error) => {
                this.wanted = false;
                this.launcher.setBusy(false);
                this.launcher.setOffline();
                this.warn(error);
            },
        );
    }

    private close(): void {
        this.wanted = false;
        if (this.shown) {
            this.shown = false;
            this.chat?.hide();
            this.launcher.setOpen(false);
            this.emit('close');
        }
    }

    private identify(identity: Identity): void {
        this.identity = identity;
        this.chat?.identify(identity);
    }

    /** Fetches chat.js once; a failed attempt may be repeated. */
    private load(): Promise<void> {
        this.loading ??= this.fetchChat().catch((error: unknown) => {
            this.loading = null;
            throw error;
        });
        return this.loading;
    }

    private async fetchChat(): Promise<void> {
        const page = window as unknown as { __parleyChat?: (mount: Mount) => Chat };
        const config = this.config ?? {};
        const locale = chooseLocale(config.locale);
        const language = locale.slice(0, 2).toLowerCase();
        const own = PARLEY_LANGUAGES.includes(language) ? this.fetchScript(`chat.${language}.js`) : Promise.reject();
        await own.catch(() => this.fetchScript('chat.js'));
        const mount: Mount = {
            base: this.base,
            key: this.key,
            locale,
            host: this.launcher.host,
            root: this.launcher.root,
            config,
            identity: this.identity,
            onClose: this.api.close,
            onUnread: (count) => {
                this.launcher.setUnread(count);
                this.emit('unread', count);
            },
            emit: (event, detail) => this.emit(event, detail),
        };
        this.chat = page.__parleyChat?.(mount) ?? null;
        if (!this.chat) {
            throw new Error('chat.js is not ours');
        }
    }

    private fetchScript(name: string): Promise<void> {
        return new Promise((done, failed) => {
            const script = document.createElement('script');
            script.src = trusted(new URL(`${name}?v=${PARLEY_CHAT_HASH}`, this.source).href);
            script.nonce = this.nonce;
            script.onload = () => done();
            script.onerror = () => failed(new Error(`${name} did not load`));
            document.head.append(script);
        });
    }

    private on(event: string, listener: Listener): () => void {
        const all = this.listeners.get(event) ?? new Set<Listener>();
        this.listeners.set(event, all.add(listener));
        return () => all.delete(listener);
    }

    private emit(event: string, detail?: unknown): void {
        this.listeners.get(event)?.forEach((listener) => {
            try {
                listener(detail);
            } catch (error) {
                console.error(error);
            }
        });
    }

    private guard(action: () => unknown): void {
        try {
            void action();
        } catch (error) {
            this.warn(error);
        }
    }

    /** One line for the page's author, however often it fails. */
    private warn(error: unknown): void {
        if (!this.warned) {
            this.warned = true;
            console.warn('Parley: the chat is not available now.', error);
        }
    }
}
