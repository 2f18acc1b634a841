// The guest kinds-rust: every shape that a function of SQL comes from, and the ill-behaved ones as far as they end.

import assert from 'node:assert/strict';
import { lines } from './logger.mjs';

const number = (n) => ({ n, square: n * n, name: `n${n}` });
const reading = (device, at, value) => ({ device, at, value });
const alert = (device, at, text) => ({ device, at, text });

export default async function check({ vectors, tables, processors, aggregates, procedures }) {
    checkVectors(vectors);
    checkTables(tables);
    checkCursors(tables);
    checkProcessors(processors);
    checkPartitions(processors);
    checkAggregates(aggregates);
    checkAllMethods(aggregates);
    checkProcedures(procedures);
    await checkTraps();
}

function checkVectors(vectors) {
    const some = BigInt64Array.of(1n, -2n, 40n);
    equal(vectors.twice(some), [2n, -4n, 80n]);
    equal(vectors.plus(Float64Array.of(1, 2), Float64Array.of(0.5, 0.25)), [1.5, 2.25]);
    assert.deepEqual(vectors.shout(['abc', 'ß']), ['ABC!', 'ß!']);
    equal(vectors.lengths(['Zoë 😀', '']), [5n, 0n]);
    equal(vectors.bytesOf([Uint8Array.of(0, 255), new Uint8Array(0)]), [2n, 0n]);
    assert.deepEqual(vectors.label([undefined, 0n, -7n]), ['nothing', undefined, '-7']);
    equal(vectors.checked(BigInt64Array.of(0n, 1n)), [0n, 1n]);
    fails(() => vectors.checked(BigInt64Array.of(1n, -3n, -4n)), 'negative: -3');
    assert.deepEqual(vectors.divideEach(BigInt64Array.of(-7n, 1n), BigInt64Array.of(2n, 0n)), [
        { tag: 'ok', val: -3n },
        { tag: 'err', val: 'division by zero' },
    ]);
    assert.deepEqual(vectors.echoRecord([{ name: 'a', amount: 1n }]), [{ name: 'a', amount: 1n }]);
    equal(vectors.calls(some), [1n, 1n, 1n]);
    equal(vectors.calls(BigInt64Array.of(7n)), [2n]);
    equal(vectors.batchSize(some), [3n, 3n, 3n]);
    equal(vectors.shorter(some), [1n, -2n]);
    equal(vectors.longer(some), [1n, -2n, 40n, 0n]);
    for (const harmless of [vectors.trapsAt42, vectors.spin, vectors.hog]) {
        equal(harmless(some), [1n, -2n, 40n]);
    }
    assert.deepEqual(vectors.longTexts(BigInt64Array.of(3n, -1n)), ['xxx', '']);
}

function checkTables(tables) {
    assert.deepEqual(tables.series(-1n, 1n), [-1n, 0n, 1n].map(number));
    assert.deepEqual(tables.series(1n, 0n), []);
    assert.deepEqual(tables.split('a,,b', ','), ['a', '', 'b'].map((part, at) => ({ position: at + 1, part })));
    assert.deepEqual(tables.split('ab', ''), [{ position: 1, part: 'ab' }]);
    assert.deepEqual(tables.maybe(undefined), [{ n: 0n, square: 0n, name: 'nothing' }]);
    assert.deepEqual(tables.maybe(2n), [1n, 2n].map(number));
    assert.deepEqual(tables.failing(1n), [number(1n)]);
    fails(() => tables.failing(-3n), 'negative: -3');
    equal(tables.singles(2n), [1n, 2n]);
    assert.deepEqual(tables.trapsAt42(1n), [number(1n)]);
    assert.deepEqual(tables.spin(1n), [number(1n)]);
}

