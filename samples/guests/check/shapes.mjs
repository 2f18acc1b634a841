// The shapes guests of all languages: every echo with its edge values, every computation with a known answer.

import assert from 'node:assert/strict';

const point = { x: -0.5, y: 1e300 };
const reading = {
    device: 'pumpe-Ü', at: 18446744073709551615n, value: 21.5, position: point, colour: 'blue', valid: true,
    note: undefined, tags: ['a', '', '😀'], checksum: 255,
};
const numbers = [
    { tag: 'small', val: 255 }, { tag: 'whole', val: -2147483648 }, { tag: 'large', val: -9223372036854775808n },
    { tag: 'single', val: 1.5 }, { tag: 'real', val: Math.PI }, { tag: 'text', val: 'zwölf' }, { tag: 'letter', val: '😀' },
    { tag: 'missing' },
];

const ECHOES = {
    bool: [true, false],
    s8: [-128, 127], s16: [-32768, 32767], s32: [-2147483648, 2147483647],
    s64: [-9223372036854775808n, 9223372036854775807n],
    u8: [0, 255], u16: [0, 65535], u32: [0, 4294967295], u64: [0n, 18446744073709551615n],
    f32: [0.5, -0, Infinity, NaN], f64: [Math.PI, -0, -Infinity, NaN],
    char: ['a', 'ß', '€', '😀'],
    string: ['', 'text', 'Grüße 😀', 'x'.repeat(100000)],
    listBool: [[true, false, true]],
    listU8: [new Uint8Array(0), Uint8Array.of(0, 255)],
    listS32: [Int32Array.of(-1, 2)],
    listU64: [BigUint64Array.of(0n, 18446744073709551615n)],
    listF64: [Float64Array.of(1.5, -0)],
    listChar: [['ä', '😀']],
    listString: [[], ['', 'a', 'Grüße']],
    listPoint: [[point, { x: 1, y: 2 }]],
    listReading: [[reading, { ...reading, note: 'note', tags: [] }]],
    listOptionS32: [[1, undefined, -3]],
    listListS32: [[Int32Array.of(1), Int32Array.of(), Int32Array.of(2, 3)]],
    listListString: [[['a'], [], ['b', 'c']]],
    listNumber: [numbers],
    point: [point],
    segment: [{ start: point, end: { x: 0, y: 0 } }],
    reading: [reading, { ...reading, note: '' }],
    tupleSingle: [[true]], tuplePair: [[-1, 'one']], tupleMixed: [[1, 2n, 0.25, -4]],
    optionBool: [undefined, false], optionS32: [undefined, 0], optionS64: [undefined, -1n], optionF64: [undefined, 0.5],
    optionString: [undefined, '', 'text'],
    optionListU8: [undefined, new Uint8Array(0), Uint8Array.of(1)],
    optionPoint: [undefined, point],
    optionReading: [undefined, reading],
    optionOptionS32: [{ tag: 'none' }, { tag: 'some', val: undefined }, { tag: 'some', val: 7 }],
    listResult: [[{ tag: 'ok', val: 1.5 }, { tag: 'err', val: 'no' }]],
    colour: ['red', 'green', 'blue'],
    shape: [{ tag: 'circle', val: 1 }, { tag: 'rectangle', val: { width: 2, height: 3 } }, { tag: 'square', val: 0.5 }, { tag: 'point' }],
    number: numbers,
    word: [{ tag: 'integer', val: -1 }, { tag: 'single', val: -1.5 }],
};

const FLAGS = { permissions: ['create', 'audit'], months: ['january', 'september', 'december'], sensors: ['temperature', 'direction'], bits: ['b0', 'b31'] };

function checkEchoes(echo) {
    const called = new Set();
    const call = (name, value) => {
        const key = 'echo' + name[0].toUpperCase() + name.slice(1);
        called.add(key);
        return echo[key](value);
    };
    for (const [name, values] of Object.entries(ECHOES)) {
        for (const value of values) {
            assert.deepStrictEqual(clean(call(name, value)), clean(value), name);
        }
    }
    for (const [name, labels] of Object.entries(FLAGS)) {
        const answer = call(name, Object.fromEntries(labels.map(label => [label, true])));
        assert.deepEqual(Object.keys(answer).filter(label => answer[label]), labels, name);
    }
    assert.equal(call('result', { tag: 'ok', val: 5n }), 5n);
    assert.throws(() => call('result', { tag: 'err', val: 'why' }), { payload: 'why' });
    assert.equal(call('resultError', { tag: 'ok' }), undefined);
    assert.throws(() => call('resultError', { tag: 'err', val: 'why' }), { payload: 'why' });
    assert.equal(call('resultValue', { tag: 'ok', val: 5n }), 5n);
    assert.throws(() => call('resultValue', { tag: 'err' }));
    assert.equal(call('resultBare', { tag: 'ok' }), undefined);
    assert.throws(() => call('resultBare', { tag: 'err' }));
    assert.deepEqual(Object.keys(echo).filter(key => !called.has(key)), [], 'echoes without a check');
}

/** Drops what is undefined, which a lifted record may leave out or spell out. */
function clean(value) {
    if (Array.isArray(value)) {
        return value.map(clean);
    }
    if (value === null || typeof value !== 'object' || ArrayBuffer.isView(value)) {
        return value;
    }
    return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined).map(([key, member]) => [key, clean(member)]));
}

function checkScalars(module) {
    assert.equal(module.scale(20.5), 42);
    assert.equal(module.scaleLong(-21n), -41n);
    assert.equal(module.scaleLong(9223372036854775807n), -1n);
    assert.equal(module.add(2147483647, 1), -2147483648);
    assert.equal(module.upper('straße é'), 'STRASSE É');
    assert.equal(module.divide(-7n, 2n), -3n);
    assert.throws(() => module.divide(1n, 0n), { payload: 'division by zero' });
    assert.throws(() => module.divide(-9223372036854775808n, -1n), { payload: 'overflow' });
}

function checkCompute(compute) {
    assert.equal(compute.concat('a', 'ß'), 'aß');
    assert.equal(compute.sumList(BigInt64Array.of(1n, 2n, -5n)), -2n);
    assert.equal(compute.coalesceOption(undefined, 3), 3);
    assert.equal(compute.coalesceOption(0, 3), 0);
    assert.equal(
        compute.many(true, -1, 2, -3, 4, -5, 6, -7n, 8n, 0.5, -0.25, 'ß', 'm', false, -15, -16n, 17.5, 'r'),
        'true,-1,2,-3,4,-5,6,-7,8,0.5,-0.25,ß,m,false,-15,-16,17.5,r');
    assert.deepEqual(compute.swap(4294967295, 'b'), ['b', 4294967295]);
    assert.equal(compute.countSet({ b0: true, b7: true, b31: true }), 3);
    assert.equal(compute.area({ tag: 'circle', val: 2 }), Math.PI * 4);
    assert.equal(compute.area({ tag: 'rectangle', val: { width: 2, height: 3 } }), 6);
    assert.equal(compute.area({ tag: 'square', val: 1.5 }), 2.25);
    assert.equal(compute.area({ tag: 'point' }), 0);
}

export default function check(module) {
    checkEchoes(module.echo);
    checkScalars(module);
    checkScalars(module.compute);
    checkCompute(module.compute);
}
