// SPDX-License-Identifier: MIT
// The parts of the widget that need no browser, bundled from its sources.
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { buildFolder } from './support.mjs';

const kStream = [
    ': a comment',
    '',
    'id: 7',
    'event: token',
    'data: {"text":"über 😀"}',
    '',
    'data: one',
    'data:two',
    'data',
    '',
    'event: done',
    'retry: 5',
    '',
    'data: never finished',
];
const kEvents = [
    { id: '7', event: 'token', data: '{"text":"über 😀"}' },
    { id: '', event: '', data: 'one\ntwo\n' },
    { id: '', event: 'done', data: '' },
];

describe('the widget\'s core', () => {
    let core;

    before(async () => {
        const require = createRequire(join(buildFolder, 'widget/package.json'));
        const files = ['sse', 'event_link', 'transcript', 'color'].map((name) => `export * from './core/${name}';`);
        const resolveDir = join(buildFolder, 'widget/src');
        const { outputFiles } = await require('esbuild').build({
            stdin: { contents: files.join('\n'), resolveDir, loader: 'ts' },
            bundle: true,
            write: false,
            format: 'esm',
        });
        core = await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
    });

    for (const [name, end] of [
        ['LF', '\n'],
        ['CRLF', '\r\n'],
        ['CR', '\r'],
    ]) {
        test(`reads event streams with ${name} wherever they are cut`, () => {
            const bytes = new TextEncoder().encode(kStream.join(end));
            for (let cut = 0; cut <= bytes.length; cut++) {
                const parser = new core.SseParser();
                const decoder = new TextDecoder();
                const read = (part) => parser.feed(decoder.decode(part, { stream: true }));
                assert.deepEqual([...read(bytes.slice(0, cut)), ...read(bytes.slice(cut))], kEvents, `cut at ${cut}`);
            }
        });
    }

    test('waits longer with every failure, up to 15 s, and never in step', () => {
        for (const [attempt, random, expected] of [
            [0, 0, 250],
            [0, 1, 500],
            [3, 0, 2000],
            [3, 1, 4000],
            [4, 1, 8000],
            [5, 1, 15000],
            [5, 0, 7500],
            [1000, 1, 15000],
        ]) {
            assert.equal(core.backoffMs(attempt, random), expected, `attempt ${attempt}, random ${random}`);
        }
    });

    test('keeps the server\'s order, what is not stored yet last', () => {
        const transcript = new core.Transcript(() => undefined);
        const message = (id, seq, sender = 'agent') => ({ id, seq, sender, text: id, created_ts: 't', kind: 'text' });
        const pending = transcript.addPending('mine');
        transcript.merge(message('c', 9));
        transcript.merge(message('a', 2));
        transcript.merge(message('unnumbered', undefined, 'supporter'));
        transcript.merge(message('b', 4));
        const order = () => transcript.items.map(({ message: { text } }) => text).join();
        assert.equal(order(), 'a,b,c,mine,unnumbered');
        transcript.settle(pending, message('mine', 3, 'user'));
        assert.equal(order(), 'a,mine,b,c,unnumbered');
        transcript.merge(message('b', 4));
        assert.equal(transcript.items.length, 5);
        assert.equal(transcript.lastSeq, 9);
    });

    test('takes a stored message for the unstored one that it is', () => {
        const transcript = new core.Transcript(() => undefined);
        const mine = transcript.addPending('hello');
        const stored = { id: 'm1', seq: 1, sender: 'user', text: 'hello', created_ts: 't', kind: 'text' };
        assert.equal(transcript.merge(stored), mine);
        assert.equal(mine.state, 'sent');
        const other = transcript.addPending('hello');
        assert.equal(transcript.items.length, 2);
        transcript.settle(other, { ...stored });
        assert.equal(transcript.items.length, 1);
    });

    test('finds a readable colour for text on and of every primary colour', () => {
        const luminance = (hex) =>
            [1, 3, 5]
                .map((at) => parseInt(hex.slice(at, at + 2), 16) / 255)
                .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
                .reduce((sum, part, i) => sum + part * [0.2126, 0.7152, 0.0722][i], 0);
        const contrast = (a, b) => {
            const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y);
            return (high + 0.05) / (low + 0.05);
        };
        for (let value = 0; value < 0x1000; value += 7) {
            const colors = core.palette(`#${value.toString(16).padStart(3, '0')}`);
            assert.ok(contrast(colors['--primary'], colors['--on-primary']) >= 4.5, JSON.stringify(colors));
            assert.ok(contrast(colors['--accent-on-light'], '#ffffff') >= 4.5, JSON.stringify(colors));
            assert.ok(contrast(colors['--accent-on-dark'], '#1c2025') >= 4.5, JSON.stringify(colors));
        }
    });
});