function checkCursors(tables) {
    const { Ladder, Stepper, Plain, Picky, Moody, Hesitant, Bad, Clingy } = tables;
    assert.equal(tables.live(), 0n);
    gives(tables.countFrom(5n), [5n, 6n], [7n, 8n]);
    gives(tables.countTo(1n, 3n), [1n, 2n], [3n], [], []);
    gives(tables.tryCount(1n, 3n), [1n, 2n], [3n], []);
    fails(() => tables.tryCount(3n, 1n), 'no numbers from 3 to 1');
    gives(new Ladder(1n, 3n), [1n, 2n], [3n], [], []);
    gives(new Picky(1n), [1n], []);
    fails(() => new Picky(-3n), 'negative: -3');
    gives(new Clingy('good'), [1n, 2n], [3n], []);
    using(new Stepper(1n, 1n), (it) => assert.deepEqual([it.next(), it.next(), it.next()], [number(1n), undefined, undefined]));
    using(new Plain(3n), (it) => [[1n, 2n], [3n], []].forEach((rows) => equal(it.next(2), rows)));
    using(new Moody(1n), (it) => {
        assert.deepEqual(it.next(2), [number(1n)]);
        fails(() => it.next(2), 'moody after 1 rows');
    });
    using(new Hesitant(1n), (it) => {
        assert.deepEqual(it.next(), number(1n));
        fails(() => it.next(), 'hesitant after 1 rows');
    });
    gives(new Bad('good'), [1n, 2n], [3n, 4n], []);
    gives(new Bad('endless'), [1n, 2n], [3n, 4n], [5n, 6n]);
    gives(new Bad('more'), [1n, 2n, 3n], [4n, 5n, 6n], []);
    gives(new Bad('pause'), [1n, 2n], [], [3n, 4n], []);
    gives(new Bad('hoard'), [1n, 2n], [3n, 4n], [5n, 6n]);
    using(new Bad('huge'), (it) => assert.equal(it.next(1)[0].name.length, 1_000_000));
    assert.equal(tables.live(), 0n);
}

function checkProcessors(processors) {
    const rows = [reading('p1', 1n, 21.5), reading('p2', 2n, undefined)];
    const relabelled = [alert('p1', 1n, '21.5'), alert('p2', 2n, 'no value')];
    for (const relabel of [processors.relabel, processors.relabelChecked, processors.fragile]) {
        assert.deepEqual(relabel(rows), relabelled);
    }
    fails(() => processors.relabelChecked([...rows, reading('error', 5n)]), 'device error at 5');
    assert.deepEqual(processors.above(rows, 20), [alert('p1', 1n, 'above 20')]);
    assert.deepEqual(processors.above(rows, 21.5), []);
    assert.deepEqual(processors.batchSize(rows).map((row) => row.text), ['2', '2']);
    assert.equal(processors.fragile([reading('grow', 1n)]).length, 1000);
}

function checkPartitions(processors) {
    const { Smooth, Tally, Guard, Picky, Hoard, Unruly } = processors;
    using(new Smooth(2), (it) => {
        const rows = [reading('a', 1n, 1), reading('a', 2n), reading('b', 3n, 2), reading('c', 4n, 7)];
        assert.deepEqual(it.process(rows), [{ device: 'b', at: 3n, value: 1.5 }]);
        assert.deepEqual(it.finish(), [{ device: 'c', at: 4n, value: 7 }]);
        assert.deepEqual(it.finish(), []);
    });
    using(new Tally(), (it) => {
        assert.deepEqual(it.finish(), [{ device: undefined, count: 0n, first: undefined, last: undefined }]);
        assert.deepEqual(it.process([reading('a', 3n), reading('b', 9n)]), []);
        assert.deepEqual(it.finish(), [{ device: 'a', count: 2n, first: 3n, last: 9n }]);
    });
    using(new Guard(), (it) => {
        assert.deepEqual(it.process([reading('a', 1n, 0.1)]), [alert('a', 1n, '0.1')]);
        assert.deepEqual(it.finish(), [alert('', 0n, 'done')]);
        fails(() => it.process([reading('error', 5n)]), 'device error at 5');
        it.process([reading('error-at-end', 6n)]);
        fails(() => it.finish(), 'device error at 6');
    });
    using(new Picky(0n), (it) => assert.deepEqual([it.process([reading('a', 1n, 1)]), it.finish()], [[alert('a', 1n, '1')], []]));
    fails(() => new Picky(-3n), 'negative: -3');
    using(new Hoard(), (it) => {
        const rows = [reading('a', 1n, 1), reading('b', 2n, undefined)];
        assert.deepEqual([it.process(rows), it.finish()], [[], rows]);
    });
    using(new Unruly(), (it) => {
        assert.equal(it.process([reading('a', 1n, 1), reading('grow', 1n), reading('grow-at-end', 1n)]).length, 1002);
        assert.equal(it.finish().length, 1000);
        assert.equal(processors.live(), 1n);
    });
    assert.equal(processors.live(), 0n);
}

