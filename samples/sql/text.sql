-- Texts as people write them: ./nacre sql -f samples/sql/text.sql, from the project's folder.
-- A shop's articles from several suppliers, and a list of customers with duplicates.

CREATE COMPONENT texts FROM 'file:samples/guests/built/text-rust.component.wasm';

CREATE FUNCTION extract_first LANGUAGE WASM FROM texts EXPORT 'extract' DETERMINISTIC;
CREATE FUNCTION slug LANGUAGE WASM FROM texts EXPORT 'slug' DETERMINISTIC;
CREATE FUNCTION plain LANGUAGE WASM FROM texts EXPORT 'normalize' DETERMINISTIC;
CREATE FUNCTION edits(a VARCHAR, b VARCHAR) RETURNS INTEGER LANGUAGE WASM FROM texts EXPORT 'levenshtein' DETERMINISTIC;
CREATE FUNCTION likeness LANGUAGE WASM FROM texts EXPORT 'similarity' DETERMINISTIC;

-- The comments come from the component's WIT.
SHOW FUNCTIONS LIKE 'S%';

CREATE TABLE articles (id INTEGER PRIMARY KEY, supplier VARCHAR(20) NOT NULL, title VARCHAR(100));

INSERT INTO articles VALUES
    (1, 'north', 'Crème brûlée-Brenner, 150 ml'), (2, 'north', 'Kaffeemühle "Größe XL" – 1.200 g'),
    (3, 'south', 'Чайник электрический 1.7 l'), (4, 'south', 'Teekanne (Gusseisen) 800 ml'), (5, 'south', NULL);

-- 1. Links for a shop.
SELECT id, slug(title) AS link FROM articles ORDER BY id;

-- 2. What a title says of the quantity: the number, then the unit. NULL where it says nothing.
SELECT id, extract_first(title, '([0-9.]+) (?:ml|l|g)\b') AS amount, extract_first(title, '\b(ml|l|g)$') AS unit
FROM articles ORDER BY id;

SELECT extract_first(title, '\b(ml|l|g)$') AS unit, COUNT(*) AS articles
FROM articles GROUP BY extract_first(title, '\b(ml|l|g)$') ORDER BY articles DESC, unit;

CREATE TABLE customers (id INTEGER PRIMARY KEY, name VARCHAR(40) NOT NULL, town VARCHAR(20) NOT NULL);

INSERT INTO customers VALUES
    (1, 'Søren Kierkegård', 'Aarhus'), (2, 'Soren Kierkegaard', 'Århus'), (3, '  SØREN   KIERKEGÅRD ', 'Aarhus'),
    (4, 'Anna Meyer', 'Ghent'), (5, 'Anna Meier', 'Gent'), (6, 'Hannah Maier', 'Gent'), (7, 'Bo Li', 'Faro');

-- 3. The same customer, but for case and spaces.
SELECT a.id, b.id AS same_as, plain(b.name) AS name
FROM customers a JOIN customers b ON a.id < b.id WHERE plain(a.name) = plain(b.name) ORDER BY a.id, b.id;

-- 4. Perhaps the same customer: few letters differ, or the names are alike.
SELECT a.name, b.name AS other, edits(plain(a.name), plain(b.name)) AS edits,
    ROUND(likeness(plain(a.name), plain(b.name)), 3) AS likeness
FROM customers a JOIN customers b ON a.id < b.id
WHERE likeness(plain(a.name), plain(b.name)) > 0.85 AND plain(a.name) <> plain(b.name)
ORDER BY likeness DESC, a.id, b.id;

-- 5. Did you mean? The nearest word of a list.
SELECT title FROM articles WHERE title IS NOT NULL ORDER BY likeness(slug(title), slug('tekane gusseisen')) DESC LIMIT 1;

-- 6. An error of the guest: SQLSTATE 38000. The script ends here, with exit code 1.
SELECT extract_first(title, '(ml|l') FROM articles;
