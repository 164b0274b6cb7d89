// SPDX-License-Identifier: MIT
// Bundles the widget: node build.mjs OUT -> OUT/widget.js (the loader) and OUT/chat*.js (one a
// language, loaded at first use).
// Fails when a bundle outgrows its limit, because every customer of every page pays for it.
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build, transform } from 'esbuild';
import { trimLibraries } from './trim.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const out = resolve(process.argv[2] ?? 'dist');
const limits = { loader: 5 * 1024, all: 30 * 1024 };

/** Style sheets travel inside the script: white space between their tokens is not worth its bytes. */
const minifiedCss = {
    name: 'minified-css',
    setup(build_) {
        build_.onLoad({ filter: /\.css$/ }, async (args) => {
            const css = await transform(readFileSync(args.path, 'utf8'), { loader: 'css', minify: true });
            return { contents: css.code.trim(), loader: 'text' };
        });
    },
};

/**
 * The members of our own classes, to be renamed. A name that the browser, the wire or a library uses too is left alone.
 */
function memberNames(folder) {
    const files = readdirSync(folder, { recursive: true }).map(String).filter((file) => file.endsWith('.ts'));
    const texts = files.map((file) => readFileSync(join(folder, file), 'utf8'));
    const libraries = ['typescript/lib/lib.dom.d.ts', 'typescript/lib/lib.es5.d.ts', 'marked/lib/marked.esm.js',
        'dompurify/dist/purify.es.mjs'].map((file) => readFileSync(join('node_modules', file), 'utf8'));
    const wire = readFileSync(join(folder, 'core/types.ts'), 'utf8');
    const taken = new Set([...libraries, wire].join(' ').match(/\w+/g));
    const member = /^ {4}(?:private |readonly |async |get )*(\w{3,})\??(?:\(|: | = )/gm;
    const mine = texts.flatMap((text) => [...text.matchAll(member)].map(([, name]) => name));
    return mine.filter((name) => !taken.has(name));
}

/** A bundle for each language, so that nobody fetches texts in a language he does not read. */
const languages = ['en', 'de', 'es', 'fr', 'ar'];
const oneLanguage = (language) => ({
    name: 'one-language',
    setup(build_) {
        build_.onResolve({ filter: /^\.\/current$/ }, () => ({ path: join(here, `src/i18n/${language}.ts`) }));
    },
});

async function bundle(entry, define = {}, plugins = []) {
    const result = await build({
        entryPoints: [join(here, entry)],
        bundle: true,
        minify: true,
        write: false,
        format: 'iife',
        target: ['chrome109', 'firefox115', 'safari16.4'],
        charset: 'utf8',
        legalComments: 'none',
        banner: { js: '/* Parley, MIT. marked, MIT. DOMPurify, Apache-2.0 or MPL-2.0. */' },
        nodePaths: [join(process.cwd(), 'node_modules')],
        plugins: [minifiedCss, trimLibraries, ...plugins],
        mangleProps: new RegExp(`^(${memberNames(join(here, 'src')).join('|')})$`),
        define,
    });
    return Buffer.from(result.outputFiles[0].contents);
}

const gzipped = (content) => gzipSync(content, { level: 9 }).length;
const chats = new Map();
for (const language of languages) {
    const name = language === 'en' ? 'chat.js' : `chat.${language}.js`;
    chats.set(name, await bundle('src/chat.ts', {}, [oneLanguage(language)]));
}
const hash = createHash('sha256').update(Buffer.concat([...chats.values()])).digest('hex').slice(0, 12);
const loader = await bundle('src/widget.ts', {
    PARLEY_CHAT_HASH: JSON.stringify(hash),
    PARLEY_LANGUAGES: JSON.stringify(languages.slice(1)),
});

const largest = Math.max(...[...chats.values()].map(gzipped));
const size = { loader: gzipped(loader), all: gzipped(loader) + largest };
console.log(`widget.js ${size.loader} bytes gzip; with the largest chat ${size.all}`);
if (size.loader > limits.loader || size.all > limits.all) {
    console.error(`The widget is too large: loader at most ${limits.loader}, all at most ${limits.all} bytes gzip.`);
    process.exit(1);
}
mkdirSync(out, { recursive: true });
writeFileSync(join(out, 'widget.js'), loader);
for (const [name, content] of chats) {
    writeFileSync(join(out, name), content);
}
