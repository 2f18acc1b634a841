package dev.nacre.calcite;

import dev.nacre.functions.FunctionName;
import dev.nacre.functions.FunctionSignature;
import dev.nacre.functions.SqlKind;
import dev.nacre.functions.SqlType;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A table {@code edges} with a column of each type and the edge values of each type in its rows, and functions
 * {@code ECHO_<column>} that give back what they get. On H2's side an echo is a CAST to the type that it returns, so that
 * the operator over it works on a computed value of the same type.
 */
final class EdgeValues {
    /** How many rows the table has; all columns are NULL in the last. */
    static final int ROWS = 7;

    /** One column. */
    record Column(String name, String type, SqlType echo, List<String> values) {
        String echoed(String alias) {
            return "ECHO_" + name + "(" + alias + "." + name + ")";
        }

        /** Returns what an echo answers, as H2 computes it. */
        String cast(String operand) {
            return "CAST(" + operand + " AS " + type + ")";
        }
    }

    /** Columns of the types that functions return. */
    static final List<Column> ECHOED = List.of(
            column("b", SqlKind.BOOLEAN, "TRUE", "FALSE"),
            column("t", SqlKind.TINYINT, "0", "1", "-1", "127", "-128", "7"),
            column("s", SqlKind.SMALLINT, "0", "1", "-1", "32767", "-32768", "7"),
            column("i", SqlKind.INTEGER, "0", "1", "-1", "2147483647", "-2147483648", "7"),
            column("l", SqlKind.BIGINT, "0", "1", "-1", "9223372036854775807", "-9223372036854775808", "7"),
            column("n", SqlKind.DECIMAL, 12, 3, "0", "1", "-1", "1.500", "999999999.999", "0.001"),
            column("r", SqlKind.REAL, "0", "1", "-0.0", "'NaN'", "3.4028235E38", "0.1"),
            column("d", SqlKind.DOUBLE, "'Infinity'", "1", "-0.0", "'NaN'", "1.7976931348623157E308", "0.1"),
            column("c", SqlKind.CHAR, 5, 0, "'a'", "''", "'A  '", "'é'", "'1'", "'true'"),
            column("v", SqlKind.VARCHAR, 12, 0, "'a'", "''", "'a  '", "'\uD83E\uDD80é'", "'1.0'", "'2026-02-28'"),
            column("bi", SqlKind.BINARY, 3, 0, "X'000000'", "X'61'", "X'FFFFFF'", "X'310000'"),
            column("vb", SqlKind.VARBINARY, 16, 0, "X''", "X'61'", "X'FF'", "X'610000'", "X'00000000'"),
            column("bl", SqlKind.BLOB, "X''", "X'61'", "X'FF'"),
            column("da", SqlKind.DATE, "'0001-01-01'", "'9999-12-31'", "'2026-02-28'", "'1582-10-15'", "'-0044-03-15'"),
            column("ti", SqlKind.TIME, 9, 0, "'00:00:00'", "'23:59:59.999999999'", "'12:00:00.5'"),
            column(
                    "ts",
                    SqlKind.TIMESTAMP,
                    9,
                    0,
                    "'2026-02-28 00:00:00'",
                    "'9999-12-31 23:59:59.999999999'",
                    "'0001-01-01 00:00:00'"),
            column(
                    "tz",
                    SqlKind.TIMESTAMP_WITH_TIME_ZONE,
                    9,
                    0,
                    "'2026-02-28 00:00:00+00'",
                    "'2026-02-28 02:00:00+02'",
                    "'9999-12-31 23:59:59.999999999-18'"),
            column(
                    "u",
                    SqlKind.UUID,
                    "'00000000-0000-0000-0000-000000000000'",
                    "'ffffffff-ffff-ffff-ffff-ffffffffffff'"),
            column("j", SqlKind.JSON, "JSON 'null'", "JSON '1'", "JSON '{\"a\":[1,2]}'", "JSON '\"a\"'"));

