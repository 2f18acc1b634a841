// The guest probe-rust in node, where jco's host grants what Nacre does not: real streams, environment and files.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
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
    assert.ok(['string', 'undefined'].includes(typeof probe.firstFolder()));
    checkClocks(probe);
    checkRandom(probe);
    checkFiles(probe);
    assert.throws(() => probe.panic('as asked'));
    assert.equal(statusOf('guest.exitWith(0)'), 0);
    assert.equal(statusOf('guest.exitWith(3)'), 1);
    assert.equal(statusOf('guest.leaveWith(3)'), 3);
}

function checkClocks(probe) {
    assert.ok(Math.abs(Number(probe.wallClockSeconds()) - Date.now() / 1000) < 60);
    const before = probe.monotonicNanoseconds();
    probe.sleepFor(20);
    assert.ok(probe.monotonicNanoseconds() - before >= 20_000_000n);
}

function checkRandom(probe) {
    for (const source of [probe.randomBytes, probe.insecureRandomBytes]) {
        assert.equal(source(0).length, 0);
        assert.equal(source(32).length, 32);
        assert.notDeepEqual(source(32), source(32));
    }
    assert.equal(probe.insecureSeed().length, 2);
    assert.notDeepEqual(probe.randomNumbers(), probe.randomNumbers());
    assert.equal(typeof probe.randomHash(), 'bigint');
}

function checkFiles(probe) {
    writeFileSync(join(folder, 'b.txt'), 'text of b');
    probe.writeFile('/probe/a.txt', 'text of a');
    assert.equal(readFileSync(join(folder, 'a.txt'), 'utf8'), 'text of a');
    assert.equal(probe.openFile('/probe/b.txt'), 'text of b');
    assert.deepEqual(probe.listDirectory('/probe'), ['a.txt', 'b.txt']);
    assert.throws(() => probe.openFile('/probe/none'), { payload: /No such file/ });
    assert.throws(() => probe.openFile('/etc/passwd'));
    rmSync(folder, { recursive: true });
}

/** Runs a line in a process of its own, where the guest may end it. */
function statusOf(line) {
    const script = `const guest = await import('./guest.js'); ${line}; process.exitCode = 9;`;
    return spawnSync(process.execPath, ['--input-type=module', '-e', script]).status;
}
