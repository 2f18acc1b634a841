package dev.nacre.calcite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nacre.functions.FunctionName;
import dev.nacre.functions.FunctionSignature;
import dev.nacre.functions.SqlKind;
import dev.nacre.functions.SqlType;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** All of H2's types: as arguments and results of functions, and passing by beside them. */
class TypesTest {
    private static final List<String> SAMPLES = List.of(
            "b BOOLEAN = TRUE",
            "t TINYINT = -128",
            "s SMALLINT = 32767",
            "i INTEGER = -2147483648",
            "l BIGINT = 9223372036854775807",
            "r REAL = 1.5E-3",
            "d DOUBLE PRECISION = 2.5E300",
            "n NUMERIC(12, 3) = 123456.789",
            "c CHARACTER(5) = 'ab'",
            "v CHARACTER VARYING(10) = 'Zoë'",
            "bi BINARY(4) = X'01020304'",
            "vb BINARY VARYING(10) = X'00FF'",
            "bl BINARY LARGE OBJECT = X'0A0B'",
            "da DATE = DATE '0004-02-29'",
            "ti TIME(9) = TIME '23:59:59.123456789'",
            "ts TIMESTAMP(9) = TIMESTAMP '2026-11-22 10:11:12.987654321'",
            "tz TIMESTAMP(9) WITH TIME ZONE = TIMESTAMP WITH TIME ZONE '2026-11-22 10:11:12.5-03:30'",
            "u UUID = UUID '01234567-89ab-cdef-fedc-ba9876543210'",
            "j JSON = JSON '{\"a\":[1,null]}'",
            "cl CHARACTER LARGE OBJECT = 'long'",
            "ci VARCHAR_IGNORECASE(10) = 'MiXed'",
            "tt TIME WITH TIME ZONE = TIME WITH TIME ZONE '10:11:12+02:00'",
            "iv INTERVAL DAY TO SECOND = INTERVAL '1 02:03:04' DAY TO SECOND",
            "df DECFLOAT(10) = 1.25",
            "en ENUM('red', 'green') = 'green'",
            "ar INTEGER ARRAY = ARRAY[1, NULL, 3]",
            "ro ROW(a INTEGER, b VARCHAR(3)) = ROW(1, 'x')",
            "jo JAVA_OBJECT = X'00'",
            "ge GEOMETRY = GEOMETRY 'POINT (1 2)'");

    private QueryBench bench;

    @BeforeEach
    void openDatabase() throws SQLException {
        PeerFunctions functions = PeerFunctions.standard();
        for (SqlKind kind : SqlKind.values()) {
            functions.add("ECHO_" + kind, values -> values[0], kind, kind);
        }
        bench = QueryBench.inMemory(functions);
        StringBuilder columns = new StringBuilder();
        StringBuilder values = new StringBuilder();
        for (String sample : SAMPLES) {
            columns.append(", ").append(sample.split(" = ")[0]);
            values.append(", ").append(sample.split(" = ")[1]);
        }
        try (Statement statement = bench.connection().createStatement()) {
            statement.execute("CREATE TABLE samples(id INTEGER" + columns + ")");
            statement.execute("INSERT INTO samples VALUES (1" + values + ")");
            statement.execute("INSERT INTO samples(id) VALUES (2)");
        }
    }

    @AfterEach
    void closeDatabase() throws SQLException {
        bench.close();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.MATCH_NONE, names = "INTERVAL_.*") // TypeTableTest has all of these
    void givesValuesBackAsTheyWere(SqlKind kind) throws SQLException {
        String type = SqlType.of(kind).sql();
        String column = SAMPLES.stream()
                .filter(sample -> sample.contains(" " + type + " ")
                        || sample.contains(" " + type + "(")
                        || sample.matches("\\w+ " + type.replace("TIMESTAMP", "TIMESTAMP(\\(9\\))?") + " =.*")
                        || (kind == SqlKind.DECIMAL && sample.startsWith("n ")))
                .findFirst()
                .orElseThrow()
                .split(" ")[0];

        List<List<Object>> rows = bench.nacre("SELECT ECHO_" + kind + "(" + column + "), CAST(" + column + " AS " + type
                        + "), ECHO_" + kind + "(" + column + ") IS NULL FROM samples ORDER BY id")
                .rows();

        assertThat(rows.get(0).get(0)).isEqualTo(rows.get(0).get(1)).isNotEqualTo("NULL");
        assertThat(rows.get(1)).containsExactly("NULL", "NULL", "ValueBoolean TRUE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT *, twice(l) FROM samples ORDER BY id",
                "SELECT * FROM samples WHERE small(id) = 1",
                "SELECT DISTINCT s.*, small(id) FROM samples s",
                "SELECT a.* FROM samples a JOIN samples b ON small(a.id) = small(b.id) ORDER BY 1",
                "SELECT CASE WHEN small(id) = 1 THEN tz END, COALESCE(CASE WHEN even(id) THEN iv END, iv) FROM samples ORDER BY id",
                "SELECT min(en), max(iv), min(ar), max(u), min(ts), max(df), min(ci), sum(iv), sum(df), sum(n), sum(r), sum(s)"
                        + " FROM samples WHERE small(id) > 0",
                "SELECT en, ar, ci, count(*) FROM samples WHERE small(id) > 0 GROUP BY en, ar, ci ORDER BY 1",
                "SELECT shout(v) = v, ci = shout('mixe'), c = shout('a'), half(d) > df, small(id) < n FROM samples ORDER BY id",
                "SELECT id FROM samples WHERE small(id) > 0 ORDER BY tz, ar, ci DESC, ge",
                "SELECT en FROM samples WHERE small(id) > 0 UNION SELECT en FROM samples ORDER BY 1",
            })
    void letsEveryTypePass(String sql) throws SQLException {
        assertThat(bench.nacre(sql)).isEqualTo(bench.h2(sql));
    }

