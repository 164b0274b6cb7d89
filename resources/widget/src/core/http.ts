// SPDX-License-Identifier: MIT

/** A refused or failed request. status 0: no answer at all. */
export class ApiError extends Error {
    constructor(
        readonly status: number,
        readonly code: string,
        /** Seconds the server asks to wait, 0 when it names none. */
        readonly retryAfter = 0,
    ) {
        super(code);
    }
}

const kLimitMs = 20_000;

/** fetch that answers only with success. `stream`: no limit on the whole, the reader watches for silence itself. */
export async function request(url: string, init: RequestInit, stream = false): Promise<Response> {
    const abort = new AbortController();
    const outer = init.signal;
    const stop = (): void => abort.abort();
    if (outer?.aborted) {
        stop();
    }
    outer?.addEventListener('abort', stop);
    const timer = setTimeout(stop, kLimitMs);
    let response: Response;
    try {
        response = await fetch(url, { ...init, signal: abort.signal, credentials: 'omit', cache: 'no-store' });
    } catch {
        throw new ApiError(0, 'network');
    } finally {
        // The headers are there; a short body follows at once, a stream lives on until its reader stops it.
        clearTimeout(timer);
        if (!stream) {
            outer?.removeEventListener('abort', stop);
        }
    }
    if (!response.ok) {
        const problem = (await response.json().catch(() => null)) as { code?: string } | null;
        throw new ApiError(response.status, problem?.code ?? '', Number(response.headers.get('Retry-After')) || 0);
    }
    return response;
}

export function json(body: unknown, headers: Record<string, string> = {}): RequestInit {
    return { method: 'POST', headers: { 'Content-Type': 'application/json', ...headers }, body: JSON.stringify(body) };
}
