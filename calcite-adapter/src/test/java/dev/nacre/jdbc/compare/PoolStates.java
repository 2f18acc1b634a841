package dev.nacre.jdbc.compare;

import java.io.PrintWriter;
import java.io.Writer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import javax.sql.PooledConnection;

/** What gives connections: the driver, data sources, and connections of a pool. */
final class PoolStates {
    private PoolStates() {}

    static List<State> drivers() {
        return List.of(new State("open", Side::driver));
    }

    static List<State> sources() {
        return List.of(
                new State("open", side -> side.source(side.url())),
                new State("with a log", side -> {
                    DataSource made = side.source(side.url());
                    made.setLoginTimeout(7);
                    made.setLogWriter(new PrintWriter(Writer.nullWriter()));
                    return made;
                }),
                new State("without a URL", side -> side.source("")),
                new State("of another driver's URL", side -> side.source("jdbc:other:x")));
    }

    static List<State> pooled() {
        return List.of(
                new State("fresh", Side::pooled),
                new State("with a handle in a transaction", side -> {
                    PooledConnection made = watched(side);
                    begin(side.keep(made.getConnection()));
                    return made;
                }),
                new State("with a closed handle", side -> {
                    PooledConnection made = watched(side);
                    side.keep(made.getConnection()).close();
                    return made;
                }),
                new State("closed", side -> {
                    PooledConnection made = watched(side);
                    side.keep(made.getConnection());
                    made.close();
                    return made;
                }));
    }

    /** Connections that a pool hands out. */
    static List<State> handles() {
        return List.of(
                new State("of a pool", side -> side.keep(watched(side).getConnection())),
                new State(
                        "of a pool, in a transaction",
                        side -> begin(side.keep(watched(side).getConnection()))),
                new State("of a pool, given back", side -> {
                    Connection made = side.keep(watched(side).getConnection());
                    made.close();
                    return made;
                }),
                new State("of a pool, before the next", side -> {
                    PooledConnection pooled = watched(side);
                    Connection made = side.keep(pooled.getConnection());
                    side.given(pooled.getConnection());
                    return made;
                }),
                new State("of a closed pool", side -> {
                    PooledConnection pooled = watched(side);
                    Connection made = side.keep(pooled.getConnection());
                    pooled.close();
                    return made;
                }));
    }

    private static PooledConnection watched(Side side) throws SQLException {
        PooledConnection made = side.pooled();
        made.addConnectionEventListener(side.events());
        return made;
    }

    private static Connection begin(Connection handle) throws SQLException {
        handle.setAutoCommit(false);
        try (Statement statement = handle.createStatement()) {
            statement.execute("INSERT INTO KEYED(V) VALUES ('h')");
        }
        return handle;
    }
}
