// SPDX-License-Identifier: MIT
// build.mjs makes a bundle for each language, in which "./current" is that language's file.
export { texts } from './current';
export type { Texts } from './en';

export function fill(text: string, value: string | number): string {
    return text.replace('{}', () => String(value));
}