    /** Columns of H2's other types, which stand beside a function. */
    static final List<Column> BESIDE = List.of(
            other("cl", "CHARACTER LARGE OBJECT", "'a'", "''", "'1'"),
            other("ci", "VARCHAR_IGNORECASE(10)", "'A'", "'a'", "'É'"),
            other("tt", "TIME(9) WITH TIME ZONE", "'12:00:00+00'", "'14:00:00+02'"),
            other("im", "INTERVAL YEAR TO MONTH", "INTERVAL '1-2' YEAR TO MONTH", "INTERVAL '-1-2' YEAR TO MONTH"),
            other("iv", "INTERVAL DAY TO SECOND", "INTERVAL '1 02:03:04.5' DAY TO SECOND"),
            other("df", "DECFLOAT(20)", "0", "1.0", "1E100", "'NaN'", "'-Infinity'", "0.1"),
            other("en", "ENUM('a', 'b', '1')", "'b'", "'a'", "'1'"),
            other("ar", "INTEGER ARRAY", "ARRAY[1, NULL]", "ARRAY[1, 2]", "ARRAY[]"),
            other("ro", "ROW(a INTEGER, b VARCHAR(3))", "ROW(1, 'a')", "ROW(1, NULL)"),
            other("ge", "GEOMETRY", "'POINT (1 2)'"));

    private EdgeValues() {}

    private static Column column(String name, SqlKind kind, String... values) {
        return of(name, SqlType.of(kind), values);
    }

    private static Column column(String name, SqlKind kind, int precision, int scale, String... values) {
        boolean scaled = kind == SqlKind.DECIMAL;
        return of(
                name,
                new SqlType.Simple(
                        kind, OptionalInt.of(precision), scaled ? OptionalInt.of(scale) : OptionalInt.empty()),
                values);
    }

    private static Column of(String name, SqlType type, String... values) {
        return new Column(name, type.sql(), type, List.of(values));
    }

    /** The type of the echo is never asked for. */
    private static Column other(String name, String type, String... values) {
        return new Column(name, type, SqlType.of(SqlKind.VARCHAR), List.of(values));
    }

    /** Makes the table and the functions. */
    static QueryBench bench() throws SQLException {
        PeerFunctions functions = PeerFunctions.standard();
        for (Column column : ECHOED) {
            functions.add(
                    new FunctionName("PUBLIC", "ECHO_" + column.name().toUpperCase(Locale.ROOT)),
                    values -> values[0],
                    new FunctionSignature(List.of(new FunctionSignature.Parameter("V", column.echo())), column.echo()));
        }
        QueryBench bench = QueryBench.inMemory(functions);
        try (Statement statement = bench.connection().createStatement()) {
            statement.execute("CREATE TABLE edges(id INTEGER PRIMARY KEY, " + definitions() + ")");
            for (int row = 0; row < ROWS; row++) {
                statement.execute("INSERT INTO edges VALUES (" + row + ", " + row(row) + ")");
            }
        }
        return bench;
    }

    private static String definitions() {
        return columns().stream()
                .map(column -> column.name() + " " + column.type())
                .collect(Collectors.joining(", "));
    }

    private static String row(int row) {
        return columns().stream()
                .map(column -> row < column.values().size() ? column.values().get(row) : "NULL")
                .collect(Collectors.joining(", "));
    }

    /** Returns all columns. */
    static List<Column> columns() {
        return Stream.concat(ECHOED.stream(), BESIDE.stream()).toList();
    }

    /**
     * Returns a statement as H2 runs it alone.
     *
     * @param columns whether to leave the casts out
     */
    static String plain(String sql, boolean columns) {
        String plain = sql;
        for (Column column : ECHOED) {
            plain = plain.replaceAll("ECHO_" + column.name() + "\\(([^()]*)\\)", columns ? "$1" : column.cast("$1"));
        }
        return QueryBench.aliased(plain);
    }
}
