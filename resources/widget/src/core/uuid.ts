// SPDX-License-Identifier: MIT

/** A random UUID; also on plain-http pages, where crypto.randomUUID is missing. */
export function uuid(): string {
    if ('randomUUID' in crypto) {
        return crypto.randomUUID();
    }
    const hex = Array.from((crypto as Crypto).getRandomValues(new Uint8Array(16)), (byte, i) =>
        (i === 6 ? (byte & 15) | 64 : i === 8 ? (byte & 63) | 128 : byte).toString(16).padStart(2, '0'),
    ).join('');
    return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
