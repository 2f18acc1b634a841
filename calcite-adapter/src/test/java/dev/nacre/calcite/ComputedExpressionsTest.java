package dev.nacre.calcite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Expressions over the results of functions that H2 computes row by row: values, labels and types are H2's. */
class ComputedExpressionsTest {
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
                "SELECT twice(n) + 1 FROM readings ORDER BY id",
                "SELECT shout(name) || 'x' FROM devices",
                "SELECT id FROM readings WHERE twice(n) + 1 > 3",
                "SELECT ABS(twice(n)) FROM readings",
                "SELECT id FROM devices WHERE shout(name) LIKE 'A%'",
                "SELECT CAST(twice(n) AS VARCHAR) FROM readings",
                "SELECT CAST(half(v) AS DECIMAL(10,2)), CAST(twice(n) AS SMALLINT) FROM readings",
                "SELECT -twice(n), +twice(n), twice(n) % 7, twice(n) * amount / 3 FROM readings",
                "SELECT twice(n) + half(v), shout(name) || ' ' || glue(name, code), UPPER(shout(name)), LENGTH(shout(name)) FROM readings r JOIN devices d ON r.device = d.id",
                "SELECT SUBSTRING(shout(name) FROM 2 FOR 3), SUBSTRING(shout(name), 2), TRIM(BOTH '!' FROM shout(name)), POSITION('A' IN shout(name)), REPLACE(shout(name), 'A', 'b') FROM devices",
                "SELECT shout(name) LIKE '%A%', shout(name) NOT LIKE 'B%', shout(name) REGEXP '^A', shout(name) ILIKE 'a%', shout(name) LIKE 'A\\%' ESCAPE '\\' FROM devices",
                "SELECT DATEADD(HOUR, twice(id), at), at + twice(id) * INTERVAL '1' DAY, EXTRACT(YEAR FROM DATEADD(DAY, twice(id), at)), DATEDIFF(DAY, at, DATEADD(DAY, twice(id), at)) FROM readings",
                "SELECT GREATEST(twice(n), 3), LEAST(half(v), n), ROUND(half(v), 1), FLOOR(half(v)), MOD(twice(n), 5), POWER(half(v), 2), SIGN(twice(n)) FROM readings",
                "SELECT IFNULL(holes(n), 0), NVL2(holes(n), 'a', 'b'), CASEWHEN(even(n), 1, 2), DECODE(small(id), 1, 'one', 2, 'two', 'many') FROM readings",
                "SELECT ARRAY[twice(n), 1][1], CARDINALITY(ARRAY[twice(n)]), ROW(twice(n), 1) = ROW(2, 1), (twice(n), id) IN ((2, 1), (8, 3)) FROM readings",
                "SELECT (twice(n), id) IN (SELECT twice(n), id FROM readings) FROM readings",
                "SELECT twice(n)::VARCHAR, twice(n) IS NULL, CAST(shout(name) AS CHAR(10)), CONCAT(shout(name), name), CONCAT_WS('-', shout(name), code) FROM readings r, devices d",
                "SELECT twice(n) = ANY(SELECT id FROM devices), twice(n) > ALL(SELECT id FROM devices) FROM readings",
                "SELECT id FROM readings WHERE twice(n) = ANY(SELECT twice(id) FROM devices)",
                "SELECT site, SUM(twice(n)) * 100 / COUNT(*), ROUND(AVG(half(v)), 2) FROM readings GROUP BY site",
                "SELECT twice(n) + (SELECT MAX(id) FROM devices) FROM readings",
                "SELECT twice(n) + (SELECT MAX(d.id) FROM devices d WHERE d.id = r.device) FROM readings r",
                "SELECT twice(n) + 1 AS a, COUNT(*) FROM readings GROUP BY twice(n) + 1 ORDER BY a",
                "SELECT twice(n) % 3 AS a, COUNT(*) FROM readings GROUP BY a ORDER BY a",
                "SELECT twice(n) + CASE WHEN even(n) THEN small(id) ELSE 0 END FROM readings ORDER BY 1",
                "SELECT id FROM readings ORDER BY MOD(twice(id), 7), id",
                "SELECT DISTINCT MOD(twice(id), 7) FROM readings",
                "SELECT COALESCE(twice(n) + 1, half(v) * 2, 0) FROM readings",
                "SELECT JSON_OBJECT('a': shout(name)), JSON_ARRAY(twice(id), 2) FROM devices",
                "SELECT FORMATDATETIME(at, 'yyyy') || shout('x'), TO_CHAR(at, 'YYYY') FROM readings",
                "SELECT -twice(n) + -3, NOT even(n) AND twice(n) + 1 > 0 FROM readings",
                "SELECT BITAND(twice(n), 3), twice(n) / 0 FROM readings WHERE id < 1",
                "SELECT 10 / twice(n) FROM readings WHERE n <> 0",
                "SELECT HASH('SHA-256', mask(payload)), RAWTOHEX(mask(payload)), OCTET_LENGTH(mask(payload)), mask(payload) || X'01' FROM readings",
                "SELECT LPAD(shout(name), 10, '*'), REPEAT(shout(name), 2), LEFT(shout(name), 2), INSTR(shout(name), 'A'), ASCII(shout(name)), CHAR_LENGTH(shout(name)) FROM devices",
                "SELECT twice(n) BETWEEN SYMMETRIC 10 AND 2, twice(n) NOT BETWEEN SYMMETRIC 10 AND 2 FROM readings",
                "SELECT id FROM readings WHERE twice(n) > ALL(SELECT d.id FROM devices d WHERE d.id > 10)",
                "SELECT id FROM readings WHERE (twice(n), id) NOT IN (SELECT twice(n), id FROM readings WHERE n > 20)",
                "SELECT twice(n) <> ANY(SELECT site FROM devices), twice(n) < ALL(SELECT site FROM devices) FROM readings",
                "SELECT DATEDIFF(DAY, DATEADD(DAY, twice(id), CURRENT_DATE), CURRENT_DATE), twice(id) + EXTRACT(YEAR FROM NOW()) > 2000, DATEADD(SECOND, small(id), CURRENT_TIMESTAMP(3)) < CURRENT_TIMESTAMP FROM readings",
                "SELECT MAX(twice(id)) + EXTRACT(YEAR FROM CURRENT_TIMESTAMP) FROM readings",
                "SELECT MAX(twice(id)) || CURRENT_USER || CURRENT_SCHEMA FROM readings"
            })
    void answersAsH2(String sql) throws SQLException {
        QueryBench.Answer expected = bench.h2(sql);

        assertThat(bench.nacre(sql)).isEqualTo(expected);
    }

    @Test
    void failsAsH2() {
        String sql = "SELECT twice(n) / 0 FROM readings";

        assertThatThrownBy(() -> bench.nacre(sql))
                .isInstanceOfSatisfying(
                        SQLException.class,
                        error -> assertThat(error.getSQLState()).isEqualTo("22012"))
                .hasMessageContaining("Division by zero: \"CAST(-34 AS BIGINT)\"; SQL statement:\n" + sql);
    }

    @Test
    void callsNothingInABranchThatIsNotTaken() throws SQLException {
        int before = bench.functions().calls("HALF");

        bench.nacre(
                "SELECT 1 + CASE WHEN twice(id) > 0 THEN 1 ELSE half(v) END, 1 + IFNULL(small(id), half(v)) FROM readings");

        assertThat(bench.functions().calls("HALF")).isEqualTo(before);
    }
}
