package dev.nacre.jdbc.compare;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;

/** Results, and what describes their columns. */
final class ResultStates {
    private ResultStates() {}

    static List<State> all() {
        return Stream.of(forward(), closed(), scrollable(), updatable())
                .flatMap(List::stream)
                .toList();
    }

    private static List<State> forward() {
        return List.of(
                new State(
                        "on the first row", side -> row(side, side.connection().createStatement())),
                new State("on a row of NULLs", side -> {
                    ResultSet made = row(side, side.connection().createStatement());
                    made.next();
                    made.next();
                    return made;
                }),
                new State(
                        "before the first row",
                        side -> open(side, side.connection().createStatement())),
                new State("after the last row", side -> {
                    ResultSet made = open(side, side.connection().createStatement());
                    while (made.next()) {
                        // to the end
                    }
                    return made;
                }),
                new State("of a prepared statement", side -> {
                    PreparedStatement made = PreparedStates.set(PreparedStates.prepare(side));
                    ResultSet rows = side.keep(made.executeQuery());
                    rows.next();
                    return rows;
                }),
                new State("with the most rows", side -> {
                    Statement made = side.connection().createStatement();
                    made.setMaxRows(1);
                    return row(side, made);
                }));
    }

    private static List<State> closed() {
        return List.of(
                new State("closed", side -> {
                    ResultSet made = row(side, side.connection().createStatement());
                    made.close();
                    return made;
                }),
                new State("of a closed statement", side -> {
                    ResultSet made = row(side, side.connection().createStatement());
                    made.getStatement().close();
                    return made;
                }),
                new State("of a closed connection", side -> {
                    ResultSet made = row(side, side.connection().createStatement());
                    side.connection().close();
                    return made;
                }));
    }

    private static List<State> scrollable() {
        return List.of(
                new State("scrollable, on the second row", side -> {
                    ResultSet made = open(side, scrollable(side, ResultSet.CONCUR_READ_ONLY));
                    made.absolute(2);
                    return made;
                }),
                new State("scrollable, after the last row", side -> {
                    ResultSet made = open(side, scrollable(side, ResultSet.CONCUR_READ_ONLY));
                    made.afterLast();
                    return made;
                }));
    }

    private static List<State> updatable() {
        return List.of(
                new State(
                        "updatable, on the first row", side -> row(side, scrollable(side, ResultSet.CONCUR_UPDATABLE))),
                new State("updatable, with an updated column", side -> {
                    ResultSet made = row(side, scrollable(side, ResultSet.CONCUR_UPDATABLE));
                    if (side.texts().route() != Texts.Route.COMPUTED) {
                        made.updateInt("I", 9);
                    }
                    return made;
                }),
                new State("updatable, on the insert row", side -> {
                    ResultSet made = row(side, scrollable(side, ResultSet.CONCUR_UPDATABLE));
                    if (side.texts().route() != Texts.Route.COMPUTED) {
                        made.moveToInsertRow();
                        made.updateInt("ID", 9);
                    }
                    return made;
                }),
                new State("forward, updatable", side -> {
                    side.connection().setAutoCommit(false);
                    return row(
                            side,
                            side.connection().createStatement(ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_UPDATABLE));
                }));
    }

    /** What updates is undone when the connection is closed. */
    private static Statement scrollable(Side side, int concurrency) throws SQLException {
        side.connection().setAutoCommit(concurrency == ResultSet.CONCUR_READ_ONLY);
        return side.connection().createStatement(ResultSet.TYPE_SCROLL_SENSITIVE, concurrency);
    }

    private static ResultSet open(Side side, Statement statement) throws SQLException {
        return side.keep(side.keep(statement).executeQuery(side.texts().query()));
    }

    static ResultSet row(Side side, Statement statement) throws SQLException {
        ResultSet made = open(side, statement);
        made.next();
        return made;
    }

    static List<State> columns() {
        return List.of(
                new State(
                        "of a result",
                        side -> row(side, side.connection().createStatement()).getMetaData()),
                new State(
                        "of a prepared statement",
                        side -> PreparedStates.prepare(side).getMetaData()),
                new State("of a closed result", side -> {
                    ResultSet made = row(side, side.connection().createStatement());
                    ResultSetMetaData metadata = made.getMetaData();
                    made.close();
                    return metadata;
                }));
    }
}
