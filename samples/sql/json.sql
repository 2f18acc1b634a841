-- JSON documents: ./nacre sql -f samples/sql/json.sql, from the project's folder.
-- Orders as a shop's clients send them.

CREATE COMPONENT json FROM 'file:samples/guests/built/json-rust.component.wasm';

-- A path is a JSON Pointer. Documents are JSON or text; a JSON value is text for the component.
CREATE FUNCTION lookup LANGUAGE WASM FROM json EXPORT 'get' DETERMINISTIC;
CREATE FUNCTION lookup_number LANGUAGE WASM FROM json EXPORT 'get-number' DETERMINISTIC;
CREATE FUNCTION patch LANGUAGE WASM FROM json EXPORT 'merge-patch' DETERMINISTIC;

-- A list of records makes a table function; its columns are path, kind and content.
CREATE FUNCTION flatten LANGUAGE WASM FROM json EXPORT 'flatten' DETERMINISTIC;

CREATE TABLE orders (id INTEGER PRIMARY KEY, document VARCHAR NOT NULL);

INSERT INTO orders VALUES
    (1, '{"client": {"name": "Zoë", "town": "Ghent"}, "items": [{"sku": "A-1", "count": 2}, {"sku": "A-7", "count": 1}], "total": 107.30}'),
    (2, '{"client": {"name": "Bo"}, "items": [{"sku": "A-7", "count": 5}], "total": 37.50, "note": null}'),
    (3, '{"client": {"name": "Ann", "town": "Cork"}, "items": [], "total": 0, "flags": {"gift/wrap": true}}');

-- 1. Parts of documents; NULL where there is nothing, and where there is a JSON null.
SELECT id, lookup(document, '/client/name') AS client, lookup(document, '/client/town') AS town,
    lookup_number(document, '/total') AS total, lookup(document, '/items/0') AS first_item
FROM orders ORDER BY id;

-- 2. In conditions and aggregates.
SELECT COUNT(*) AS orders, SUM(lookup_number(document, '/total')) AS total
FROM orders WHERE lookup_number(document, '/total') > 10 AND lookup(document, '/flags/gift~1wrap') IS NULL;

-- 3. A document as rows.
SELECT path, kind, content FROM TABLE(flatten('{"a": [1.50, "x", null], "b": {}, "c": {"d": true}}'));

-- 4. All documents as rows: which articles were ordered, and where they stand in the documents.
SELECT f.content AS sku, COUNT(*) AS orders, MIN(o.id) AS first_order
FROM orders o, LATERAL TABLE(flatten(o.document)) f
WHERE f.path LIKE '/items/%/sku' GROUP BY f.content ORDER BY sku;

-- 5. Changed by a merge patch: the client's new town, and no note.
UPDATE orders SET document = patch(document, '{"client": {"town": "Faro"}, "note": null}') WHERE id = 2;
SELECT document FROM orders WHERE id = 2;

-- 6. An error of the guest: SQLSTATE 38000. The script ends here, with exit code 1.
SELECT lookup('{"client": ', '/client');
