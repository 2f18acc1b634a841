package dev.nacre.jdbc.compare;

import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;

/** Statements that get their text when they run. */
final class StatementStates {
    private StatementStates() {}

    static List<State> all() {
        return Stream.of(idle(), afterRuns(), withBatches(), closed())
                .flatMap(List::stream)
                .toList();
    }

    private static List<State> idle() {
        return List.of(
                new State("fresh", side -> side.keep(side.connection().createStatement())),
                new State(
                        "scrollable",
                        side -> side.keep(side.connection()
                                .createStatement(ResultSet.TYPE_SCROLL_INSENSITIVE, ResultSet.CONCUR_UPDATABLE))),
                new State("with limits", side -> {
                    Statement made = side.keep(side.connection().createStatement());
                    made.setMaxRows(2);
                    made.setFetchSize(1);
                    made.setQueryTimeout(100);
                    return made;
                }));
    }

    private static List<State> afterRuns() {
        return List.of(
                new State("after a query", side -> {
                    Statement made = side.keep(side.connection().createStatement());
                    ResultStates.row(side, made);
                    return made;
                }),
                new State("after execute of a query, closing on completion", side -> {
                    Statement made = side.keep(side.connection().createStatement());
                    made.closeOnCompletion();
                    made.execute(side.texts().query());
                    return made;
                }),
                new State("after an update", side -> {
                    Statement made = side.keep(side.connection().createStatement());
                    made.executeUpdate(side.texts().insert("'k'"), Statement.RETURN_GENERATED_KEYS);
                    return made;
                }));
    }

    private static List<State> withBatches() {
        return List.of(
                new State("with a batch", side -> {
                    Statement made = side.keep(side.connection().createStatement());
                    made.addBatch(side.texts().insert("'x'"));
                    made.addBatch(side.texts().insert("NULL"));
                    made.addBatch(side.texts().update("'y'"));
                    return made;
                }),
                new State("with a query in the batch", side -> {
                    Statement made = side.keep(side.connection().createStatement());
                    made.addBatch(side.texts().insert("'x'"));
                    made.addBatch(side.texts().query());
                    return made;
                }));
    }

    private static List<State> closed() {
        return List.of(
                new State("closed", side -> {
                    Statement made = side.keep(side.connection().createStatement());
                    made.close();
                    return made;
                }),
                new State("of a closed connection", side -> {
                    Statement made = side.keep(side.connection().createStatement());
                    side.connection().close();
                    return made;
                }));
    }
}