function checkAggregates(aggregates) {
    const { Mean, Joined, Weighted, Counted, Range, Collected, Picky, Heavy, Touchy } = aggregates;
    accumulates(new Mean(), undefined, [[1], 1], [[2], 1.5]);
    accumulates(new Joined(', '), '', [['a'], 'a'], [['b'], 'a, b']);
    accumulates(new Counted(), 0n, [[undefined], 1n], [[7n], 2n]);
    accumulates(new Range(), undefined, [[5n], { low: 5n, high: 5n }], [[-5n], { low: -5n, high: 5n }]);
    accumulates(new Collected(), [], [['a'], ['a']], [[undefined], ['a', undefined]]);
    accumulates(new Picky(0n), 0n, [[2n], 2n]);
    fails(() => new Picky(-3n), 'negative: -3');
    accumulates(new Heavy(), 0n, [[2n], 2n]);
    using(new Weighted(), (it) => {
        fails(() => it.finish(), 'no weight');
        it.add(3, 2);
        assert.equal(it.finish(), 3);
    });
    using(new Touchy(), (it) => {
        fails(() => it.add(-1n), 'negative: -1');
        it.add(40n);
        assert.equal(it.finish(), 40n);
    });
    assert.equal(aggregates.live(), 0n);
}

function checkAllMethods(aggregates) {
    const { SumOf, Account, Dot, Absent, Tricky } = aggregates;
    merges(new SumOf(), new SumOf(), [0n, 40n, 46n, 45n, 90n]);
    merges(new Account(), new Account(), [
        'added 0, in batches 0, removed 0, merged 0', 'added 1, in batches 0, removed 0, merged 0',
        'added 1, in batches 3, removed 0, merged 0', 'added 1, in batches 3, removed 1, merged 0',
        'added 2, in batches 6, removed 2, merged 1',
    ]);
    merges(new Tricky(), new Tricky(), [0n, 40n, 46n, 45n, 90n]);
    using(new Tricky(), (it) => {
        fails(() => it.addBatch(BigInt64Array.of(1n, -1n)), 'negative: -1');
        fails(() => it.remove(8n), 'not removable: 8');
        using(new Tricky(), (other) => {
            other.add(5n);
            fails(() => it.merge(other), 'not mergeable: 5');
        });
        it.add(10n);
        fails(() => it.finish(), 'not finishable: 11');
    });
    using(new Dot(), (it) => {
        it.add(2, 3);
        it.addBatch(Float64Array.of(1, 2), Float64Array.of(10, 100));
        assert.equal(it.finish(), 216);
    });
    using(new Absent(), (it) => {
        it.add(undefined);
        it.addBatch([undefined, 1n, undefined]);
        it.remove(undefined);
        it.remove(1n);
        it.merge(it);
        assert.equal(it.finish(), 4n);
    });
    assert.equal(aggregates.live(), 0n);
}

function checkProcedures(procedures) {
    procedures.note('one');
    procedures.note('two');
    assert.deepEqual(lines.splice(0), ['info: one', 'info: two']);
    assert.equal(procedures.notes(), 2n);
    assert.deepEqual(procedures.swap(1, -2), [-2, 1]);
    assert.deepEqual(procedures.divide(-7n, 2n), { quotient: -3n, remainder: -1n });
    fails(() => procedures.divide(1n, 0n), 'division by zero');
    fails(() => procedures.divide(-9223372036854775808n, -1n), 'overflow');
    assert.deepEqual(procedures.order(2n, -1n), { low: -1n, high: 2n });
    assert.equal(procedures.greet('Zoë'), 'Hello, Zoë');
    assert.equal(procedures.greet(undefined), 'Hello, whoever you are');
    procedures.fail('');
    fails(() => procedures.fail('why not'), 'why not');
}

