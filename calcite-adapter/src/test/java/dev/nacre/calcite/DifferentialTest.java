package dev.nacre.calcite;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same statement with WebAssembly functions in Nacre and with Java aliases in H2: rows, labels and types are equal. */
class DifferentialTest {
    private static QueryBench bench;

    @BeforeAll
    static void openDatabase() throws SQLException {
        bench = QueryBench.inMemory(PeerFunctions.standard());
    }

    @AfterAll
    static void closeDatabase() throws SQLException {
        bench.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT id, twice(n) FROM readings",
                "SELECT id, twice(n) t, mask(payload) AS m, v FROM readings r WHERE site = 7 AND half(v) > 3 ORDER BY id LIMIT 10",
                "SELECT * FROM devices WHERE shout(name) = 'ALPHA!'",
                "SELECT d.*, shout(d.name) FROM devices d ORDER BY 1 DESC",
                "SELECT shout(name) s FROM devices ORDER BY s",
                "SELECT shout(name) FROM devices ORDER BY 1 DESC NULLS LAST, id",
                "SELECT id FROM readings ORDER BY half(v) DESC, id LIMIT 5 OFFSET 3",
                "SELECT seven()",
                "SELECT twice(3), shout('x'), twice(twice(2))",
                "VALUES (twice(1), 'a'), (3, shout('b'))",
                "SELECT DISTINCT even(n) FROM readings",
                "SELECT DISTINCT shout(name), site FROM devices ORDER BY site DESC, 1",
                "SELECT even(n), count(*), sum(twice(n)), min(half(v)), max(shout('q')) FROM readings GROUP BY even(n)",
                "SELECT even(n) e, count(*) c FROM readings GROUP BY e HAVING count(*) > 3 ORDER BY c",
                "SELECT site, twice(count(*)) FROM readings GROUP BY site ORDER BY site",
                "SELECT site, sum(n) FROM readings GROUP BY site HAVING twice(sum(n)) > 10 ORDER BY 1",
                "SELECT sum(half(v)), count(half(v)), count(*), sum(small(id)), sum(twice(n)) FROM readings",
                "SELECT sum(half(v)), count(*) FROM readings WHERE even(n) AND v > 1000",
                "SELECT count(DISTINCT small(id)), sum(DISTINCT twice(site)) FROM readings",
                "SELECT count(*) FILTER (WHERE even(n)) FROM readings",
                "SELECT r.id, d.name FROM readings r JOIN devices d ON twice(r.device) = twice(d.id) ORDER BY r.id",
                "SELECT r.id, d.name FROM readings r JOIN devices d ON r.device = d.id AND even(r.n) ORDER BY r.id",
                "SELECT d.id, r.id FROM devices d LEFT JOIN readings r ON r.device = d.id AND half(r.v) > 5 ORDER BY 1, 2",
                "SELECT d.id, r.id FROM readings r RIGHT JOIN devices d ON r.device = d.id AND half(r.v) > 5 ORDER BY 1, 2",
                "SELECT d.name, shout(d.name), count(*) FROM readings r, devices d WHERE r.device = d.id AND even(r.n) GROUP BY d.name ORDER BY 1",
                "SELECT * FROM (SELECT id, twice(n) t FROM readings) q WHERE q.t > 20 AND q.id < 30 ORDER BY q.t",
                "SELECT q.t, d.name FROM (SELECT device, twice(n) t FROM readings) q JOIN devices d ON q.device = d.id ORDER BY q.t",
                "WITH q AS (SELECT id, twice(n) t FROM readings) SELECT id, t FROM q WHERE t IS NOT NULL ORDER BY id",
                "WITH p AS (SELECT * FROM readings WHERE id < 9), q(a, b) AS (SELECT id, twice(n) FROM p) SELECT a, b FROM q ORDER BY a",
                "SELECT id FROM readings WHERE twice(n) IN (SELECT twice(id) FROM devices) ORDER BY id",
                "SELECT id FROM readings WHERE n IN (SELECT twice(id) FROM devices) ORDER BY id",
                "SELECT id, (SELECT max(twice(id)) FROM devices) FROM devices ORDER BY id",
                "SELECT id FROM devices WHERE EXISTS (SELECT 1 FROM readings WHERE half(v) > 5) ORDER BY id",
                "SELECT twice(id) FROM devices UNION SELECT n FROM readings WHERE id < 8",
                "SELECT id FROM devices UNION ALL SELECT small(id) FROM readings WHERE id < 4 ORDER BY 1 DESC LIMIT 5",
                "SELECT shout(name) FROM devices EXCEPT SELECT 'ALPHA!'",
                "SELECT twice(id) FROM devices INTERSECT SELECT twice(id) FROM readings",
                "SELECT CASE WHEN even(n) THEN 'even' WHEN n IS NULL THEN 'none' ELSE name END FROM readings r JOIN devices d ON d.id = r.device ORDER BY r.id",
                "SELECT CASE small(id) WHEN 1 THEN 'one' WHEN 2 THEN shout('two') END FROM readings ORDER BY id",
                "SELECT COALESCE(holes(n), -1), NULLIF(small(id), 3), holes(n) IS NULL, even(n) IS TRUE FROM readings ORDER BY id",
                "SELECT id FROM readings WHERE NOT even(n) OR half(v) BETWEEN 1 AND 3 ORDER BY id",
                "SELECT id FROM readings WHERE small(id) IN (1, 2, 3.0, NULL) ORDER BY id",
                "SELECT id FROM readings WHERE small(id) NOT IN (1, 2) ORDER BY id",
                "SELECT edge(id), edge(id) = edge(id + 1), edge(id) < 1, edge(id) >= edge(id + 2) FROM readings ORDER BY id",
                "SELECT id FROM readings ORDER BY edge(id), id",
                "SELECT edge(id) e, count(*) FROM readings GROUP BY edge(id) ORDER BY e DESC",
                "SELECT really(n), half(v) > really(n), small(id) = amount, really(n) = amount FROM readings ORDER BY id",
                "SELECT id, n + 1, v * 2 FROM readings WHERE even(n) ORDER BY id",
                "SELECT id, name || '?' FROM devices WHERE shout(name) <> '' ORDER BY name DESC LIMIT 2",
                "SELECT rownum(), shout(name) FROM devices",
                "SELECT id, row_number() OVER (ORDER BY v DESC NULLS LAST, id), twice(n) FROM readings ORDER BY id",
                "SELECT glue(name, code) FROM devices ORDER BY id",
                "SELECT twice(id) FROM readings FETCH FIRST 3 ROWS ONLY",
                "SELECT shout(code), code FROM devices WHERE shout(code) > code ORDER BY id",
                "SELECT a.id, b.id, a.id + b.id FROM devices a JOIN devices b ON small(a.id) = b.site - 6 AND a.id + 1 > b.id ORDER BY 1, 2",
                "SELECT a.id, COALESCE(b.name, '-') FROM devices a LEFT JOIN devices b ON small(a.id) = b.id + 1 ORDER BY 1",
                "SELECT r.site + 1, count(*) / 2, shout('x') FROM readings r WHERE even(n) GROUP BY r.site ORDER BY r.site + 1",
                "SELECT half(v) h FROM readings WHERE half(v) > 2 AND n / 2 > 3 ORDER BY 1",
                "SELECT x, twice(x) FROM SYSTEM_RANGE(1, 5) WHERE twice(x) <> 4",
                "SELECT CASE WHEN site IS NULL THEN 0 ELSE 100 / site END, twice(n) FROM readings ORDER BY id",
                "SELECT CASE WHEN even(n) THEN 100 / id ELSE 0 END FROM readings ORDER BY id",
                "SELECT COALESCE(holes(n), n / 2) FROM readings ORDER BY id",
                "SELECT twice(n) FROM readings WHERE at > TIMESTAMP '2026-01-01 12:00:00' AND EXTRACT(HOUR FROM at) < 20 ORDER BY at",
                "SELECT id, CAST(n AS VARCHAR(3)) FROM readings WHERE even(n) AND id BETWEEN 5 AND 12 ORDER BY n",
                "SELECT id FROM (SELECT * FROM readings ORDER BY id DESC FETCH FIRST 5 ROWS ONLY) WHERE even(n) OR TRUE ORDER BY 1",
                "(SELECT twice(id) AS a FROM devices) UNION ALL (SELECT id FROM devices ORDER BY id LIMIT 1) ORDER BY a",
                "SELECT *, twice(n) FROM readings ORDER BY 4 DESC, 1 LIMIT 3",
                "SELECT r.*, twice(n) t, r.id FROM readings r ORDER BY t, 2, r.id LIMIT 3",
                "SELECT twice(n) FROM readings r WHERE EXISTS (SELECT 1 FROM devices d WHERE d.id = r.device) AND even(n) ORDER BY id",
                "SELECT (SELECT name FROM devices d WHERE d.id = r.device), twice(n) FROM readings r WHERE even(id) ORDER BY r.id",
                "SELECT id FROM readings r WHERE half(v) > (SELECT avg(v) FROM readings q WHERE q.device = r.device) ORDER BY id",
                "SELECT twice(n) AS \"order\", n \"From\" FROM readings ORDER BY \"order\", id",
                "SELECT even(n) AS site, site AS s, count(*) FROM readings GROUP BY even(n), site ORDER BY 1, 2",
                "SELECT even(n) AS site, max(site) FROM readings GROUP BY site ORDER BY 1",
                "SELECT max(twice(n)) AS site, site FROM readings GROUP BY site ORDER BY 2",
                "SELECT * FROM readings r RIGHT JOIN devices d ON twice(r.device) = d.id ORDER BY d.id, r.id",
                "SELECT id FROM devices UNION ALL SELECT 1.5 UNION ALL SELECT twice(id) FROM devices UNION ALL SELECT 2 ORDER BY 1",
                "SELECT id FROM devices UNION ALL SELECT twice(id) FROM devices UNION SELECT 2 ORDER BY 1",
                "SELECT even(n) e, count(*) c, sum(n) FROM readings GROUP BY e HAVING c > 3 ORDER BY c",
                "SELECT site, count(*) c, twice(count(*)) FROM readings GROUP BY site HAVING c > 3 ORDER BY 1",
                "SELECT site + 1, count(*), sum(twice(n)) FROM readings GROUP BY site + 1 ORDER BY 1",
                "SELECT site, count(*) FROM readings GROUP BY site HAVING even(count(*)) AND 10 / count(*) >= 0 ORDER BY 1",
                "SELECT count(*) FROM readings HAVING even(count(*))",
                "SELECT even(count(*)), twice(max(n)) FROM readings",
                "SELECT max(twice(n)) + 1, sum(twice(n)) / count(*) FROM readings",
                "SELECT site, CASE WHEN count(*) > 3 THEN sum(twice(n)) END FROM readings GROUP BY site ORDER BY site",
                "SELECT * FROM (SELECT twice(n) FROM readings WHERE id < 3) ORDER BY 1",
                "WITH a AS (SELECT id, twice(id) t FROM devices), b AS (SELECT * FROM a WHERE t > 2) SELECT x.id, y.t FROM a x JOIN b y ON x.t = y.t ORDER BY 1",
                "WITH a AS (SELECT 1 x), b AS (SELECT twice(x) y FROM a) SELECT a.x, b.y FROM a, b",
                "SELECT * FROM (WITH a AS (SELECT id, twice(id) t FROM devices) SELECT * FROM a WHERE t > 2) q ORDER BY id",
                "SELECT d.id, q.t FROM devices d LEFT JOIN (SELECT id, twice(id) t FROM devices WHERE id < 3) q ON q.id = d.id WHERE q.t IS NULL ORDER BY 1",
                "SELECT * FROM (SELECT twice(id) a FROM devices) x, devices y ORDER BY 1, 2",
                "SELECT y.*, x.a FROM (SELECT twice(id) a FROM devices) x CROSS JOIN devices y ORDER BY 1, x.a",
                "SELECT at, at + INTERVAL '1' HOUR, CURRENT_DATE > DATE '2020-01-01', twice(id) FROM readings WHERE even(id) ORDER BY at",
                "SELECT id FROM readings WHERE even(n) ORDER BY site NULLS FIRST, id DESC",
                "SELECT shout(name), d.id FROM devices d NATURAL JOIN (SELECT id, site FROM devices) q ORDER BY id",
                "SELECT id FROM devices WHERE id IN (SELECT small(id) FROM readings WHERE even(n) ORDER BY id LIMIT 2) ORDER BY id",
                "(SELECT twice(1))",
                "SELECT ALL twice(n) FROM readings WHERE id < 4",
                "SELECT PUBLIC.twice(id), public.twice(2) FROM devices ORDER BY 1",
                "VALUES (1), (twice(2)) ORDER BY 1 DESC LIMIT 1",
                "SELECT /* twice(n) in a comment, and a quote ' */ id, 'twice[n] ''x''', twice(n) -- more\nFROM readings WHERE id < 3\r\nORDER BY 1;",
                "SELECT twice(n), even(id) FROM readings ORDER BY 1 NULLS LAST, 2, id LIMIT 4",
                "SELECT id FROM readings WHERE (even(n) AND site = 7) OR (n / 2 > 3 AND NOT even(id)) ORDER BY id",
                "SELECT even(id) AND n > 3, even(id) OR n > 3, NOT even(id), (even(id)) = (n > 3) FROM readings ORDER BY id",
                "SELECT E'a\\nb', e'it''s' 'so', shout(E'x') FROM devices",
                "SELECT twice(id), CAST(ROW(1, INTERVAL '1' DAY) AS ROW(a INT, b INTERVAL DAY)), CAST('b' AS ENUM('a', 'b')) FROM devices ORDER BY 1",
                "SELECT CAST(ROW(twice(id), INTERVAL '1 02' DAY TO HOUR) AS ROW(a INT, b INTERVAL DAY TO SECOND(3))) FROM devices ORDER BY id",
                "SELECT amount, small(id) < amount, half(amount), COALESCE(holes(n), amount) FROM readings ORDER BY id",
                "SELECT payload, mask(payload) = payload, mask(mask(payload)) = payload, mask(X'01') FROM readings ORDER BY id",
                "SELECT shout(name) = 'ALPHA!   ', code = shout('A'), shout(name) < name FROM devices ORDER BY id",
                "SELECT CASE WHEN id > 2 THEN small(id) ELSE 2.5 END, CASE WHEN even(id) THEN NULL ELSE NULL END, NULLIF(shout(name), code) FROM devices ORDER BY id",
                "SELECT CASE even(id) WHEN TRUE THEN 1 WHEN FALSE THEN 0 END, CASE shout(name) WHEN 'ALPHA!', 'BETA!' THEN 1 ELSE 2 END FROM devices ORDER BY id",
                "SELECT id, device FROM readings WHERE small(id) <> device AND device > 0 AND at < CURRENT_TIMESTAMP ORDER BY half(v) DESC NULLS LAST, at FETCH FIRST 6 ROWS ONLY",
                "SELECT min(shout(name)), max(name), min(code), count(DISTINCT shout(name)), max(even(id)) FROM devices",
                "SELECT d.site, r.site, count(*) FROM readings r JOIN devices d ON small(r.id) = d.id GROUP BY d.site, r.site ORDER BY 1, 2",
                "SELECT r.device, sum(half(r.v)), min(r.at) FROM readings r JOIN devices d ON r.device = d.id WHERE shout(d.name) <> 'ALPHA!' GROUP BY r.device HAVING count(*) > 2 ORDER BY r.device DESC",
                "SELECT a.id FROM devices a JOIN devices b ON twice(a.id) = b.id JOIN devices c ON c.id = b.id ORDER BY 1",
                "SELECT a.id, c.id FROM devices a JOIN (devices b LEFT JOIN devices c ON small(c.id) = twice(b.id)) ON a.id = b.id ORDER BY 1",
                "SELECT DISTINCT a.site FROM devices a JOIN devices b ON small(a.id) <> b.id ORDER BY 1 DESC",
                "SELECT id, twice(id) FROM devices WHERE name IN ('alpha', 'beta') OR shout(name) = 'GAMMA!' ORDER BY id",
                "SELECT twice(id) FROM devices WHERE FALSE",
                "SELECT sum(twice(id)), count(*), max(shout(name)) FROM devices WHERE even(id) AND FALSE",
                "SELECT site, sum(twice(id)) FROM devices WHERE even(id) AND FALSE GROUP BY site",
                "SELECT CAST(NULL AS BIGINT), twice(NULL), shout(NULL), COALESCE(twice(NULL), 3)",
                "SELECT DISTINCT twice(device), device FROM readings ORDER BY device DESC LIMIT 2",
                "SELECT id FROM devices UNION SELECT small(id) FROM readings UNION ALL SELECT 7 ORDER BY 1 LIMIT 9",
                "SELECT x FROM (SELECT twice(id) x FROM devices UNION ALL SELECT n FROM readings) WHERE x > 10 ORDER BY x",
                "SELECT id FROM devices WHERE twice(id) NOT IN (SELECT twice(site) FROM devices)",
                "SELECT id FROM devices WHERE twice(id) NOT IN (SELECT twice(site) FROM devices WHERE site IS NOT NULL) ORDER BY id",
                "SELECT EXISTS (SELECT twice(id) FROM devices WHERE even(id)), twice((SELECT max(id) FROM devices))",
                "SELECT site, avg(n), avg(twice(n)), avg(half(v)), avg(amount), avg(DISTINCT small(id)) FROM readings WHERE small(id) <> 4 GROUP BY site ORDER BY 1",
                "SELECT avg(twice(n)) FILTER (WHERE even(n)), sum(DISTINCT half(v)), avg(half(v)) / 3 FROM readings",
                "SELECT avg(twice(n)) FROM readings WHERE even(n) AND FALSE",
                "SELECT half(1), half(1.25), twice(2.5), shout(3), glue(1, DATE '2020-02-03'), twice('12')",
                "SELECT id FROM readings r WHERE even(r.id) AND r.id IN (SELECT d.id FROM devices d WHERE d.id = r.device) ORDER BY id",
            })
    void answersAsH2(String sql) throws SQLException {
        QueryBench.Answer expected = bench.h2(sql);

        assertThat(bench.nacre(sql)).isEqualTo(expected);
    }
}
