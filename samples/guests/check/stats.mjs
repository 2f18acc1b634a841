// The guest stats-rust: every aggregate alone, in batches, merged with another and with itself, and asked several times.

import assert from 'node:assert/strict';

const near = (found, expected, part) => assert.ok(Math.abs(found - expected) <= Math.abs(expected) * part, `${found} near ${expected}`);
const texts = (from, to) => Array.from({ length: to - from }, (_, index) => `device-${from + index}`);

function distinctCount({ DistinctCount }) {
    const empty = new DistinctCount();
    assert.equal(empty.finish(), 0n);
    const few = new DistinctCount();
    ['a', 'b', 'a', ''].forEach(text => few.add(text));
    assert.equal(few.finish(), 3n);
    const many = new DistinctCount();
    many.addBatch(texts(0, 60000));
    near(Number(many.finish()), 60000, 0.03);
    const others = new DistinctCount();
    others.addBatch(texts(30000, 90000));
    many.merge(others);
    near(Number(many.finish()), 90000, 0.03);
    const before = many.finish();
    many.merge(many);
    many.merge(empty);
    many.addBatch([]);
    assert.equal(many.finish(), before);
    few.merge(many);
    assert.ok(few.finish() >= before);
    near(Number(others.finish()), 60000, 0.03);
}

function quantile({ Quantile }) {
    for (const [part, expected] of [[0, 1], [0.5, 500], [0.99, 990], [1, 1000]]) {
        const [low, high, one] = [new Quantile(part), new Quantile(part), new Quantile(part)];
        for (let x = 1; x <= 1000; x++) {
            (x <= 500 ? low : high).add(x);
        }
        one.addBatch(Array.from({ length: 1000 }, (_, index) => 1000 - index));
        low.merge(high);
        near(low.finish(), expected, 0.011);
        assert.equal(low.finish(), one.finish());
        one.merge(one);
        near(one.finish(), expected, 0.011);
    }
    const odd = new Quantile(0.5);
    assert.equal(odd.finish(), undefined);
    [NaN, Infinity, -Infinity].forEach(x => odd.add(x));
    assert.equal(odd.finish(), undefined);
    odd.addBatch([-3, NaN, -2, -1]);
    near(odd.finish(), -2, 0.011);
    for (const part of [1.5, -0.1, NaN]) {
        assert.throws(() => new Quantile(part), { payload: `part: expected 0 to 1, found ${part}` });
    }
}

function variance({ Variance }) {
    const all = new Variance();
    assert.equal(all.finish(), undefined);
    all.add(5);
    assert.equal(all.finish(), undefined);
    all.remove(5);
    all.addBatch([2, 4, 4, 4, 5, 5, 7, 9]);
    near(all.finish(), 32 / 7, 1e-12);
    const window = new Variance();
    [1e9, 1e9 + 1, 1e9 + 2, 1e9 + 4].forEach(x => window.add(x));
    window.remove(1e9);
    near(window.finish(), 7 / 3, 1e-6);
    const [left, right] = [new Variance(), new Variance()];
    left.addBatch([2, 4, 4]);
    right.addBatch([4, 5, 5, 7, 9]);
    left.merge(right);
    near(left.finish(), 32 / 7, 1e-12);
    left.merge(new Variance());
    near(left.finish(), 32 / 7, 1e-12);
    const fresh = new Variance();
    fresh.merge(left);
    near(fresh.finish(), 32 / 7, 1e-12);
    fresh.merge(fresh);
    near(fresh.finish(), 64 / 15, 1e-12);
}

export default function check(guest) {
    distinctCount(guest.aggregates);
    quantile(guest.aggregates);
    variance(guest.aggregates);
}
