-- Aggregates that SQL lacks: ./nacre sql -f samples/sql/stats.sql, from the project's folder.
-- A day of requests to a web shop: who asked for what, and how long the answer took.

CREATE COMPONENT stats FROM 'file:samples/guests/built/stats-rust.component.wasm';

CREATE AGGREGATE FUNCTION distinct_count(v VARCHAR) RETURNS BIGINT LANGUAGE WASM FROM stats
    EXPORT 'nacre:stats/aggregates#distinct-count' COMMENT 'About how many different texts there are; exact for a few';

-- The last parameter is that of the constructor, and is the same for all rows.
CREATE AGGREGATE FUNCTION quantile(v DOUBLE PRECISION, part DOUBLE PRECISION) RETURNS DOUBLE PRECISION LANGUAGE WASM FROM stats
    EXPORT 'nacre:stats/aggregates#quantile' COMMENT 'The value below which a part of the values lies, at most 1 % off';

CREATE AGGREGATE FUNCTION variance_of LANGUAGE WASM FROM stats EXPORT 'nacre:stats/aggregates#variance';

CREATE TABLE requests (
    id INTEGER PRIMARY KEY, visitor VARCHAR(20) NOT NULL, page VARCHAR(20) NOT NULL, region VARCHAR(10),
    millis DOUBLE PRECISION);

-- 3,000 requests of 1,000 visitors. Every hundredth is slow, every fiftieth was not measured.
INSERT INTO requests
    SELECT x, 'visitor-' || MOD(x * 13, 1000), CASE MOD(x, 3) WHEN 0 THEN '/' WHEN 1 THEN '/search' ELSE '/cart' END,
        CASE MOD(x, 4) WHEN 0 THEN 'north' WHEN 1 THEN 'south' WHEN 2 THEN 'east' END,
        CASE WHEN MOD(x, 50) = 7 THEN NULL WHEN MOD(x, 100) = 0 THEN 2000 + x ELSE 20 + 15 * MOD(x, 3) + MOD(x * 37, 200) / 4.0 END
    FROM SYSTEM_RANGE(1, 3000);

-- 1. For all rows. Sketches are off by a percent or so, whatever the number of rows: compare with what takes all of them.
SELECT ABS(distinct_count(visitor) - COUNT(DISTINCT visitor)) <= 30 AS near, COUNT(DISTINCT visitor) AS visitors FROM requests;

-- 2. By page: the median and what one in two hundred exceeds. NULLs are left out, as in SQL's own aggregates.
SELECT page, COUNT(*) AS requests, ROUND(quantile(millis, 0.5)) AS median, ROUND(quantile(millis, 0.995)) AS slowest
FROM requests GROUP BY page ORDER BY page;

-- 3. With FILTER, DISTINCT and HAVING.
SELECT region, distinct_count(page) FILTER (WHERE millis > 1000) AS slow_pages, quantile(DISTINCT millis, 1.0) AS longest
FROM requests GROUP BY region HAVING quantile(millis, 0.5) > 10 ORDER BY region NULLS FIRST;

-- 4. Totals beside the groups; the sketches of the groups are merged for them.
SELECT region, page, ROUND(quantile(millis, 0.9)) AS most
FROM requests WHERE region <> 'east' GROUP BY ROLLUP (region, page) ORDER BY region NULLS LAST, page NULLS LAST;

-- 5. A sliding window: the variance of each request and the four before it, where it jumps.
SELECT id, ROUND(variance) AS variance
FROM (SELECT id, variance_of(millis) OVER (ORDER BY id ROWS BETWEEN 4 PRECEDING AND CURRENT ROW) AS variance FROM requests)
WHERE id BETWEEN 97 AND 106 ORDER BY id;

-- 6. No rows at all: the answer of an accumulator that has seen nothing.
SELECT distinct_count(visitor) AS visitors, quantile(millis, 0.5) AS median, variance_of(millis) AS variance
FROM requests WHERE id < 0;

-- 7. An error of the guest: SQLSTATE 38000. The script ends here, with exit code 1.
SELECT quantile(millis, 99) FROM requests;
