// SPDX-License-Identifier: MIT
/** esbuild gives style sheets as text. */
declare module '*.css' {
    const text: string;
    export default text;
}

/** Set by build.mjs: the content hash of the chat bundles, so that caches never mix two versions. */
declare const PARLEY_CHAT_HASH: string;

/** The languages beside English that have a chat.<language>.js. */
declare const PARLEY_LANGUAGES: string[];
