// The telemetry guests of all languages: the same bytes, the same error, the same log.

import assert from 'node:assert/strict';
import { lines } from './logger.mjs';

const SIZES = [1, 2, 3, 64, 1000, 65535, 65536, 1048576];

export default function check({ handleData }) {
    for (const size of SIZES) {
        const payload = Uint8Array.from({ length: size }, (_, index) => index * 31 + size);
        assert.deepEqual(handleData(payload), payload.map(byte => byte ^ 0xaa));
    }
    assert.throws(() => handleData(new Uint8Array(0)), { payload: 'Payload cannot be empty' });
    assert.deepEqual(lines.slice(0, 2), [
        'info: Initiating telemetry payload processing',
        'debug: Payload obfuscation complete',
    ]);
    assert.equal(lines.length, 2 * SIZES.length + 1);
}
