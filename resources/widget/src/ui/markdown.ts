// SPDX-License-Identifier: MIT
import DOMPurify from 'dompurify';
import { Lexer, type Token, type Tokens } from 'marked';

/** Text for HTML; entities that the author wrote stay what they are. */
const escape = (text: string): string =>
    text.replace(/&(?!#?\w+;)|[<>"']/g, (char) => `&#${char.charCodeAt(0)};`);

const kOptions = { gfm: true, breaks: true };

const kRules = {
    ALLOWED_TAGS: 'a strong em del code pre p br ul ol li blockquote hr table tr th td'.split(' '),
    ALLOWED_ATTR: ['href', 'start'],
    ALLOWED_URI_REGEXP: /^(?:https?:\/\/|mailto:|tel:)/i,
    ALLOW_DATA_ATTR: false,
    ALLOW_ARIA_ATTR: false,
    RETURN_DOM_FRAGMENT: true as const,
};

/** Markdown as safe DOM nodes: HTML is shown as it was typed, and the sanitiser lets only the tags above through. */
export function renderMarkdown(text: string): DocumentFragment {
    const fragment = DOMPurify.sanitize(htmlOf(new Lexer(kOptions).lex(text)), kRules);
    fragment.querySelectorAll('a').forEach((link) => {
        if (link.hasAttribute('href')) {
            link.target = '_blank';
            link.rel = 'noopener noreferrer';
        } else {
            link.replaceWith(...link.childNodes);
        }
    });
    // Wide content scrolls by itself, and the keyboard must reach it.
    fragment.querySelectorAll('pre, table').forEach((wide) => wide.setAttribute('tabindex', '0'));
    return fragment;
}

function htmlOf(tokens: Token[] | undefined): string {
    return (tokens ?? []).map((token) => tokenHtml(token)).join('');
}

function wrap(tag: string, inner: string, attributes = ''): string {
    return `<${tag}${attributes}>${inner}</${tag}>`;
}

function tokenHtml(token: Token): string {
    const inner = (): string => ('tokens' in token && token.tokens ? htmlOf(token.tokens) : escape(token.raw));
    switch (token.type) {
        case 'paragraph':
            return wrap('p', inner());
        case 'heading':
            // A real heading inside a bubble would break the outline of the page around it.
            return wrap('p', wrap('strong', inner()));
        case 'strong':
        case 'em':
        case 'del':
        case 'blockquote':
            return wrap(token.type, inner());
        case 'code':
            return wrap('pre', wrap('code', escape((token as Tokens.Code).text)));
        case 'codespan':
            return wrap('code', escape(token.raw.replace(/^`+ ?| ?`+$/g, '')));
        case 'list':
            return listHtml(token as Tokens.List);
        case 'table':
            return tableHtml(token as Tokens.Table);
        case 'link':
            return wrap('a', inner(), ` href="${escape((token as Tokens.Link).href)}"`);
        case 'image':
            return escape((token as Tokens.Image).text);
        case 'escape':
            return escape(token.raw.slice(1));
        case 'br':
        case 'hr':
            return `<${token.type}>`;
        case 'space':
        case 'def':
            return '';
        default:
            return inner();
    }
}

function listHtml(list: Tokens.List): string {
    const items = list.items.map((item) => {
        const box = item.task ? (item.checked ? '☑ ' : '☐ ') : '';
        return wrap('li', box + htmlOf(item.tokens));
    });
    return wrap(list.ordered ? 'ol' : 'ul', items.join(''), list.ordered ? ` start="${list.start || 1}"` : '');
}

function tableHtml(table: Tokens.Table): string {
    const row = (cells: Tokens.TableCell[], tag: string): string =>
        wrap('tr', cells.map((cell) => wrap(tag, htmlOf(cell.tokens))).join(''));
    return wrap('table', row(table.header, 'th') + table.rows.map((cells) => row(cells, 'td')).join(''));
}
