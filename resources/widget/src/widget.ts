// SPDX-License-Identifier: MIT
// The loader: <script src="…/widget.js" data-tenant="PUBLIC_KEY" async></script>. It draws the launcher and
// fetches the chat when it is wanted. Whatever goes wrong here must not reach the page.
import { Widget } from './loader/widget';

const kMark = '__parley';

function start(): void {
    const page = window as unknown as Record<string, unknown>;
    const current = document.currentScript;
    const isScript = current instanceof HTMLScriptElement;
    const script = isScript ? current : document.querySelector<HTMLScriptElement>('script[data-tenant]');
    const key = script?.dataset.tenant;
    if (!script || !key || page[kMark]) {
        return;
    }
    page[kMark] = true;
    const widget = new Widget(new URL(script.src, location.href), key, script.nonce ?? '');
    page.Parley = widget.api;
    if (document.body) {
        widget.start();
    } else {
        addEventListener('DOMContentLoaded', () => widget.start());
    }
}

try {
    start();
} catch (error) {
    console.warn('Parley: the chat is not available.', error);
}
