package dev.nacre.jdbc.compare;

import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;

/** Connections, what describes a database, and savepoints. */
final class ConnectionStates {
    private ConnectionStates() {}

    static List<State> connections() {
        return Stream.of(direct(), PoolStates.handles()).flatMap(List::stream).toList();
    }

    private static List<State> direct() {
        return List.of(
                new State("open", Side::connection),
                new State("in a transaction", side -> {
                    side.connection().setAutoCommit(false);
                    run(side, side.texts().insert("'c'"));
                    return side.connection();
                }),
                new State("with an open result", side -> {
                    ResultStates.row(side, side.connection().createStatement());
                    return side.connection();
                }),
                new State("closed", side -> {
                    side.connection().close();
                    return side.connection();
                }));
    }

    static List<State> database() {
        return List.of(
                new State("open", side -> side.connection().getMetaData()),
                new State("of a closed connection", side -> {
                    DatabaseMetaData metadata = side.connection().getMetaData();
                    side.connection().close();
                    return metadata;
                }));
    }

    static List<State> savepoints() {
        return List.of(
                new State("unnamed", side -> {
                    side.connection().setAutoCommit(false);
                    return side.connection().setSavepoint();
                }),
                new State("named", side -> {
                    side.connection().setAutoCommit(false);
                    return side.connection().setSavepoint("here");
                }),
                new State("released", side -> {
                    side.connection().setAutoCommit(false);
                    Savepoint made = side.connection().setSavepoint("here");
                    side.connection().releaseSavepoint(made);
                    return made;
                }));
    }

    private static void run(Side side, String sql) throws SQLException {
        try (Statement statement = side.connection().createStatement()) {
            statement.execute(sql);
        }
    }
}
