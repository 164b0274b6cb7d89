// SPDX-License-Identifier: MIT

type Child = Node | string | null | undefined | false;
type Props = Record<string, string | number | boolean | EventListener | ((event: never) => void) | undefined>;

/** Makes an element: functions become listeners ("onclick"), true an empty attribute, false and undefined none. */
export function h<K extends keyof HTMLElementTagNameMap>(
    tag: K,
    props: Props = {},
    ...children: Child[]
): HTMLElementTagNameMap[K] {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(props)) {
        if (typeof value === 'function') {
            element.addEventListener(name.slice(2), value as EventListener);
        } else if (value !== false && value !== undefined) {
            element.setAttribute(name, value === true ? '' : String(value));
        }
    }
    element.append(...(children.filter((child) => child || child === '') as (Node | string)[]));
    return element;
}

/** Sets text only where it differs, so that screen readers hear only changes. */
export function setText(element: HTMLElement, text: string): void {
    if (element.textContent !== text) {
        element.textContent = text;
    }
}
