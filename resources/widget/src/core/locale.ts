// SPDX-License-Identifier: MIT

/** The tenant's fixed locale, else what the browser prefers. */
export function chooseLocale(configured: string | undefined): string {
    return configured && configured !== 'auto' ? configured : navigator.language || 'en';
}

export function isRtl(locale: string): boolean {
    return /^(ar|fa|he|ur|ps|sd|ug|yi)\b/i.test(locale);
}
