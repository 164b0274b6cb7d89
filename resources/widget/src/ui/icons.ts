// SPDX-License-Identifier: MIT

// Paths on a 24 px grid, drawn for this widget; strokes of 2 px.
export const kChat = 'M21 11.5a8 8 0 0 1-8.5 8 9.6 9.6 0 0 1-3.6-.7L4 20.5l1.4-4.2A7.6 7.6 0 0 1 4 11.8 8.3 8.3 0 0 1 12.5 4 8 8 0 0 1 21 11.5Z';
export const kDown = 'm6 9 6 6 6-6';
export const kClose = 'M6 6l12 12M18 6 6 18';
export const kSend = 'M12 19V5m-6.5 6.5L12 5l6.5 6.5';
export const kPerson = 'M12 11.5a3.75 3.75 0 1 0 0-7.5 3.75 3.75 0 0 0 0 7.5ZM5 20c.6-3.6 3.5-5.5 7-5.5s6.4 1.9 7 5.5';
export const kUp = 'M7 11v9H4v-9h3Zm0 0 4-7.5c1.5 0 2.5 1 2.5 2.5v3.5h4.7a2 2 0 0 1 2 2.3l-1 6.5a2 2 0 0 1-2 1.7H7';
export const kClock = 'M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17ZM12 7.5V12l3 2';
export const kCheck = 'm5 12.5 4.5 4.5L19 7.5';

export function icon(data: string): SVGSVGElement {
    const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    const path = document.createElementNS(svg.namespaceURI, 'path') as SVGPathElement;
    const attributes = {
        viewBox: '0 0 24 24',
        fill: 'none',
        stroke: 'currentColor',
        'stroke-width': '2',
        'stroke-linecap': 'round',
        'stroke-linejoin': 'round',
        'aria-hidden': 'true',
    };
    Object.entries(attributes).forEach(([key, value]) => svg.setAttribute(key, value));
    path.setAttribute('d', data);
    svg.append(path);
    return svg;
}
