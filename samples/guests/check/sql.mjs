// The guest sql-rust: every echo with values of its type, with and without what may be absent.

import assert from 'node:assert/strict';

const decimal = { scale: 2, unscaled: Uint8Array.of(255, 56) };
const date = { year: -4, month: 2, day: 29 };
const time = { hour: 23, minute: 59, second: 59, nanosecond: 999999999 };
const timestamp = { date, time };
const timestampWithOffset = { local: timestamp, offsetSeconds: -64800 };
const interval = { months: 0, seconds: -1n, nanoseconds: 500000000 };
const uuid = { high: 18446744073709551615n, low: 1n };
const marks = { checked: true, paid: false, sentBack: true };
const sale = {
    id: uuid, at: timestampWithOffset, price: decimal, level: 'out-of-range', marks, due: date, opens: undefined,
    lasts: interval, discounts: [decimal, undefined], note: 'Zoë 😀',
};
const cells = [
    { tag: 'nothing' }, { tag: 'number', val: decimal }, { tag: 'moment', val: timestamp }, { tag: 'maybe', val: undefined },
    { tag: 'maybe', val: -7 }, { tag: 'many', val: ['a', undefined] }, { tag: 'sale', val: sale }, { tag: 'pair', val: [-1n, 'x'] },
];
const halves = [1n, 18446744073709551615n];

const ECHOES = {
    decimal: [decimal], date: [date], time: [time], timestamp: [timestamp], timestampWithOffset: [timestampWithOffset],
    interval: [interval], uuid: [uuid], halves: [halves], pairs: [[], [['a', 1], ['b', -2]]],
    level: ['low', 'out-of-range'], marks: [marks], sale: [sale], cell: cells,
    optionS8: [-128], optionS16: [-32768], optionU8: [255], optionU16: [65535], optionU32: [4294967295],
    optionU64: [18446744073709551615n], optionF32: [0.5], optionChar: ['😀'], optionDecimal: [decimal],
    optionDate: [date], optionTime: [time], optionTimestamp: [timestamp],
    optionTimestampWithOffset: [timestampWithOffset], optionInterval: [interval], optionUuid: [uuid],
    optionHalves: [halves], optionLevel: ['high'], optionMarks: [marks], optionSale: [sale], optionCell: cells,
    optionList: [[], ['a', undefined]],
    listDecimal: [[decimal, decimal]], listOptionDate: [[date, undefined]], listOptionTime: [[time, undefined]],
    listOptionTimestamp: [[timestamp, undefined]], listOptionUuid: [[uuid, undefined]],
    listOptionBytes: [[Uint8Array.of(0, 255), undefined]], listMarks: [[marks]], listCell: [cells],
    listSale: [[sale, undefined]], listList: [[undefined], [[1n, undefined], undefined]],
};

export default async function check(guest) {
    for (const [name, values] of Object.entries(ECHOES)) {
        const echo = guest.echo['echo' + name[0].toUpperCase() + name.slice(1)];
        for (const value of name.startsWith('option') ? [undefined, ...values] : values) {
            assert.deepEqual(echo(value), value, name);
        }
    }
    assert.equal(Object.keys(guest.echo).length, Object.keys(ECHOES).length, 'every function is checked');
}
