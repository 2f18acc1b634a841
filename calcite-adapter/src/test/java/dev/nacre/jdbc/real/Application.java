package dev.nacre.jdbc.real;

import dev.nacre.jdbc.peer.PeerFunction;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Functions that an application may have: from guests for Nacre, and of Java for H2 where they are easily written. */
final class Application {
    private static final List<PeerFunction> FUNCTIONS = List.of(
            new PeerFunction(
                    "LOUD", "(S VARCHAR) RETURNS VARCHAR", "shapes-rust", "nacre:shapes/compute@0.1.0#upper", "loud"),
            new PeerFunction(
                    "ADDED",
                    "(A INTEGER, B INTEGER) RETURNS INTEGER",
                    "shapes-c",
                    "nacre:shapes/compute@0.1.0#add",
                    "added"),
            new PeerFunction(
                    "SCALED",
                    "(V BIGINT) RETURNS BIGINT",
                    "shapes-cpp",
                    "nacre:shapes/compute@0.1.0#scale-long",
                    "scaled"),
            new PeerFunction(
                    "DIVIDED",
                    "(A BIGINT, B BIGINT) RETURNS BIGINT",
                    "shapes-rust",
                    "nacre:shapes/compute@0.1.0#divide",
                    "divided"),
            new PeerFunction(
                    "MATCHES", "(S VARCHAR, P VARCHAR) RETURNS BOOLEAN", "patterns-rust", "matches", "matches"),
            new PeerFunction("HITS", "(S VARCHAR, P VARCHAR) RETURNS BIGINT", "patterns-rust", "count", "hits"),
            new PeerFunction(
                    "REPLACED",
                    "(S VARCHAR, P VARCHAR, R VARCHAR) RETURNS VARCHAR",
                    "patterns-rust",
                    "replace-all",
                    "replaced"),
            new PeerFunction("JGET", "(D VARCHAR, P VARCHAR) RETURNS VARCHAR", "json-rust", "get", ""),
            new PeerFunction("JNUM", "(D VARCHAR, P VARCHAR) RETURNS DOUBLE", "json-rust", "get-number", ""),
            PeerFunction.ofShapes("SAME_INT", "INTEGER", "option-s32", "sameInt"),
            PeerFunction.ofShapes("SAME_TEXT", "VARCHAR", "option-string", "sameText"),
            PeerFunction.ofShapes("SAME_TRUTH", "BOOLEAN", "option-bool", "sameTruth"),
            PeerFunction.ofShapes("SAME_BYTES", "VARBINARY", "option-list-u8", "sameBytes"),
            PeerFunction.ofShapes("SAME_LIST", "INTEGER ARRAY", "list-s32", "sameList"),
            PeerFunction.ofShapes("SAME_POINT", "ROW(X DOUBLE PRECISION, Y DOUBLE PRECISION)", "point", ""),
            PeerFunction.ofSql("SAME_MONEY", "DECIMAL(12, 2)", "decimal", "sameMoney"),
            PeerFunction.ofSql("SAME_DAY", "DATE", "date", "sameDay"),
            PeerFunction.ofSql("SAME_TIME", "TIMESTAMP", "timestamp", "sameTime"),
            PeerFunction.ofSql("SAME_ID", "UUID", "uuid", "sameId"));

    private Application() {}

    static boolean isCalledIn(String sql) {
        return FUNCTIONS.stream().anyMatch(function -> sql.contains(function.name() + "("));
    }

    static void register(Connection nacre, Connection h2, Path folder) throws SQLException {
        for (PeerFunction function : FUNCTIONS) {
            function.createIn(nacre, folder);
            if (function.hasPeer()) {
                function.createPeerIn(h2);
            }
        }
    }

    /** Returns the functions that H2 has none for. */
    static String withoutPeer() {
        return FUNCTIONS.stream()
                .filter(function -> !function.hasPeer())
                .map(PeerFunction::name)
                .collect(Collectors.joining(", "));
    }

    static Optional<String> firstWithoutPeer(String sql) {
        return Arrays.stream(withoutPeer().split(", "))
                .filter(name -> sql.contains(name + "("))
                .findFirst();
    }
}
