// What hostile.wat does where it ends by itself; every trap takes an instance of its own.
// jco lets a guest leave while an argument is on its way in, which the canonical ABI forbids: not checked here.

import assert from 'node:assert/strict';
import { lines } from './logger.mjs';

const TRAPS = ['trap', 'divideByZero', 'outOfBounds', 'indirectCall', 'logOutOfBounds'];

export default async function check(guest) {
    assert.equal(guest.recurse(100), 100);
    guest.logFlood(1000);
    assert.equal(lines.length, 1000);
    assert.equal(lines[999], 'info: the same line again, for as long as you let me');
    guest.logLine(3);
    assert.equal(lines[1000], 'info: the');
    assert.equal(guest.allocate(65537), 3);
    guest.fill(1);
    assert.equal(guest.allocate(0), 258);
    assert.throws(() => guest.recurse(0), RangeError);
    for (const name of TRAPS) {
        const another = await import(`./guest.js?${name}`);
        assert.throws(() => another[name](), undefined, name);
    }
}
