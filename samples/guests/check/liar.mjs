// The lies of liar.wat that jco sees through. It repairs text that is not UTF-8, cuts lists to the memory, and refuses
// the odd values that the canonical ABI allows; these differences are jco's and are not checked here.

import assert from 'node:assert/strict';

const REFUSED = [
    'areaOutOfBounds', 'badChar', 'badDiscriminant', 'badEnum', 'badOption', 'badResult', 'largeChar',
    'postReturnTraps', 'stringOutOfBounds', 'unalignedList',
];

export default async function check(guest) {
    assert.deepEqual(guest.amplify(3, 2), ['\0\0', '\0\0', '\0\0']);
    assert.deepEqual(guest.amplify(0, 70000), []);
    assert.equal(guest.reallocGrows('text'), 'text');
    for (const name of REFUSED) {
        const another = await import(`./guest.js?${name}`);
        assert.throws(() => another[name](), undefined, name);
    }
    for (const name of ['reallocOutOfBounds', 'reallocTraps']) {
        const another = await import(`./guest.js?${name}`);
        assert.throws(() => another[name]('text'), undefined, name);
    }
}
