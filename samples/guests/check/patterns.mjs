// The guest patterns-rust: every function, Unicode, patterns that are refused, a search that others never end.

import assert from 'node:assert/strict';

export default function check(guest) {
    assert.equal(guest.matches('pump-17', '^pump-\\d+$'), true);
    assert.equal(guest.matches('pump-x', '^pump-\\d+$'), false);
    assert.equal(guest.matches('STRAẞE', '(?i)straße'), true);
    assert.equal(guest.count('aaaa', 'aa'), 2);
    assert.equal(guest.extract('2026-11-25', '(\\d+)-(\\d+)', 2), '11');
    assert.equal(guest.extract('none here', '\\d+', 0), undefined);
    assert.equal(guest.extract('a', 'a(b)?', 1), undefined);
    assert.deepEqual(guest.extractAll('Größe 5, Höhe 12', '\\p{L}+'), ['Größe', 'Höhe']);
    assert.equal(guest.replaceAll('Meyer, Anna', '(?<last>\\w+), (\\w+)', '$2 ${last}'), 'Anna Meyer');
    assert.deepEqual(guest.split(',a,,b', ','), ['', 'a', '', 'b']);
    assert.equal(guest.escape('1+1=2'), '1\\+1=2');
    assert.equal(guest.matches('a'.repeat(50000) + 'b', '^(a+)+$'), false);
    assert.throws(() => guest.matches('', '('), { payload: "pattern '(': unclosed group" });
    assert.throws(() => guest.matches('', '\\w{500}{50}'), { payload: /: too large, more than 1048576 bytes when compiled$/ });
    assert.throws(() => guest.extract('', '(a)', 2), { payload: "pattern '(a)': expected a group from 0 to 1, found 2" });
}
