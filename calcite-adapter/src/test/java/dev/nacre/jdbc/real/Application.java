package dev.nacre.jdbc.real;

import dev.nacre.testkit.Guests;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Functions that an application may have: from guests for Nacre, and of Java for H2 where they are easily written. */
final class Application {
    private static final List<Function> FUNCTIONS = List.of(
            new Function(
                    "LOUD", "(S VARCHAR) RETURNS VARCHAR", "shapes-rust", "nacre:shapes/compute@0.1.0#upper", "loud"),
            new Function(
                    "ADDED",
                    "(A INTEGER, B INTEGER) RETURNS INTEGER",
                    "shapes-c",
                    "nacre:shapes/compute@0.1.0#add",
                    "added"),
            new Function(
                    "SCALED",
                    "(V BIGINT) RETURNS BIGINT",
                    "shapes-cpp",
                    "nacre:shapes/compute@0.1.0#scale-long",
                    "scaled"),
            new Function(
                    "DIVIDED",
                    "(A BIGINT, B BIGINT) RETURNS BIGINT",
                    "shapes-rust",
                    "nacre:shapes/compute@0.1.0#divide",
                    "divided"),
            new Function("MATCHES", "(S VARCHAR, P VARCHAR) RETURNS BOOLEAN", "patterns-rust", "matches", "matches"),
            new Function("HITS", "(S VARCHAR, P VARCHAR) RETURNS BIGINT", "patterns-rust", "count", "hits"),
            new Function(
                    "REPLACED",
                    "(S VARCHAR, P VARCHAR, R VARCHAR) RETURNS VARCHAR",
                    "patterns-rust",
                    "replace-all",
                    "replaced"),
            new Function("JGET", "(D VARCHAR, P VARCHAR) RETURNS VARCHAR", "json-rust", "get", ""),
            new Function("JNUM", "(D VARCHAR, P VARCHAR) RETURNS DOUBLE", "json-rust", "get-number", ""),
            shape("SAME_INT", "INTEGER", "option-s32", "sameInt"),
            shape("SAME_TEXT", "VARCHAR", "option-string", "sameText"),
            shape("SAME_TRUTH", "BOOLEAN", "option-bool", "sameTruth"),
            shape("SAME_BYTES", "VARBINARY", "option-list-u8", "sameBytes"),
            shape("SAME_LIST", "INTEGER ARRAY", "list-s32", "sameList"),
            shape("SAME_POINT", "ROW(X DOUBLE PRECISION, Y DOUBLE PRECISION)", "point", ""),
            sql("SAME_MONEY", "DECIMAL(12, 2)", "decimal", "sameMoney"),
            sql("SAME_DAY", "DATE", "date", "sameDay"),
            sql("SAME_TIME", "TIMESTAMP", "timestamp", "sameTime"),
            sql("SAME_ID", "UUID", "uuid", "sameId"));

    private record Function(String name, String signature, String guest, String export, String peer) {}

    private Application() {}

    private static Function shape(String name, String type, String export, String peer) {
        return new Function(
                name,
                "(X " + type + ") RETURNS " + type,
                "shapes-rust",
                "nacre:shapes/echo@0.1.0#echo-" + export,
                peer);
    }

    private static Function sql(String name, String type, String export, String peer) {
        return new Function(
                name,
                "(X " + type + ") RETURNS " + type,
                "sql-rust",
                "nacre:sql-guest/echo@0.1.0#echo-" + export,
                peer);
    }

    static boolean isCalledIn(String sql) {
        return FUNCTIONS.stream().anyMatch(function -> sql.contains(function.name() + "("));
    }

    static void register(Connection nacre, Connection h2, Path folder) throws SQLException {
        Map<String, Path> files = new HashMap<>();
        try (Statement create = nacre.createStatement();
                Statement alias = h2.createStatement()) {
            for (Function function : FUNCTIONS) {
                Path file = files.computeIfAbsent(function.guest(), guest -> Guests.file(guest, folder));
                create.execute("CREATE FUNCTION " + function.name() + function.signature() + " LANGUAGE WASM AS 'file:"
                        + file + "' EXPORT '" + function.export() + "'");
                if (!function.peer().isEmpty()) {
                    alias.execute("CREATE ALIAS " + function.name() + " FOR '" + Peers.class.getName() + "."
                            + function.peer() + "'");
                }
            }
        }
    }

    /** Returns the functions that H2 has none for. */
    static String withoutPeer() {
        return FUNCTIONS.stream()
                .filter(function -> function.peer().isEmpty())
                .map(Function::name)
                .collect(Collectors.joining(", "));
    }

    static Optional<String> firstWithoutPeer(String sql) {
        return Arrays.stream(withoutPeer().split(", "))
                .filter(name -> sql.contains(name + "("))
                .findFirst();
    }
}
