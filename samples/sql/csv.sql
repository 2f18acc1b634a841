-- CSV in a column: ./nacre sql -f samples/sql/csv.sql, from the project's folder.
-- Deliveries arrive as files, which are kept as they came; the queries read them where they lie.

CREATE COMPONENT csv FROM 'file:samples/guests/built/csv-rust.component.wasm';

-- A cursor of the component makes a table function: it reads on as rows are asked for.
CREATE FUNCTION csv_lines(document VARCHAR, separator CHAR(1))
    RETURNS TABLE (line_number INTEGER, fields VARCHAR ARRAY)
    LANGUAGE WASM FROM csv EXPORT 'nacre:csv/tables#read';

-- Without RETURNS the columns are those of the component's records.
CREATE FUNCTION csv_cells LANGUAGE WASM FROM csv EXPORT 'nacre:csv/tables#records';

CREATE TABLE deliveries (id INTEGER PRIMARY KEY, sender VARCHAR(20) NOT NULL, document VARCHAR NOT NULL);

INSERT INTO deliveries VALUES (1, 'north', 'sku,title,price
A-1,"Pot, cast iron",49.90
A-2,"Mug ""Large""",7.50
A-3,,3.20
'), (2, 'south', 'sku;price
B-1;12.00
B-2;1.95
'), (3, 'east', 'sku,price
C-1,5.00
C-2
C-3,6.00
');

-- 1. A document as it is. The first line is a row like any other.
SELECT line_number, CARDINALITY(fields) AS width, fields[1] AS sku, fields[3] AS price
FROM TABLE(csv_lines('sku,title,price' || CHAR(10) || 'A-1,"Pot, cast iron",49.90', ',')) ORDER BY line_number;

-- 2. Every field of every document, by name.
SELECT d.sender, c.line_number, c.name, c.content
FROM deliveries d, LATERAL TABLE(csv_cells(d.document, CASE d.sender WHEN 'south' THEN ';' ELSE ',' END)) c
WHERE d.id < 3 ORDER BY d.id, c.line_number, c.name;

-- 3. A table out of them, whatever the order of the columns: one row a line.
CREATE TABLE articles AS
SELECT d.sender, MAX(CASE c.name WHEN 'sku' THEN c.content END) AS sku, MAX(CASE c.name WHEN 'title' THEN c.content END) AS title,
    CAST(MAX(CASE c.name WHEN 'price' THEN c.content END) AS DECIMAL(10, 2)) AS price
FROM deliveries d, LATERAL TABLE(csv_cells(d.document, CASE d.sender WHEN 'south' THEN ';' ELSE ',' END)) c
WHERE d.id < 3 GROUP BY d.id, d.sender, c.line_number;

SELECT * FROM articles ORDER BY sku;

-- 4. With a LIMIT the cursor is asked for no more than it takes: the broken line 3 of this document is not reached.
SELECT c.line_number, c.content FROM deliveries d, LATERAL TABLE(csv_cells(d.document, ',')) c WHERE d.id = 3 LIMIT 2;

-- 5. An error of the guest: SQLSTATE 38000. The script ends here, with exit code 1.
SELECT c.line_number, c.content FROM deliveries d, LATERAL TABLE(csv_cells(d.document, ',')) c WHERE d.id = 3;
