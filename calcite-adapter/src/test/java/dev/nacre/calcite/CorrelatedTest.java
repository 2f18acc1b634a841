package dev.nacre.calcite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Subqueries with functions that refer to the query around them. */
class CorrelatedTest {
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
                "SELECT twice(id) FROM devices d WHERE d.id IN (SELECT r.device FROM readings r WHERE even(r.n) AND r.site = d.site)",
                "SELECT d.*, EXISTS (SELECT 1 FROM readings r WHERE r.device = d.id AND twice(r.n) > 20) FROM devices d ORDER BY 1",
                "SELECT d.id, (SELECT MAX(twice(r.n)) FROM readings r WHERE r.device = d.id) FROM devices d ORDER BY 1",
                "SELECT d.id FROM devices d WHERE (SELECT COUNT(*) FROM readings r WHERE r.device = d.id AND even(r.n)) > 3 ORDER BY 1",
                "SELECT d.id FROM devices d WHERE NOT EXISTS (SELECT 1 FROM readings r WHERE r.device = twice(d.id)) ORDER BY 1",
                "SELECT d.id FROM devices d WHERE EXISTS (SELECT 1 FROM readings r WHERE r.device = d.id AND twice(d.id) = twice(r.site) ) ORDER BY 1",
                "SELECT d.id, d.name IN (SELECT LOWER(REPLACE(shout(e.name), '!', '')) FROM devices e WHERE e.site = d.site) FROM devices d ORDER BY d.id",
                "SELECT d.id, twice(d.id) > ALL (SELECT twice(r.n) FROM readings r WHERE r.site = d.site) FROM devices d ORDER BY d.id",
                "SELECT d.id, (SELECT twice(COUNT(*)) + d.id FROM readings r WHERE r.device = d.id AND even(r.n)) FROM devices d WHERE shout(d.name) <> '' ORDER BY d.id",
                "SELECT d.id, (SELECT LISTAGG(twice(r.n), ',') WITHIN GROUP (ORDER BY r.id) FROM readings r WHERE r.device = d.id) FROM devices d ORDER BY d.id",
                "SELECT d.id FROM devices d JOIN devices e ON twice(d.id) = e.id WHERE EXISTS (SELECT 1 FROM readings r WHERE r.device = e.id AND even(r.n)) ORDER BY 1",
                "SELECT d.id FROM devices d JOIN devices e ON twice(d.id) = e.id WHERE EXISTS (SELECT 1 FROM readings r WHERE r.device = e.id) ORDER BY 1",
                "SELECT site, (SELECT MAX(twice(n)) FROM readings r WHERE r.site = d.site) FROM devices d GROUP BY site ORDER BY 1",
                "SELECT d.id, (SELECT COUNT(*) FROM readings r WHERE r.device = d.id AND EXISTS (SELECT 1 FROM devices e WHERE twice(e.id) = r.site)) FROM devices d ORDER BY 1",
                "SELECT d.id, (SELECT COUNT(*) FROM readings r WHERE r.device = d.id AND EXISTS (SELECT 1 FROM devices e WHERE e.id = d.id AND even(e.id))) FROM devices d ORDER BY 1",
                "SELECT d.id, CASE WHEN d.id > 2 THEN (SELECT MAX(twice(n)) FROM readings r WHERE r.device = d.id) END FROM devices d ORDER BY 1",
                "SELECT d.id FROM devices d ORDER BY (SELECT MAX(twice(n)) FROM readings r WHERE r.device = d.id) DESC",
                "SELECT id, (SELECT MAX(twice(n)) FROM readings r WHERE r.device = devices.id) FROM devices ORDER BY 1",
                "SELECT id, (SELECT MAX(twice(n)) FROM readings WHERE device = devices.id) FROM devices ORDER BY 1",
                "SELECT id FROM devices d WHERE id > (SELECT AVG(half(v)) FROM readings r WHERE r.site = d.site) ORDER BY 1",
                "SELECT d.id, (SELECT id FROM readings r WHERE twice(r.id) = d.id GROUP BY id HAVING COUNT(*) >= d.id - 3) FROM devices d ORDER BY 1",
                "SELECT d.id, (SELECT COUNT(*) FROM readings r WHERE r.device = d.id AND EXISTS (SELECT 1 FROM readings d WHERE d.id = r.id AND even(d.n))) FROM devices d ORDER BY 1"
            })
    void answersAsH2(String sql) throws SQLException {
        QueryBench.Answer expected = bench.h2(sql);

        assertThat(bench.nacre(sql)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELECT id, (SELECT twice(n) FROM readings r WHERE r.device = d.id) FROM devices d ORDER BY 1 | 90053",
                "SELECT (SELECT nosuch FROM readings r WHERE twice(r.id) = d.id) FROM devices d | 42S22",
                "SELECT id, (SELECT MAX(twice(n)) FROM readings WHERE device = code) FROM devices ORDER BY 1 | 22018",
                "SELECT (SELECT t FROM (SELECT twice(r.n) t FROM readings r WHERE r.device = d.id) q) FROM devices d | 42S22",
            })
    void failsAsH2(String sql, String state) {
        assertThatThrownBy(() -> bench.nacre(sql))
                .isInstanceOfSatisfying(
                        SQLException.class,
                        error -> assertThat(error.getSQLState()).isEqualTo(state));
        assertThatThrownBy(() -> bench.h2(sql))
                .isInstanceOfSatisfying(
                        SQLException.class,
                        error -> assertThat(error.getSQLState()).isEqualTo(state));
    }
}
