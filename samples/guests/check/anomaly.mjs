// The guest anomaly-rust: payloads there and back, what is no payload, and every kind of alert whatever the batches.

import assert from 'node:assert/strict';
import { lines } from './logger.mjs';

const steady = index => 20 + Math.sin(index);

export default function check({ detection: { decode, encode, Detector } }) {
    const payload = encode(513, 67305985, [1.5, -2]);
    assert.deepEqual([...payload].map(byte => byte ^ 0xaa), [1, 1, 2, 1, 2, 3, 4, 2, 0, 0, 0xc0, 0x3f, 0, 0, 0, 0xc0]);
    assert.deepEqual(decode(payload), { device: 513, sequence: 67305985, channels: Float32Array.of(1.5, -2) });
    assert.deepEqual(decode(encode(0, 0, [])), { device: 0, sequence: 0, channels: new Float32Array() });
    assert.throws(() => encode(1, 1, new Array(256).fill(0)), { payload: 'expected at most 255 channels, found 256' });
    assert.throws(() => decode(new Uint8Array()), { payload: 'expected at least 8 bytes, found 0' });
    assert.throws(() => decode(new Uint8Array(8)), { payload: 'expected version 1, found 170' });
    assert.throws(() => decode(payload.slice(0, 15)), { payload: 'expected 8 bytes for 2 channels, found 7' });
    assert.throws(() => decode(encode(1, 1, [0, NaN])), { payload: 'channel 1: expected a number, found NaN' });

    const rows = Array.from({ length: 40 }, (_, index) => ({
        id: BigInt(index), payload: encode(7, index < 20 ? index : index + 3, [steady(index), index === 30 ? 90 : steady(index), 5]),
    }));
    rows[35].payload = Uint8Array.of(1, 2, 3);
    for (const size of [1, 7, 100]) {
        const detector = new Detector(4);
        const alerts = [];
        for (let start = 0; start < rows.length; start += size) {
            alerts.push(...detector.process(rows.slice(start, start + size)));
        }
        assert.deepEqual(alerts.map(({ id, kind, device, channel }) => [id, kind, device, channel]), [
            [20n, 'gap', 7, undefined], [30n, 'spike', 7, 1], [35n, 'unreadable', undefined, undefined], [36n, 'gap', 7, undefined],
        ]);
        assert.deepEqual(alerts.map(alert => alert.score > 40 ? 'far' : alert.score), [3, 'far', 0, 1]);
        assert.deepEqual(alerts.map(alert => alert.detail.replace(/where .*/, '')), [
            'message 23 came after 19', '90.00 ', 'expected at least 8 bytes, found 3', 'message 39 came after 37',
        ]);
        assert.deepEqual(detector.finish(),
            [{ id: 39n, kind: 'stuck', device: 7, channel: 2, score: 39, detail: 'always 5.00' }]);
    }
    assert.deepEqual(new Detector(4).process([]), []);
    assert.deepEqual(lines.slice(0, 2), ['warn: reading 35: expected at least 8 bytes, found 3', 'info: 40 readings, 5 alerts']);
}
