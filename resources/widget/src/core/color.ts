// SPDX-License-Identifier: MIT

type Rgb = [number, number, number];

export const kDefaultPrimary = '#0f5e59';
/** WCAG 2.2 1.4.3, for text of ordinary size. */
const kContrast = 4.5;

function parse(hex: string): Rgb | null {
    const long = hex.trim().replace(/^#(\w)(\w)(\w)$/, '#$1$1$2$2$3$3');
    const found = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(long);
    return found ? (found.slice(1).map((pair) => parseInt(pair, 16)) as Rgb) : null;
}

/** @source WCAG 2.2, "relative luminance" */
function luminance(color: Rgb): number {
    const [r, g, b] = color.map((value) => {
        const part = value / 255;
        return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    }) as Rgb;
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: Rgb, b: Rgb): number {
    const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
    return (high + 0.05) / (low + 0.05);
}

const hex = (color: Rgb): string => `#${color.map((v) => Math.round(v).toString(16).padStart(2, '0')).join('')}`;

/** Moves a colour towards black or white until text in it is readable on the surface. */
function readable(color: Rgb, surface: Rgb): string {
    const target = luminance(surface) > 0.4 ? 0 : 255;
    for (let step = 0; step < 1; step += 0.05) {
        const mixed = color.map((value) => value + (target - value) * step) as Rgb;
        if (contrast(mixed, surface) >= kContrast) {
            return hex(mixed);
        }
    }
    return target ? '#ffffff' : '#000000';
}

/** The tenant's colour and what goes with it; anything that is no colour gives our own. */
export function palette(primary: string | undefined): Record<string, string> {
    const color = parse(primary ?? '') ?? (parse(kDefaultPrimary) as Rgb);
    // Black or white: one of them always reaches 4.58 to 1.
    const onColor = contrast(color, [255, 255, 255]) >= kContrast ? '#ffffff' : '#000000';
    return {
        '--primary': hex(color),
        '--on-primary': onColor,
        '--accent-on-light': readable(color, [240, 242, 244]),
        '--accent-on-dark': readable(color, [42, 46, 52]),
    };
}
