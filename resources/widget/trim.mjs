// SPDX-License-Identifier: MIT
// What the widget never uses of its libraries is left out of the bundle. Every cut names what it expects to find and
// fails the build when a new version of a library no longer has it.
import { readFileSync } from 'node:fs';

function cut(text, pattern, replacement) {
    const result = text.replace(pattern, replacement);
    if (result === text) {
        throw new Error(`trim.mjs: nothing matches ${pattern}; the library has changed`);
    }
    return result;
}

/**
 * marked: the lexer is used, ui/markdown.ts makes the nodes itself; so parser, renderers and the options that are
 * never set (pedantic, extensions, hooks) go.
 */
function trimMarked(text) {
    text = cut(text, /\/\*\*\n \* Renderer\n \*\/[\s\S]*$/, 'export { _Lexer as Lexer };');
    text = cut(text, /this\.options\.pedantic/g, 'false');
    text = cut(text, /this\.options\.gfm/g, 'true');
    text = cut(text, /this\.options\.breaks/g, 'true');
    text = cut(text, /this\.options\.extensions/g, 'null');
    text = cut(text, /this\.options\.silent/g, 'false');
    text = cut(text, /if \(this\.tokens\.links\) \{/, 'if (false) {');
    // HTML, links by reference, indented code and underlined headings are text to us; what marked would have
    // escaped, markdown.ts does.
    text = cut(text, /this\.tokenizer\.(html|tag|def|reflink|code|lheading)\(src[^)]*\)/g, 'null');
    text = cut(text, /\n    (html|tag|def|reflink|code|lheading)\(src[^)]*\) \{[\s\S]*?\n    \}/g, '');
    const rules = /\nconst (html|tag|def|reflink|nolink|reflinkSearch|lheading) = edit\([\s\S]*?\.getRegex\(\);/g;
    text = cut(text, rules, '\nconst $1 = noopTest;');
    text = cut(text, /\nconst blockCode = .*;/, '\nconst blockCode = noopTest;');
    text = cut(text, /\nconst _tag = [\s\S]*?;/, "\nconst _tag = 'a^';");
    text = cut(text, /\nfunction escape\$1\(html, encode\) \{[\s\S]*?\n\}/, '\nconst escape$$1 = (html) => html;');
    text = cut(text, /\nconst (block|inline)Pedantic = \{[\s\S]*?\n\};/g, '');
    return cut(text, /,\n    pedantic: (block|inline)Pedantic/g, '');
}

/**
 * DOMPurify: the default allow-lists go, ui/markdown.ts always gives its own. Of SVG and MathML nothing is left, so
 * that their elements are refused even before the allow-list is asked.
 */
function trimPurify(text) {
    text = cut(text, /\n    if \((?:USE_PROFILES|cfg\.(?:ADD|FORBID)_\w+)\) \{[\s\S]*?\n    \}/g, '');
    // Options that are never set, and the hooks that nobody adds.
    const flags = 'SAFE_FOR_TEMPLATES|WHOLE_DOCUMENT|FORCE_BODY|SANITIZE_NAMED_PROPS|IN_PLACE';
    text = cut(text, new RegExp(`\\n *(?:let )?(?:${flags}) = (?:cfg\\.\\w+ \\|\\| )?false;.*`, 'g'), '');
    text = cut(text, new RegExp(`\\b(?:${flags})\\b`, 'g'), 'false');
    const lists = /\nconst (html|svg|mathMl|svgFilters|svgDisallowed|mathMlDisallowed|xml)(\$1)? = freeze\(\[[^\]]*\]\);/g;
    return cut(text, lists, '\nconst $1$2 = [];');
}

export const trimLibraries = {
    name: 'trim-libraries',
    setup(build) {
        const load = (trim) => (args) => ({ contents: trim(readFileSync(args.path, 'utf8')), loader: 'js' });
        build.onLoad({ filter: /marked[\\/]lib[\\/]marked\.esm\.js$/ }, load(trimMarked));
        build.onLoad({ filter: /dompurify[\\/]dist[\\/]purify\.es\.mjs$/ }, load(trimPurify));
    },
};
