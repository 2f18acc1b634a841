// The guest geo-rust: distances and geohashes that are known, boxes across the 180th meridian, outlines with holes.

import assert from 'node:assert/strict';

const hole = 'POLYGON((0 0, 10 0, 10 10, 0 10, 0 0), (4 4, 6 4, 6 6, 4 6, 4 4))';
const two = 'MULTIPOLYGON(((0 0, 1 0, 1 1, 0 0)), ((5 5, 6 5, 6 6, 5 5)))';

export default function check(guest) {
    const radius = 6371008.8;
    const distances = guest.distance([0, 52.52, 90, 10], [0, 13.405, 0, 20], [0, 48.8566, -90, 10], [180, 2.3522, 0, 20]);
    assert.ok(Math.abs(distances[0] - Math.PI * radius) < 1e-6);
    assert.ok(Math.abs(distances[1] - 877_464) < 1_000, `Berlin to Paris: ${distances[1]}`);
    assert.ok(Math.abs(distances[2] - Math.PI * radius) < 1e-6);
    assert.equal(distances[3], 0);
    assert.equal(guest.distance([], [], [], []).length, 0);

    assert.deepEqual(
        guest.geohash([57.64911, 42.6, 90, -90, 91, NaN, 0, 0], [10.40744, -5.6, 180, -180, 0, 0, 0, 0], [11, 5, 1, 12, 5, 5, 0, 13]),
        ['u4pruydqqvj', 'ezs42', 'z', '000000000000', undefined, undefined, undefined, undefined]);

    const places = [[1, 1], [0, 0], [-1, 1], [1, 181], [1, 179], [1, -179]];
    const box = [[0, 2, 0, 2], [0, 2, 0, 2], [0, 2, 0, 2], [0, 2, 0, 2], [0, 2, 170, -170], [0, 2, 170, -170]];
    assert.deepEqual(
        guest.withinBox(places.map(p => p[0]), places.map(p => p[1]), box.map(b => b[0]), box.map(b => b[2]), box.map(b => b[1]), box.map(b => b[3])),
        [true, true, false, false, true, true]);

    assert.equal(guest.within(2, 2, hole), true);
    assert.equal(guest.within(5, 5, hole), false);
    assert.equal(guest.within(11, 5, hole), false);
    assert.equal(guest.within(5, 2, `SRID=4326;${hole}`), true);
    assert.equal(guest.within(5.2, 5.5, two), true);
    assert.equal(guest.within(5.5, 5.2, two), false);
    assert.equal(guest.within(0, 0, 'POLYGON EMPTY'), false);
    assert.throws(() => guest.within(0, 0, 'POINT(1 2)'), { payload: "outline 'POINT(1 2)': expected a POLYGON or a MULTIPOLYGON" });
    assert.throws(() => guest.within(0, 0, 'POLYGON((0 0'), { payload: /^outline 'POLYGON\(\(0 0': / });
}
