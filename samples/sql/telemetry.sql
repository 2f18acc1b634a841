-- The telemetry demo as a script: ./nacre sql -f samples/sql/telemetry.sql
-- The data is made here; the components are in the jar of ./nacre. The last query fails, as it should:
-- the script ends with exit code 1.

CREATE TABLE sites (
    site INTEGER PRIMARY KEY, name VARCHAR(40) NOT NULL, lat DOUBLE PRECISION NOT NULL, lon DOUBLE PRECISION NOT NULL);

INSERT INTO sites VALUES
    (0, 'Aarhus', 56.16, 10.20), (1, 'Bergen', 60.39, 5.32), (2, 'Cork', 51.90, -8.47), (3, 'Dresden', 51.05, 13.74),
    (4, 'Evora', 38.57, -7.91), (5, 'Faro', 37.02, -7.94), (6, 'Ghent', 51.05, 3.72), (7, 'Haarlem', 52.38, 4.64);

CREATE TABLE readings (
    id BIGINT PRIMARY KEY, device VARCHAR(20) NOT NULL, site INTEGER NOT NULL REFERENCES sites,
    at TIMESTAMP WITH TIME ZONE NOT NULL, reading DOUBLE PRECISION NOT NULL, payload VARBINARY(1024) NOT NULL);

-- The payload begins with a status byte, 0 to 2 before it was obfuscated: X'AA' XOR 2 is X'A8'.
INSERT INTO readings
    SELECT x, 'device-' || LPAD(MOD(x * 7, 40), 2, '0'), MOD(x * 7, 8),
        DATEADD(SECOND, x * 10, TIMESTAMP WITH TIME ZONE '2026-01-01 00:00:00+00'), MOD(x * 37, 11000) / 100.0 - 20,
        CASE WHEN MOD(x, 53) = 0 THEN X'A8' WHEN MOD(x, 11) = 0 THEN X'AB' ELSE X'AA' END
            || SUBSTRING(HASH('SHA-256', CAST(x AS VARCHAR)), 1, 15)
    FROM SYSTEM_RANGE(1, 100000);

CREATE FUNCTION mask(payload VARBINARY) RETURNS VARBINARY LANGUAGE WASM
    AS 'classpath:/dev/nacre/samples/telemetry/telemetry-rust.component.wasm' EXPORT 'handle-data';

SHOW FUNCTIONS;

-- 1. In the SELECT list: a call for each row that is shown.
SELECT id, device, payload, mask(payload) AS clear
FROM readings WHERE site = 3 ORDER BY id LIMIT 5;

-- 2. In WHERE, beside conditions that H2 evaluates.
SELECT id, device, reading, mask(payload) AS clear
FROM readings WHERE site = 3 AND reading > 80 AND mask(payload) >= X'02' ORDER BY reading DESC, id LIMIT 5;

EXPLAIN PLAN FOR
SELECT id, device, reading, mask(payload) AS clear
FROM readings WHERE site = 3 AND reading > 80 AND mask(payload) >= X'02' ORDER BY reading DESC, id LIMIT 5;

-- 3. With a join and GROUP BY.
SELECT s.name, COUNT(*) AS faults, MAX(r.reading) AS highest
FROM readings r JOIN sites s ON s.site = r.site
WHERE mask(r.payload) >= X'02' GROUP BY s.name ORDER BY faults DESC, s.name;

-- 4. What a program asks with a prepared statement; here the parameters' values stand as literals.
SELECT id, at, mask(payload) AS clear
FROM readings WHERE device = 'device-07' AND reading >= 0 AND mask(payload) >= X'02' ORDER BY id LIMIT 3;

-- 5. An aggregate of another guest: the median and what one reading in a hundred exceeds, at most 1 % off.
CREATE AGGREGATE FUNCTION quantile(v DOUBLE PRECISION, part DOUBLE PRECISION) RETURNS DOUBLE PRECISION LANGUAGE WASM
    AS 'classpath:/dev/nacre/samples/telemetry/stats-rust.component.wasm' EXPORT 'nacre:stats/aggregates#quantile';

SELECT s.name, ROUND(quantile(r.reading, 0.5), 1) AS median, ROUND(quantile(r.reading, 0.99), 1) AS high
FROM readings r JOIN sites s ON s.site = r.site GROUP BY s.name ORDER BY s.name;

-- 6. A guest that takes whole columns: the sites that are nearest to a technician in Ghent.
CREATE FUNCTION distance(lat1 DOUBLE PRECISION, lon1 DOUBLE PRECISION, lat2 DOUBLE PRECISION, lon2 DOUBLE PRECISION)
    RETURNS DOUBLE PRECISION LANGUAGE WASM
    AS 'classpath:/dev/nacre/samples/telemetry/geo-rust.component.wasm' EXPORT 'distance' DETERMINISTIC;

SELECT name, ROUND(distance(lat, lon, 51.05, 3.72) / 1000) AS km
FROM sites ORDER BY distance(lat, lon, 51.05, 3.72) LIMIT 4;

-- 7. An error of the guest: SQLSTATE 38000, 'Payload cannot be empty'.
INSERT INTO readings VALUES (0, 'device-00', 0, TIMESTAMP WITH TIME ZONE '2025-12-31 23:59:50+00', 0, X'');
SELECT mask(payload) FROM readings WHERE id = 0;
