// The guest probe-rust in node, where jco's host grants what Nacre does not: real streams, environment and files.

import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _addPreopen } from '@bytecodealliance/preview2-shim/filesystem';

const folder = mkdtempSync(join(tmpdir(), 'probe-'));
_addPreopen('/probe', folder);

export default function check(probe) {
    probe.print('printed Ü');
    probe.printError('complained');
    assert.deepEqual(probe.readStdin(), new Uint8Array(0));
    assert.equal(Object.fromEntries(probe.environment()).PATH, process.env.PATH);
    assert.ok(Array.isArray(probe.commandLine()));
    checkClocks(probe);
    checkRandom(probe);
    checkFiles(probe);
    assert.throws(() => probe.panic('as asked'));
    process.exit = code => { throw new Error(`left with ${code}`); };
    assert.throws(() => probe.exit(0), /left with 0/);
}

function checkClocks(probe) {
    assert.ok(Math.abs(Number(probe.wallClockSeconds()) - Date.now() / 1000) < 60);
    const before = probe.monotonicNanoseconds();
    probe.sleep(20);
    assert.ok(probe.monotonicNanoseconds() - before >= 20_000_000n);
}

function checkRandom(probe) {
    for (const source of [probe.random, probe.insecureRandom]) {
        assert.equal(source(0).length, 0);
        assert.equal(source(32).length, 32);
        assert.notDeepEqual(source(32), source(32));
    }
    assert.equal(probe.insecureSeed().length, 2);
    assert.equal(typeof probe.randomHash(), 'bigint');
}

function checkFiles(probe) {
    writeFileSync(join(folder, 'b.txt'), 'text of b');
    probe.writeFile('/probe/a.txt', 'text of a');
    assert.equal(readFileSync(join(folder, 'a.txt'), 'utf8'), 'text of a');
    assert.equal(probe.open('/probe/b.txt'), 'text of b');
    assert.deepEqual(probe.list('/probe'), ['a.txt', 'b.txt']);
    assert.throws(() => probe.open('/probe/none'), { payload: /No such file/ });
    assert.throws(() => probe.open('/etc/passwd'));
    rmSync(folder, { recursive: true });
}
