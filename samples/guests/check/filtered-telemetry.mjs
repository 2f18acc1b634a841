// The composition filtered-telemetry: what telemetry-rust answers, its lines numbered and without those for debugging.

import assert from 'node:assert/strict';
import { lines } from './logger.mjs';

export default function check({ handleData }) {
    assert.deepEqual(handleData(Uint8Array.of(0, 0xaa, 0xff)), Uint8Array.of(0xaa, 0, 0x55));
    assert.throws(() => handleData(new Uint8Array(0)), { payload: 'Payload cannot be empty' });
    assert.deepEqual(lines, [
        'info: #1 Initiating telemetry payload processing',
        'info: #2 Initiating telemetry payload processing',
    ]);
}
