// The guest text-rust: every function, other scripts, expressions that are refused, a search that others never end.

import assert from 'node:assert/strict';

export default function check(guest) {
    assert.equal(guest.extract('order A-1207 of May', '[A-Z]-(\\d+)'), '1207');
    assert.equal(guest.extract('order A-1207 of May', '[A-Z]-\\d+'), 'A-1207');
    assert.equal(guest.extract('a', 'a(b)?'), undefined);
    assert.equal(guest.extract('no digits', '\\d'), undefined);
    assert.equal(guest.extract('Größe 5', '\\p{L}+'), 'Größe');
    assert.equal(guest.extract('a'.repeat(50000) + 'b', '^(a+)+$'), undefined);
    assert.throws(() => guest.extract('', '('), { payload: "pattern '(': unclosed group" });
    assert.throws(() => guest.extract('', '\\w{500}{50}'), { payload: /: too large, more than 1048576 bytes when compiled$/ });

    assert.equal(guest.slug('  Crème brûlée, für 2 – Straße!  '), 'creme-brulee-fur-2-strasse');
    assert.equal(guest.slug('Москва 北京'), 'moskva-bei-jing');
    assert.equal(guest.slug('!?'), '');
    assert.equal(guest.ascii('Łódź, Ångström'), 'Lodz, Angstrom');
    assert.equal(guest.normalize(' ﬁne\u00a0\n  ＡＢＣ e\u0301 '), 'fine abc é');

    assert.equal(guest.levenshtein('kitten', 'sitting'), 3);
    assert.equal(guest.levenshtein('', 'äöü'), 3);
    assert.equal(guest.levenshtein('same', 'same'), 0);
    assert.ok(Math.abs(guest.similarity('MARTHA', 'MARHTA') - 0.9611) < 1e-4);
    assert.equal(guest.similarity('abc', 'xyz'), 0);
    assert.equal(guest.similarity('', ''), 1);
}
