// The guest missing-import works where its import is provided.

import assert from 'node:assert/strict';

export default function check({ peek }) {
    assert.equal(peek('Grimm'), 'the vault of Grimm');
}