    @Test
    void keepsDeclaredPrecisionOfResults() throws SQLException {
        PeerFunctions functions = bench.functions();
        SqlType money = new SqlType.Simple(SqlKind.DECIMAL, OptionalInt.of(6), OptionalInt.of(2));
        SqlType name = new SqlType.Simple(SqlKind.VARCHAR, OptionalInt.of(3), OptionalInt.empty());
        functions.add(
                new FunctionName("PUBLIC", "PRICE"),
                values -> new BigDecimal("12.5"),
                new FunctionSignature(List.of(), money));
        functions.add(
                new FunctionName("PUBLIC", "NAMED"), values -> "much too long", new FunctionSignature(List.of(), name));

        QueryBench.Answer answer = bench.nacre("SELECT price(), price() = 12.50");

        assertThat(answer.rows()).containsExactly(List.of("ValueNumeric 12.50", "ValueBoolean TRUE"));
        assertThat(answer.types()).containsExactly("DECIMAL(6, 2)", "BOOLEAN");
        assertThatThrownBy(() -> bench.nacre("SELECT named()"))
                .isInstanceOfSatisfying(
                        SQLException.class,
                        error -> assertThat(error.getSQLState()).isEqualTo("22001"));
    }

    @Test
    void takesArraysAndRows() throws SQLException {
        SqlType numbers = new SqlType.Array(SqlType.of(SqlKind.INTEGER));
        SqlType pair = new SqlType.Row(List.of(
                new SqlType.Field("A", SqlType.of(SqlKind.INTEGER)),
                new SqlType.Field("B", SqlType.of(SqlKind.VARCHAR))));
        PeerFunctions functions = bench.functions();
        functions.add(
                new FunctionName("PUBLIC", "NUMBERS"),
                values -> values[0],
                new FunctionSignature(List.of(new FunctionSignature.Parameter("V", numbers)), numbers));
        functions.add(
                new FunctionName("PUBLIC", "PAIR"),
                values -> values[0],
                new FunctionSignature(List.of(new FunctionSignature.Parameter("V", pair)), pair));

        assertThat(bench.nacre(
                                "SELECT numbers(ar) = ar, pair(ro) = ro, numbers(ar), pair(ro) FROM samples WHERE id = 1")
                        .rows())
                .isEqualTo(bench.h2("SELECT ar = ar, TRUE, ar, ro FROM samples WHERE id = 1")
                        .rows());
    }

    @Test
    void convertsArgumentsAsCastDoes() throws SQLException {
        assertThat(bench.nacre("SELECT twice(n), shout(da), small(df), twice(t), even(b) FROM samples WHERE id = 1")
                        .rows()
                        .get(0))
                .containsExactly(
                        "ValueBigint 246914",
                        "ValueVarchar 0004-02-29!",
                        "ValueInteger 1",
                        "ValueBigint -256",
                        "ValueBoolean FALSE");
        assertThatThrownBy(() -> bench.nacre("SELECT small(l) FROM samples"))
                .isInstanceOfSatisfying(
                        SQLException.class,
                        error -> assertThat(error.getSQLState()).isEqualTo("22003"));
        assertThatThrownBy(() -> bench.nacre("SELECT twice(v) FROM samples"))
                .isInstanceOfSatisfying(
                        SQLException.class,
                        error -> assertThat(error.getSQLState()).isEqualTo("22018"));
    }

    @Test
    void choosesTheClosestOverload() throws SQLException {
        PeerFunctions functions = bench.functions();
        functions.add("OVERLOADED", values -> "bigint", SqlKind.VARCHAR, SqlKind.BIGINT);
        functions.add("OVERLOADED", values -> "double", SqlKind.VARCHAR, SqlKind.DOUBLE);
        functions.add("OVERLOADED", values -> "text", SqlKind.VARCHAR, SqlKind.VARCHAR);
        functions.add("OVERLOADED", values -> "two", SqlKind.VARCHAR, SqlKind.VARCHAR, SqlKind.VARCHAR);

        assertThat(bench.nacre(
                                "SELECT overloaded(l), overloaded(i), overloaded(r), overloaded(v), overloaded(c), overloaded(v, v), overloaded(twice(l)) FROM samples"
                                        + " WHERE id = 1")
                        .rows())
                .containsExactly(List.of(
                        "ValueVarchar bigint",
                        "ValueVarchar bigint",
                        "ValueVarchar double",
                        "ValueVarchar text",
                        "ValueVarchar text",
                        "ValueVarchar two",
                        "ValueVarchar bigint"));
        assertThatThrownBy(() -> bench.plan("SELECT overloaded(?)"))
                .hasMessage(
                        "line 1, column 8: function 'PUBLIC.OVERLOADED': arguments (UNKNOWN) fit (BIGINT) or (DOUBLE PRECISION)"
                                + " or (CHARACTER VARYING) equally well; cast the arguments to one signature's types");
        assertThatThrownBy(() -> bench.plan("SELECT overloaded(ge, 1, 2) FROM samples"))
                .hasMessageContaining("expected arguments (BIGINT) or (DOUBLE PRECISION) or (CHARACTER VARYING)");
    }
}
