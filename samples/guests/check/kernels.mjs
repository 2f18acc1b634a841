// The guest kernels-rust: digests beside node's own, distances that are known, pictures beside the same in JavaScript.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';

const hex = bytes => Buffer.from(bytes).toString('hex');

function sha256(guest) {
    assert.equal(hex(guest.sha256(Buffer.from('abc'))), 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    for (const length of [0, 1, 55, 56, 63, 64, 65, 119, 120, 128, 65536, 100003]) {
        const data = Uint8Array.from({ length }, (_, index) => (index * index + 7 * index) >> 3);
        assert.equal(hex(guest.sha256(data)), createHash('sha256').update(data).digest('hex'), `${length} bytes`);
    }
}

function haversine(guest) {
    const half = Math.PI * 6371008.8;
    const found = guest.haversine([0, 52.52, 90, 10, -33, 0], [0, 13.405, 0, 20, 151, 0], [0, 48.8566, -90, 10, 33, NaN], [180, 2.3522, 0, 20, -29, 0]);
    assert.ok(Math.abs(found[1] - 877_464) < 1_000, `Berlin to Paris: ${found[1]}`);
    for (const antipodes of [0, 2, 4]) {
        assert.ok(Math.abs(found[antipodes] / half - 1) < 1e-6, `${found[antipodes]}`);
    }
    assert.equal(found[3], 0);
    assert.ok(Number.isNaN(found[5]));
    assert.equal(guest.haversine([], [], [], []).length, 0);
}

function iterations(width, height, most) {
    let sum = 0;
    for (let row = 0; row < height; row++) {
        for (let column = 0; column < width; column++) {
            const [pointX, pointY] = [-2 + column * (3 / width), -1 + row * (2 / height)];
            let [x, y, done] = [0, 0, 0];
            for (; done < most && x * x + y * y <= 4; done++) {
                [x, y] = [x * x - y * y + pointX, 2 * x * y + pointY];
            }
            sum += done;
        }
    }
    return BigInt(sum);
}

function mandelbrot(guest) {
    for (const [width, height, most] of [[0, 0, 10], [0, 5, 10], [1, 1, 0], [1, 1, 5], [7, 3, 100], [30, 20, 1], [64, 48, 200]]) {
        assert.equal(guest.mandelbrot(width, height, most), iterations(width, height, most), `${width} x ${height}, ${most}`);
    }
    assert.equal(guest.mandelbrot(0, 4294967295, 4294967295), 0n);
}

export default function check(guest) {
    sha256(guest);
    haversine(guest);
    mandelbrot(guest);
}
