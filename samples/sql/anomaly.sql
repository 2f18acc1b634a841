-- Alerts out of telemetry: ./nacre sql -f samples/sql/anomaly.sql, from the project's folder.
-- Devices send masked payloads with a sequence number and the values of their channels; a processor reads them and tells
-- what is unusual.

CREATE COMPONENT anomaly FROM 'file:samples/guests/built/anomaly-rust.component.wasm';

-- What devices do: a payload out of values. For single rows there is the way back, too.
CREATE FUNCTION encode_payload(device INTEGER, sequence BIGINT, channels REAL ARRAY) RETURNS VARBINARY
    LANGUAGE WASM FROM anomaly EXPORT 'local:telemetry/detection#encode';
CREATE FUNCTION decode_payload LANGUAGE WASM FROM anomaly EXPORT 'local:telemetry/detection#decode';

-- The processor: rows of payloads in, rows of alerts out. It takes the columns of the component's records, in their order,
-- and behind them what its rows are partitioned and ordered by; the parameter is that of its constructor.
CREATE FUNCTION detect LANGUAGE WASM FROM anomaly EXPORT 'local:telemetry/detection#detector';

CREATE TABLE readings (
    id BIGINT PRIMARY KEY, device INTEGER NOT NULL, at TIMESTAMP NOT NULL, payload VARBINARY(1024) NOT NULL);

-- 600 readings of three devices, with temperature, pressure and battery: every ten seconds one of them sends.
INSERT INTO readings
    SELECT x, MOD(x, 3), DATEADD(SECOND, x * 10, TIMESTAMP '2026-01-01 00:00:00'),
        encode_payload(MOD(x, 3), x / 3, ARRAY[
            CAST(20 + MOD(x * 7, 11) / 4.0 AS REAL), CAST(1000 + MOD(x * 5, 13) AS REAL), CAST(100 - x / 60 AS REAL)])
    FROM SYSTEM_RANGE(1, 600);

-- What went wrong: an overheated device, lost messages, a payload cut off, and a sensor that never moved.
UPDATE readings SET payload = encode_payload(1, 83, ARRAY[CAST(71.5 AS REAL), CAST(1003 AS REAL), CAST(96 AS REAL)]) WHERE id = 250;
DELETE FROM readings WHERE id IN (302, 305, 308);
UPDATE readings SET payload = SUBSTRING(payload, 1, 10) WHERE id = 444;
UPDATE readings SET payload = encode_payload(0, id / 3, ARRAY[CAST(21 AS REAL), CAST(1000 + MOD(id * 5, 13) AS REAL), CAST(80 AS REAL)])
    WHERE device = 0 AND id <> 444;

-- 1. What is stored, and what it says.
SELECT id, payload, decode_payload(payload) AS message FROM readings WHERE id IN (1, 250) ORDER BY id;

-- 2. The alerts: each device is a partition of its own, in the order of time.
SELECT id, kind, device, channel, ROUND(score, 1) AS score, detail
FROM TABLE(detect(TABLE(SELECT id, payload, device, at FROM readings) PARTITION BY device ORDER BY at, 6)) ORDER BY id, channel;

-- 3. With the rows they are about.
SELECT a.kind, COUNT(*) AS alerts, MIN(r.at) AS first_at
FROM TABLE(detect(TABLE(SELECT id, payload, device, at FROM readings) PARTITION BY device ORDER BY at, 6)) a JOIN readings r ON r.id = a.id
GROUP BY a.kind ORDER BY a.kind;

-- 4. What the processor logged.
SELECT DISTINCT log_level, message FROM nacre.log WHERE log_level = 'warn' AND message LIKE 'reading %';

-- 5. An error of the guest: SQLSTATE 38000. The script ends here, with exit code 1.
SELECT decode_payload(payload) FROM readings WHERE id = 444;
