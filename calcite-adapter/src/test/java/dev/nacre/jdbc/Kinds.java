package dev.nacre.jdbc;

import dev.nacre.testkit.Guests;
import dev.nacre.testkit.Rows;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Functions of all kinds, from the guest that has them. */
public final class Kinds {
    private final Connection connection;

    private Kinds(Connection connection) {
        this.connection = connection;
    }

    /** Makes component KINDS. */
    public static Kinds in(Connection connection) throws SQLException {
        try (PreparedStatement create = connection.prepareStatement("CREATE COMPONENT KINDS FROM ?")) {
            create.setBytes(1, Guests.bytes("kinds-rust"));
            create.execute();
        }
        return new Kinds(connection);
    }

    /**
     * Makes an aggregate of the name of its resource.
     *
     * @param resource in interface {@code aggregates}
     */
    public Kinds aggregate(String resource) throws SQLException {
        return execute("CREATE AGGREGATE FUNCTION " + resource.replace('-', '_')
                + " LANGUAGE WASM FROM KINDS EXPORT 'nacre:kinds/aggregates#" + resource + "'");
    }

    /** Makes a function of the name of its export, with the signature that the export has by itself. */
    public Kinds function(String interfaceName, String export) throws SQLException {
        return execute("CREATE FUNCTION " + export.replace('-', '_') + " LANGUAGE WASM FROM KINDS EXPORT 'nacre:kinds/"
                + interfaceName + "#" + export + "'");
    }

    /** Makes a function over columns, called for each row: of the name of its export, with a signature. */
    public Kinds vectorized(String export, String signature) throws SQLException {
        return execute("CREATE FUNCTION " + export.replace('-', '_') + signature
                + " LANGUAGE WASM FROM KINDS EXPORT 'nacre:kinds/vectors#" + export + "'");
    }

    public Kinds execute(String... statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
        return this;
    }

    /** Returns each row as one text, blanks between its values. */
    public List<String> rows(String sql) throws SQLException {
        return rows(connection, sql);
    }

    /** As {@link #rows(String)}, of another connection. */
    public static List<String> rows(Connection on, String sql) throws SQLException {
        return texts(Rows.of(on, sql));
    }

    /** Returns each row as {@link #rows(String)} does. */
    static List<String> texts(List<List<@Nullable Object>> rows) {
        return rows.stream()
                .map(row -> row.stream().map(String::valueOf).collect(Collectors.joining(" ")))
                .toList();
    }

    /** Returns the rows that a line of a table of tests has, a slash between them; none where it has nothing. */
    static List<String> expected(@Nullable String rows) {
        return rows == null ? List.of() : List.of(rows.split("/"));
    }
}
