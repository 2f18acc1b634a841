// The guest json-rust: every function, what is not JSON, and documents nested too deep.

import assert from 'node:assert/strict';

const order = '{ "id": 7, "total": 10.50, "note": null, "items": [ { "name": "Bücher" }, { "name": "\\ud83d\\ude00" } ], "a/b": true }';

export default function check(guest) {
    assert.equal(guest.get(order, '/items/1/name'), '😀');
    assert.equal(guest.get(order, '/total'), '10.50');
    assert.equal(guest.get(order, '/a~1b'), 'true');
    assert.equal(guest.get(order, '/items/0'), '{"name":"Bücher"}');
    assert.equal(guest.get(order, '/note'), undefined);
    assert.equal(guest.get(order, '/items/2'), undefined);
    assert.equal(guest.getNumber(order, '/total'), 10.5);
    assert.deepEqual(guest.keys(order), ['id', 'total', 'note', 'items', 'a/b']);
    assert.equal(guest.keys('[]'), undefined);
    assert.deepEqual(guest.elements('[1, "a", null, [2]]'), ['1', 'a', undefined, '[2]']);
    assert.equal(guest.elements('{}'), undefined);
    assert.deepEqual(guest.flatten('{"a/b~":[1.50,{"c":null}],"d":{},"e":[],"f":true,"g":"x"}'), [
        { path: '/a~1b~0/0', kind: 'number', content: '1.50' }, { path: '/a~1b~0/1/c', kind: 'null', content: undefined },
        { path: '/d', kind: 'empty-object', content: '{}' }, { path: '/e', kind: 'empty-array', content: '[]' },
        { path: '/f', kind: 'boolean', content: 'true' }, { path: '/g', kind: 'text', content: 'x' },
    ]);
    assert.deepEqual(guest.flatten('"x"'), [{ path: '', kind: 'text', content: 'x' }]);
    assert.throws(() => guest.flatten('{'), { payload: 'EOF while parsing an object at line 1 column 1' });
    assert.equal(guest.mergePatch('{"a":{"b":1,"c":2}}', '{"a":{"b":null,"d":{"e":3}}}'), '{"a":{"c":2,"d":{"e":3}}}');
    assert.equal(guest.compact(' [ 1 , 2 ] '), '[1,2]');
    assert.equal(guest.pretty('{"a":[1]}'), '{\n  "a": [\n    1\n  ]\n}');
    assert.deepEqual(guest.parseReading('{"device":"pumpe","at":1764061200,"value":21.5,"tags":["a"],"new":{}}'),
        { device: 'pumpe', at: 1764061200n, value: 21.5, tags: ['a'], note: undefined });
    assert.throws(() => guest.parseReading('{"device":"pumpe"}'), { payload: 'missing field `at` at line 1 column 18' });
    assert.throws(() => guest.get('{"a":', ''), { payload: 'EOF while parsing a value at line 1 column 5' });
    assert.throws(() => guest.get('{}', 'a'), { payload: "pointer 'a': expected a slash at its beginning" });
    assert.throws(() => guest.getNumber(order, '/items'), { payload: "'/items': expected a number, found an array" });
    assert.equal(guest.compact('['.repeat(127) + ']'.repeat(127)).length, 254);
    assert.throws(() => guest.compact('['.repeat(100000)), { payload: 'recursion limit exceeded at line 1 column 128' });
}