/** Everything that traps at once; each takes an instance of its own. */
const TRAPS = [
    ({ vectors }) => vectors.trapsAt42(BigInt64Array.of(42n)),
    ({ tables }) => tables.trapsAt42(42n),
    ({ tables }) => new tables.Bad('trap-in-constructor'),
    ({ tables }) => new tables.Bad('no such mode'),
    ({ tables }) => gives(new tables.Clingy('trap'), [1n, 2n], [3n], []),
    ({ processors }) => processors.fragile([reading('trap', 1n)]),
    ({ processors }) => new processors.Unruly().process([reading('trap', 1n)]),
    ({ processors }) => using(new processors.Unruly(), (it) => it.process([reading('trap-at-drop', 1n)])),
    ({ aggregates }) => new aggregates.Touchy().add(99n),
    ({ aggregates }) => using(new aggregates.Touchy(), (it) => it.add(7n)),
    ({ aggregates }) => new aggregates.Tricky().remove(9n),
    ({ procedures }) => procedures.trap(),
];

/** What has to go well, and then what traps. */
const TRAPS_LATER = [
    [({ tables }) => taken(new tables.Bad('trap'), [3, 3]), (bad) => bad.next(9)],
    [({ tables }) => taken(new tables.Bad('strict'), [3, 3, 0]), (bad) => bad.next(9)],
    [({ processors }) => processed(new processors.Unruly(), reading('trap-at-end', 1n)), (unruly) => unruly.finish()],
    [({ aggregates }) => added(new aggregates.Touchy(), 42n), (touchy) => touchy.finish()],
    [({ aggregates }) => added(new aggregates.Tricky(), 6n), (tricky) => tricky.merge(tricky)],
];

async function checkTraps() {
    const all = [...TRAPS.map((trap) => [(guest) => guest, trap]), ...TRAPS_LATER];
    for (const [at, [prepare, trap]] of all.entries()) {
        const prepared = prepare(await import(`./guest.js?${at}`));
        assert.throws(() => trap(prepared), { name: 'RuntimeError', message: /unreachable/ }, String(trap));
    }
}

function taken(cursor, counts) {
    assert.deepEqual(counts.map(() => cursor.next(9).length), counts);
    return cursor;
}

function processed(processor, row) {
    assert.equal(processor.process([row]).length, 1);
    return processor;
}

function added(aggregate, value) {
    aggregate.add(value);
    return aggregate;
}

function equal(actual, expected) {
    assert.deepEqual([...actual], expected);
}

function fails(call, message) {
    assert.throws(call, (error) => (error.payload ?? error) === message);
}

/** Hands out a resource and drops it afterwards. */
function using(resource, use) {
    use(resource);
    resource[Symbol.dispose]();
}

function gives(cursor, ...lists) {
    using(cursor, (it) => lists.forEach((rows) => assert.deepEqual(it.next(2), rows.map(number))));
}

function accumulates(aggregate, empty, ...steps) {
    using(aggregate, (it) => {
        assert.deepEqual(it.finish(), empty);
        for (const [values, result] of steps) {
            it.add(...values);
            assert.deepEqual(it.finish(), result);
        }
    });
}

/** Adds 40, then 1, 2 and 3, takes 1 away, merges another with the same; expects the results after each of the steps. */
function merges(aggregate, other, results) {
    const steps = [(it) => it.add(40n), (it) => it.addBatch(BigInt64Array.of(1n, 2n, 3n)), (it) => it.remove(1n)];
    using(other, () => {
        steps.forEach((step) => step(other));
        using(aggregate, () => {
            assert.deepEqual(aggregate.finish(), results[0]);
            [...steps, (it) => it.merge(other)].forEach((step, at) => {
                step(aggregate);
                assert.deepEqual(aggregate.finish(), results[at + 1]);
            });
        });
    });
}
