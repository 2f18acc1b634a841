package dev.nacre.calcite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.nacre.adapter.SqlLayerErrorCode;
import dev.nacre.adapter.SqlLayerException;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the planner refuses, and that mistakes in plain SQL stay H2's. */
class RefusalTest {
    private static QueryBench bench;

    @BeforeAll
    static void openDatabase() throws SQLException {
        bench = QueryBench.inMemory(PeerFunctions.standard());
        try (Statement statement = bench.connection().createStatement()) {
            statement.execute("CREATE AGGREGATE longest FOR '" + Longest.class.getName() + "'");
            statement.execute("CREATE SEQUENCE numbers");
        }
    }

    @AfterAll
    static void closeDatabase() throws SQLException {
        bench.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "SELECT NEXT VALUE FOR numbers, NEXT VALUE FOR numbers FROM devices WHERE even(id) # NEXT VALUE FOR",
                "SELECT id FROM readings WHERE even(n) AND ROWNUM < 5 # ROWNUM in a condition",
                "SELECT site, SUM(COUNT(*)) OVER (ORDER BY site) FROM readings GROUP BY site HAVING even(COUNT(*)) # a window function over groups that a wasm function filters",
                "SELECT id FROM readings QUALIFY even(ROW_NUMBER() OVER (ORDER BY n)) # QUALIFY with a function over a window function",
                "SELECT d.id FROM devices d JOIN (SELECT id, twice(id) t FROM devices) USING (id) # NATURAL JOIN or JOIN ... USING of a subquery without a name",
                "SELECT * FROM devices d JOIN readings r ON d.id = r.id JOIN (SELECT id, twice(id) t FROM devices) q USING (id) # a star over NATURAL JOIN or JOIN ... USING behind other joins",
                "SELECT d.id FROM devices d JOIN readings r ON d.id = r.id RIGHT JOIN (SELECT id, twice(id) t FROM devices) q USING (id) # RIGHT JOIN ... USING behind another join",
            })
    void refusesByName(String sql, String message) {
        SqlLayerException refusal = catchThrowableOfType(SqlLayerException.class, () -> bench.plan(sql));

        assertThat(refusal).as(sql).isNotNull();
        assertThat(refusal.code()).isEqualTo(SqlLayerErrorCode.NOT_SUPPORTED);
        assertThat(refusal.code().sqlState()).isEqualTo("0A000");
        assertThat(refusal).hasMessageContaining(message).hasMessageContaining("not supported yet");
    }

    @Test
    void pointsAtTheOperator() {
        SqlLayerException refusal = catchThrowableOfType(
                SqlLayerException.class, () -> bench.plan("SELECT 1\nFROM readings WHERE even(n) AND\n  ROWNUM < 5"));

        assertThat(refusal)
                .hasMessage(
                        "line 3, column 3: ROWNUM in a condition beside one that a wasm function decides is not supported yet"
                                + " beside a wasm function: move the function into a query of its own");
        assertThat(refusal.position())
                .hasValueSatisfying(position -> assertThat(position.line()).isEqualTo(3));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELECT twice(nosuch) FROM readings | 42122",
                "SELECT nosuch, twice(n) FROM readings | 42122",
                "SELECT twice(n) FROM nosuch | 42102",
                "SELECT twice(n) FROM readings WHERE nosuch(n) = 1 | 90022",
                "SELECT twice(n) FROM readings GROUP BY device | 90016",
                "SELECT id, even(n) FROM readings GROUP BY even(n) | 90016",
                "SELECT DISTINCT twice(n) FROM readings ORDER BY id | 90068",
                "SELECT twice(n) FROM readings WHERE even(n) = X'00' | 90110",
                "SELECT twice(id) FROM readings UNION SELECT id, n FROM readings | 21002",
                "SELECT (SELECT twice(id), id FROM devices) = 3 | 90110",
            })
    void leavesMistakesInPlainSqlToH2(String sql, int code) {
        assertThatThrownBy(() -> bench.nacre(sql)).isInstanceOfSatisfying(SQLException.class, error -> {
            assertThat(error.getErrorCode()).isEqualTo(code);
            assertThat(error.getMessage()).contains("SQL statement:\n" + sql + " [" + code);
        });
        assertThatThrownBy(() -> bench.h2(sql))
                .isInstanceOfSatisfying(
                        SQLException.class,
                        error -> assertThat(error.getErrorCode()).isEqualTo(code));
    }

    @Test
    void refusesArgumentsThatFitNoOverload() {
        assertThatThrownBy(() -> bench.plan("SELECT twice(n, 2) FROM readings"))
                .isInstanceOfSatisfying(
                        SqlLayerException.class,
                        error -> assertThat(error.code().sqlState()).isEqualTo("42883"))
                .hasMessage("line 1, column 8: function 'PUBLIC.TWICE': expected arguments (BIGINT), found (BIGINT,"
                        + " INTEGER); cast the arguments to a signature's types");
    }
}
