// SPDX-License-Identifier: MIT

/** One JSON value in localStorage; where storage is blocked or full, it lives as long as the page. */
export class Stored<T> {
    private copy: T | null = null;

    constructor(private readonly name: string) {}

    get(): T | null {
        try {
            const text = localStorage.getItem(this.name);
            return text ? (JSON.parse(text) as T) : this.copy;
        } catch {
            return this.copy;
        }
    }

    set(value: T | null): void {
        this.copy = value;
        try {
            if (value) {
                localStorage.setItem(this.name, JSON.stringify(value));
            } else {
                localStorage.removeItem(this.name);
            }
        } catch {
            // private mode, blocked or full: the copy in memory serves this page
        }
    }
}
