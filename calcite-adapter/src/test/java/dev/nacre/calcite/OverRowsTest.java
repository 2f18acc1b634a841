package dev.nacre.calcite;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Aggregates and window functions over what functions compute or filter, which H2 forms over rows that it is given. */
class OverRowsTest {
    private static QueryBench bench;

    @BeforeAll
    static void openDatabase() throws SQLException {
        bench = QueryBench.inMemory(PeerFunctions.standard());
        try (Statement statement = bench.connection().createStatement()) {
            statement.execute("CREATE AGGREGATE longest FOR '" + Longest.class.getName() + "'");
        }
    }

    @AfterAll
    static void closeDatabase() throws SQLException {
        bench.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT id, ROW_NUMBER() OVER (ORDER BY twice(n)) r FROM readings QUALIFY r < 3",
                "SELECT id, twice(n) FROM readings QUALIFY ROW_NUMBER() OVER (PARTITION BY site ORDER BY id) = 1 ORDER BY id",
                "SELECT id FROM readings WHERE even(n) QUALIFY ROW_NUMBER() OVER (PARTITION BY site ORDER BY id) = 1 ORDER BY id",
                "SELECT LISTAGG(shout(name), ', ') WITHIN GROUP (ORDER BY id) FROM devices",
                "SELECT site, LISTAGG(shout(name), ', ') WITHIN GROUP (ORDER BY id) FROM devices GROUP BY site ORDER BY site",
                "SELECT ARRAY_AGG(twice(id) ORDER BY id DESC), MEDIAN(twice(id)), STDDEV_POP(half(id)), BOOL_OR(even(id)), EVERY(even(id)) FROM devices",
                "SELECT SUM(twice(id)) OVER (ORDER BY id), id FROM devices ORDER BY id",
                "SELECT id, RANK() OVER (PARTITION BY even(id) ORDER BY twice(n) DESC), LAG(twice(n)) OVER (ORDER BY id) FROM readings ORDER BY id",
                "SELECT id, SUM(n) OVER w, COUNT(*) OVER w FROM readings WHERE even(n) WINDOW w AS (PARTITION BY site ORDER BY twice(id)) ORDER BY id",
                "SELECT id, SUM(n) OVER (ORDER BY twice(id) ROWS BETWEEN 2 PRECEDING AND CURRENT ROW) FROM readings ORDER BY id",
                "SELECT ROWNUM(), id FROM readings WHERE even(n)",
                "SELECT id, ROW_NUMBER() OVER (ORDER BY id) FROM readings WHERE even(n)",
                "SELECT even(n), COUNT(*), MEDIAN(v) FROM readings WHERE twice(n) > 3 GROUP BY even(n) HAVING MEDIAN(v) > 1",
                "SELECT q.t, ROW_NUMBER() OVER (ORDER BY q.t) FROM (SELECT twice(id) t FROM devices) q",
                "SELECT COUNT(*) OVER (), twice(n) FROM readings WHERE even(n) ORDER BY id LIMIT 3",
                "SELECT *, ROW_NUMBER() OVER (ORDER BY id DESC) FROM devices WHERE shout(name) <> 'BETA!' ORDER BY id",
                "SELECT d.*, r.id, RANK() OVER (ORDER BY r.id) FROM devices d JOIN readings r ON small(r.id) = d.id ORDER BY d.id",
                "SELECT d.site, STRING_AGG(shout(d.name), '') FROM devices d JOIN readings r ON small(r.id) = d.id GROUP BY d.site ORDER BY 1",
                "SELECT MEDIAN(n) FROM readings WHERE even(n) AND FALSE",
                "SELECT COUNT(*), MEDIAN(1) FROM readings WHERE even(n)",
                "SELECT even(n) e, MEDIAN(n) m FROM readings GROUP BY e ORDER BY m DESC, e",
                "SELECT twice(COUNT(*)), twice(MAX(twice(n))), MEDIAN(n) FROM readings",
                "SELECT site, MEDIAN(n) FROM readings WHERE even(n) GROUP BY site HAVING twice(COUNT(*)) > 4 ORDER BY site",
                "SELECT site, MEDIAN(n) AS m FROM readings WHERE even(n) GROUP BY site HAVING m > 4 ORDER BY m",
                "SELECT twice(RANK() OVER (ORDER BY twice(n))), id FROM readings ORDER BY id",
                "SELECT shout(LISTAGG(shout(name)) WITHIN GROUP (ORDER BY name)) FROM devices",
                "SELECT id, n + ROW_NUMBER() OVER (ORDER BY twice(n), id), CASE WHEN even(n) THEN half(v) END FROM readings ORDER BY id",
                "SELECT DISTINCT DENSE_RANK() OVER (ORDER BY even(n)) FROM readings ORDER BY 1",
                "SELECT id, FIRST_VALUE(shout(name)) OVER (PARTITION BY site ORDER BY id DESC), NTILE(2) OVER (ORDER BY id) FROM devices ORDER BY ROW_NUMBER() OVER (ORDER BY shout(name))",
                "SELECT site, COUNT(*) FILTER (WHERE even(n)), BIT_OR_AGG(small(id)), ANY_VALUE(site) FROM readings GROUP BY site ORDER BY 1",
                "SELECT site + 1, MEDIAN(twice(n)) + 1 FROM readings GROUP BY site + 1 ORDER BY 1",
                "SELECT r.site, MEDIAN(twice(n)) FROM readings r GROUP BY site ORDER BY r.site",
                "SELECT PERCENTILE_CONT(0.5) WITHIN GROUP (ORDER BY half(v)) FROM readings",
                "SELECT JSON_ARRAYAGG(shout(name) ORDER BY id), JSON_OBJECTAGG(shout(name): id) FROM devices WHERE id < 3",
                "SELECT (SELECT COUNT(*) FROM devices), MEDIAN(twice(n)) FROM readings",
                "SELECT id, (SELECT name FROM devices d WHERE d.id = r.device), LAG(even(n)) OVER (ORDER BY id) FROM readings r ORDER BY id",
                "SELECT site, SUM(COUNT(*)) OVER (ORDER BY site) FROM readings WHERE even(n) GROUP BY site ORDER BY site",
                "SELECT site, SUM(SUM(twice(n))) OVER (ORDER BY site) FROM readings GROUP BY site ORDER BY site",
                "SELECT ROW_NUMBER() OVER (ORDER BY id) rn, name FROM devices WHERE shout(name) <> '' ORDER BY rn DESC FETCH FIRST 2 ROWS ONLY",
                "SELECT ROWNUM r, code, COUNT(*) OVER (PARTITION BY code) FROM devices WHERE shout(name) <> ''",
                "SELECT payload, COUNT(*) OVER (PARTITION BY mask(payload)) FROM readings ORDER BY id",
                "SELECT NULL, MEDIAN(twice(n)), NULL AS x FROM readings",
                "SELECT x, MEDIAN(twice(n)) FROM (SELECT NULL AS x, n FROM readings) GROUP BY x",
                "SELECT LISTAGG(DISTINCT shout(name), ',') WITHIN GROUP (ORDER BY shout(name)) FROM devices",
                "SELECT COUNT(*), STDDEV_SAMP(q.t) FROM (SELECT twice(n) t FROM readings) q WHERE q.t > 4",
                "SELECT twice(n) n, MEDIAN(v) FROM readings GROUP BY twice(n) ORDER BY n LIMIT 3",
                "SELECT twice(n) v, MEDIAN(v) FROM readings GROUP BY twice(n) ORDER BY v LIMIT 3",
                "SELECT id FROM readings r WHERE even(r.n) ORDER BY ROW_NUMBER() OVER (ORDER BY r.v DESC), id",
                "SELECT COUNT(*), MEDIAN(twice(x)) FROM SYSTEM_RANGE(1, 200000)",
                "SELECT x, twice(x), ROW_NUMBER() OVER (ORDER BY twice(x) DESC) r FROM SYSTEM_RANGE(1, 70000) QUALIFY r < 4 ORDER BY r",
                "SELECT longest(shout(name)), twice(COUNT(*)) FROM devices",
                "SELECT longest(name) FROM devices WHERE shout(name) <> ''",
                "SELECT PUBLIC.longest(name) + 1 FROM devices HAVING even(count(*))",
                "SELECT site FROM devices WHERE even(3) GROUP BY site HAVING longest(name) > 3",
                "SELECT CASE WHEN even(count(*)) THEN longest(name) END FROM devices GROUP BY name ORDER BY 1",
                "SELECT longest(d.name) FROM devices d JOIN devices e ON twice(d.id) = e.id"
            })
    void answersAsH2(String sql) throws SQLException {
        QueryBench.Answer expected = bench.h2(sql);

        assertThat(bench.nacre(sql)).isEqualTo(expected);
    }
}
