// The guest files-rust in node: the same paths and the same ways out that Nacre's tests try, through jco's host.

import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _addPreopen, _clearPreopens } from '@bytecodealliance/preview2-shim/filesystem';

const outer = realpathSync(mkdtempSync(join(tmpdir(), 'files-')));
const folder = join(outer, 'inside');
mkdirSync(join(folder, 'sub'), { recursive: true });
writeFileSync(join(folder, 'file'), '0123456789');
writeFileSync(join(outer, 'secret'), 'secret');
_clearPreopens();
_addPreopen('/data', folder);

export default function check({ standard, raw, streams }) {
    try {
        checkStandard(standard);
        checkRaw(raw);
        checkWaysOut(raw);
        checkStreams(streams);
        assert.equal(text('../secret'), 'secret');
    } finally {
        rmSync(outer, { recursive: true });
    }
}

const text = (path) => readFileSync(join(folder, path), 'utf8');

/** What a call fails with. */
function failure(call) {
    try {
        return `fine: ${call()}`;
    } catch (error) {
        return error.payload ?? error;
    }
}

function checkStandard(standard) {
    assert.equal(standard.readText('/data/file'), '0123456789');
    standard.writeText('/data/b', 'one\ntwo\n');
    standard.appendText('/data/b', 'three\n');
    assert.equal(text('b'), 'one\ntwo\nthree\n');
    assert.equal(standard.secondLine('/data/b'), 'two');
    assert.deepEqual(standard.facts('/data/b'), ['file', 14n]);
    assert.equal(standard.copy('/data/b', '/data/c'), 14n);
    standard.resize('/data/c', 3n);
    assert.equal(text('c'), 'one');
    standard.makeFolders('/data/x/y');
    assert.deepEqual(standard.names('/data'), ['b', 'c', 'file', 'sub/', 'x/']);
    standard.rename('/data/c', '/data/x/y/c');
    standard.removeTree('/data/x');
    standard.remove('/data/b');
    assert.deepEqual(standard.names('/data'), ['file', 'sub/']);
    assert.match(failure(() => standard.readText('/data/none')), /No such file/);
}

function checkRaw(raw) {
    assert.deepEqual(raw.granted(), ['/data']);
    assert.equal(raw.open('sub', ''), 'folder');
    assert.equal(raw.open('file', ''), 'file');
    assert.equal(failure(() => raw.open('file', 'd')), 'not-directory');
    assert.equal(failure(() => raw.write('new', '', 'x')), 'no-entry');
    raw.write('new', 'cx', 'first');
    assert.equal(failure(() => raw.write('new', 'cx', 'x')), 'exist');
    raw.write('new', 'ct', 'x');
    assert.equal(text('new'), 'x');
    raw.makeFolder('made');
    assert.equal(failure(() => raw.makeFolder('made')), 'exist');
    raw.removeFolder('made');
    assert.equal(failure(() => raw.removeFolder('made')), 'no-entry');
    raw.rename('new', 'sub/new');
    assert.deepEqual(raw.entries('sub'), [['new', 'file']]);
    raw.removeFile('sub/new');
    raw.symlink('../file', 'sub/link');
    assert.equal(raw.readLink('sub/link'), '../file');
    assert.equal(raw.read('sub/link', 'f'), '0123456789');
    assert.equal(failure(() => raw.read('sub/link', '')), 'loop');
    assert.deepEqual(raw.stat('sub/link', false).slice(0, 1), ['link']);
    raw.removeFile('sub/link');
    assert.deepEqual(raw.linkCounts('file'), [1n, 1n]);
}

/** No path leads out, and none is absolute. */
function checkWaysOut(raw) {
    symlinkSync('../secret', join(folder, 'out'));
    symlinkSync(join(outer, 'secret'), join(folder, 'absolute'));
    for (const path of ['../secret', '..', 'sub/../../secret', '/etc/passwd', join(folder, 'file')]) {
        assert.equal(failure(() => raw.read(path, 'f')), 'not-permitted', path);
        assert.equal(failure(() => raw.stat(path, true)), 'not-permitted', path);
        assert.equal(failure(() => raw.rename('file', path)), 'not-permitted', path);
        assert.equal(failure(() => raw.makeFolder(path)), 'not-permitted', path);
        assert.equal(failure(() => raw.removeFile(path)), 'not-permitted', path);
    }
    for (const link of ['out', 'absolute']) {
        assert.equal(failure(() => raw.read(link, 'f')), 'not-permitted', link);
        assert.equal(failure(() => raw.read(link, '')), 'loop', link);
        assert.equal(failure(() => raw.write(link, 'ftc', 'x')), 'not-permitted', link);
    }
    assert.equal(failure(() => raw.symlink('/etc/passwd', 'link')), 'not-permitted');
}

function checkStreams(streams) {
    assert.equal(streams.readFrom('file', 3n, 4n), '3456');
    streams.writeFrom('file', 8n, 'abc', 2n);
    assert.equal(text('file'), '01234567abc\0\0');
    assert.deepEqual([...streams.pollTimers([60_000, 0])], [1]);
    assert.deepEqual([...streams.pollThrice(1)], [0, 1, 2]);
    assert.equal(streams.isReadyAtOnce(60_000), false);
    assert.ok(streams.waitUntil(20) >= 20_000_000n);
    assert.throws(() => streams.pollNothing());
}
