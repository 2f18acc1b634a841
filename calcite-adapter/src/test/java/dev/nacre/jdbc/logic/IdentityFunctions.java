package dev.nacre.jdbc.logic;

import dev.nacre.testkit.Guests;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** WebAssembly functions that give back what they get, one for each type that a query asks for. */
final class IdentityFunctions {
    private final Connection nacre;
    private final Connection h2;
    private final Path shapes;
    private final Path sql;
    private final Set<String> made = new HashSet<>();

    IdentityFunctions(Connection nacre, Connection h2, Path folder) {
        this.nacre = nacre;
        this.h2 = h2;
        this.shapes = Guests.file("shapes-rust", folder);
        this.sql = Guests.file("sql-rust", folder);
    }

    /** Returns the name of the function for a column; empty for one that is neither a number nor text, and for DECFLOAT. */
    Optional<String> of(ResultSetMetaData columns, int column) throws SQLException {
        return switch (columns.getColumnType(column)) {
            case Types.TINYINT -> function("TINYINT", shapes, "nacre:shapes/echo@0.1.0#echo-s8", "whole");
            case Types.SMALLINT -> function("SMALLINT", shapes, "nacre:shapes/echo@0.1.0#echo-s16", "whole");
            case Types.INTEGER -> function("INTEGER", shapes, "nacre:shapes/echo@0.1.0#echo-s32", "whole");
            case Types.BIGINT -> function("BIGINT", shapes, "nacre:shapes/echo@0.1.0#echo-option-s64", "whole");
            case Types.REAL -> function("REAL", shapes, "nacre:shapes/echo@0.1.0#echo-f32", "real");
            case Types.DOUBLE, Types.FLOAT ->
                "DECFLOAT".equals(columns.getColumnTypeName(column))
                        ? Optional.empty()
                        : function("DOUBLE PRECISION", shapes, "nacre:shapes/echo@0.1.0#echo-f64", "real");
            case Types.NUMERIC, Types.DECIMAL ->
                function(
                        "DECIMAL(" + columns.getPrecision(column) + ", " + columns.getScale(column) + ")",
                        sql,
                        "nacre:sql-guest/echo@0.1.0#echo-decimal",
                        "decimal");
            case Types.CHAR ->
                function(
                        "CHAR(" + columns.getPrecision(column) + ")",
                        shapes,
                        "nacre:shapes/echo@0.1.0#echo-string",
                        "text");
            case Types.VARCHAR -> function("VARCHAR", shapes, "nacre:shapes/echo@0.1.0#echo-option-string", "text");
            default -> Optional.empty();
        };
    }

    private Optional<String> function(String type, Path component, String export, String peer) throws SQLException {
        String name = "SAME_" + type.replaceAll("[^A-Z0-9]+", "_");
        if (made.add(name)) {
            try (Statement create = nacre.createStatement()) {
                create.execute("CREATE FUNCTION " + name + "(X " + type + ") RETURNS " + type
                        + " LANGUAGE WASM AS 'file:" + component + "' EXPORT '" + export + "'");
            }
            try (Statement create = h2.createStatement()) {
                create.execute("CREATE ALIAS " + name + " FOR '" + Identity.class.getName() + "." + peer + "'");
            }
        }
        return Optional.of(name);
    }
}
