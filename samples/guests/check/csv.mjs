// The guest csv-rust: lines and cells in batches of all sizes, quotes, what is empty, and errors after the rows before them.

import assert from 'node:assert/strict';

const orders = 'id,"full name",note\r\n1,"Meyer, Anna","said ""yes""\nand left"\r\n\r\n2,Bo,\r\n3,"",last';

function all(cursor, max) {
    const rows = [];
    for (let batch = cursor.next(max); batch.length > 0; batch = cursor.next(max)) {
        assert.ok(batch.length <= max);
        rows.push(...batch);
    }
    assert.deepEqual(cursor.next(max), []);
    return rows;
}

const LINES = [
    { lineNumber: 1, fields: ['id', 'full name', 'note'] },
    { lineNumber: 2, fields: ['1', 'Meyer, Anna', 'said "yes"\nand left'] },
    { lineNumber: 5, fields: ['2', 'Bo', ''] },
    { lineNumber: 6, fields: ['3', '', 'last'] },
];

const CELLS = [
    [2, 'id', '1'], [2, 'full name', 'Meyer, Anna'], [2, 'note', 'said "yes"\nand left'],
    [5, 'id', '2'], [5, 'full name', 'Bo'], [5, 'note', undefined],
    [6, 'id', '3'], [6, 'full name', undefined], [6, 'note', 'last'],
].map(([lineNumber, name, content]) => ({ lineNumber, name, content }));

export default function check({ tables: { read, records } }) {
    for (const max of [1, 2, 3, 4, 1000]) {
        assert.deepEqual(all(read(orders, ','), max), LINES);
        assert.deepEqual(all(records(orders, ','), max), CELLS);
    }
    assert.deepEqual(all(read('a;b\n1', ';'), 10).map(line => line.fields), [['a', 'b'], ['1']]);
    assert.deepEqual(all(records('a\tb\n1\t2', '\t'), 10).map(cell => cell.content), ['1', '2']);
    for (const text of ['', '\n\n', 'only,names']) {
        assert.deepEqual(all(records(text, ','), 10), []);
    }
    assert.deepEqual(all(read('', ','), 10), []);

    const uneven = records('a,b\n1,2\n3\n4,5', ',');
    assert.equal(uneven.next(10).length, 2);
    assert.throws(() => uneven.next(10), { payload: 'line 3: expected 2 fields, found 1' });
    assert.deepEqual(uneven.next(10), []);
    for (const separator of ['"', '\n', '€']) {
        assert.throws(() => read('a', separator), { payload: /^separator '.*': expected one ASCII character, neither a quote nor a line end$/ });
    }
}
