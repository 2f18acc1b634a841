package dev.nacre.jdbc;

import dev.nacre.testkit.Guests;
import dev.nacre.testkit.Rows;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/** The vectorized functions of the guest of all kinds, as the tests create them. */
final class Vectors {
    /** Scalar signatures over exports of lists, by export. */
    private static final Map<String, String> SIGNATURES = Map.ofEntries(
            Map.entry("twice", "(V BIGINT) RETURNS BIGINT"),
            Map.entry("plus", "(A DOUBLE PRECISION, B DOUBLE PRECISION) RETURNS DOUBLE PRECISION"),
            Map.entry("shout", "(S VARCHAR) RETURNS VARCHAR"),
            Map.entry("lengths", "(S VARCHAR) RETURNS BIGINT"),
            Map.entry("bytes-of", "(B VARBINARY) RETURNS BIGINT"),
            Map.entry("label", "(V BIGINT) RETURNS VARCHAR"),
            Map.entry("checked", "(V BIGINT) RETURNS BIGINT"),
            Map.entry("divide-each", "(A BIGINT, B BIGINT) RETURNS BIGINT"),
            Map.entry("echo-record", "(P ROW(NAME VARCHAR, AMOUNT BIGINT)) RETURNS ROW(NAME VARCHAR, AMOUNT BIGINT)"),
            Map.entry("calls", "(V BIGINT) RETURNS BIGINT"),
            Map.entry("batch-size", "(V BIGINT) RETURNS BIGINT"),
            Map.entry("shorter", "(V BIGINT) RETURNS BIGINT"),
            Map.entry("longer", "(V BIGINT) RETURNS BIGINT"),
            Map.entry("traps-at-42", "(V BIGINT) RETURNS BIGINT"),
            Map.entry("spin", "(V BIGINT) RETURNS BIGINT"),
            Map.entry("hog", "(V BIGINT) RETURNS BIGINT"),
            Map.entry("long-texts", "(V BIGINT) RETURNS VARCHAR"));

    private Vectors() {}

    /** Creates the component, a table T of the numbers N from 1 to 100, and all functions: TWICE, BATCH_SIZE and so on. */
    static void createAll(Connection connection) throws SQLException {
        createComponent(connection);
        for (String export : new TreeSet<>(SIGNATURES.keySet())) {
            create(connection, name(export), export, "");
        }
    }

    /** Creates the component and the table. */
    static void createComponent(Connection connection) throws SQLException {
        execute(
                connection,
                "CREATE COMPONENT KINDS FROM X'" + HexFormat.of().formatHex(Guests.bytes("kinds-rust")) + "'",
                "CREATE TABLE T(N BIGINT PRIMARY KEY) AS SELECT X FROM SYSTEM_RANGE(1, 100)");
    }

    /**
     * Creates a function.
     *
     * @param clauses follow the export
     */
    static void create(Connection connection, String name, String export, String clauses) throws SQLException {
        execute(
                connection,
                "CREATE FUNCTION " + name + SIGNATURES.get(export)
                        + " LANGUAGE WASM FROM KINDS EXPORT 'nacre:kinds/vectors#" + export + "' " + clauses);
    }

    private static String name(String export) {
        return export.replace('-', '_').toUpperCase(Locale.ROOT);
    }

    static void execute(Connection connection, String... statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** Returns the values of the first column. */
    static List<Object> column(Connection connection, String sql, Object... parameters) throws SQLException {
        return Rows.of(connection, sql, parameters).stream()
                .<Object>map(row -> String.valueOf(row.get(0)))
                .toList();
    }

    /** Returns a number for a query of one. */
    static long number(Connection connection, String sql) throws SQLException {
        return ((Number) Objects.requireNonNull(Rows.single(connection, sql))).longValue();
    }
}
