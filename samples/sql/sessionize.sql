-- Sessions out of clicks: ./nacre sql -f samples/sql/sessionize.sql, from the project's folder.
-- A web shop's clicks; a session ends when its visitor was away for half an hour.

CREATE COMPONENT sessionize FROM 'file:samples/guests/built/sessionize-rust.component.wasm';

-- A processor takes the rows of a table and gives rows. The columns of its argument are those of the component's records,
-- in their order; the parameter is that of its constructor.
CREATE FUNCTION sessions LANGUAGE WASM FROM sessionize EXPORT 'nacre:sessionize/processors#sessions';
CREATE FUNCTION session_events LANGUAGE WASM FROM sessionize EXPORT 'nacre:sessionize/processors#session-events';

CREATE TABLE clicks (
    id INTEGER PRIMARY KEY, visitor VARCHAR(20) NOT NULL, at TIMESTAMP NOT NULL, page VARCHAR(20) NOT NULL);

INSERT INTO clicks VALUES
    (1, 'ann', '2026-03-01 08:59:10', '/'), (2, 'ann', '2026-03-01 09:04:40', '/search'), (3, 'bo', '2026-03-01 09:05:00', '/'),
    (4, 'ann', '2026-03-01 09:05:31.5', '/pot'), (5, 'cy', '2026-03-01 09:10:00', '/mug'), (6, 'bo', '2026-03-01 09:34:59', '/cart'),
    (7, 'ann', '2026-03-01 09:40:00', '/'), (8, 'bo', '2026-03-01 10:04:59', '/pay'), (9, 'cy', '2026-03-01 23:50:00', '/'),
    (10, 'ann', '2026-03-01 09:41:00', '/pay'), (11, 'cy', '2026-03-02 00:10:00', '/mug'), (12, 'cy', '2026-03-02 00:40:01', '/');

-- 1. Each visitor's clicks are a partition of their own, in the order of time.
SELECT * FROM TABLE(sessions(TABLE(SELECT visitor, at, page FROM clicks) PARTITION BY visitor ORDER BY at, 1800))
ORDER BY visitor, number;

-- 2. What sessions look like: a query like any other, over what the processor gives.
SELECT first_page, COUNT(*) AS sessions, SUM(events) AS clicks, MAX(seconds) AS longest,
    SUM(CASE WHEN last_page = '/pay' THEN 1 ELSE 0 END) AS paid
FROM TABLE(sessions(TABLE(SELECT visitor, at, page FROM clicks) PARTITION BY visitor ORDER BY at, 1800))
GROUP BY first_page ORDER BY first_page;

-- 3. Every click with its place in a session, joined with what is known of the pages.
CREATE TABLE pages (page VARCHAR(20) PRIMARY KEY, title VARCHAR(20) NOT NULL);
INSERT INTO pages VALUES ('/', 'Home'), ('/search', 'Search'), ('/pot', 'Pot'), ('/mug', 'Mug'), ('/cart', 'Cart'), ('/pay', 'Payment');

SELECT e.visitor, e.number, e.step, p.title, e.pause_seconds
FROM TABLE(session_events(TABLE(SELECT visitor, at, page FROM clicks) PARTITION BY visitor ORDER BY at, 1800)) e
JOIN pages p ON p.page = e.page
WHERE e.visitor <> 'cy' ORDER BY e.visitor, e.number, e.step;

-- 4. Without partitions the order does the same, for all rows are one stream then.
SELECT visitor, number, events
FROM TABLE(sessions(TABLE(SELECT visitor, at, page FROM clicks WHERE page <> '/') ORDER BY (visitor, at), 1800))
ORDER BY visitor, number;

-- 5. An error of the guest: out of order. SQLSTATE 38000; the script ends here, with exit code 1.
SELECT * FROM TABLE(sessions(TABLE(SELECT visitor, at, page FROM clicks WHERE visitor = 'ann') ORDER BY at DESC, 1800));
