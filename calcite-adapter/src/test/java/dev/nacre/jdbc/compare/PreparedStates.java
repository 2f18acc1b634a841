package dev.nacre.jdbc.compare;

import java.sql.CallableStatement;
import java.sql.ParameterMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;

/** Prepared statements, calls among them, and what describes their parameters. */
final class PreparedStates {
    private PreparedStates() {}

    static List<State> statements() {
        return Stream.of(withoutResult(), afterRuns()).flatMap(List::stream).toList();
    }

    private static List<State> withoutResult() {
        return List.of(
                new State("fresh", PreparedStates::prepare),
                new State("with parameters", side -> set(prepare(side))),
                new State("closing on completion", side -> {
                    PreparedStatement made = set(prepare(side));
                    made.closeOnCompletion();
                    return made;
                }),
                new State("closed", side -> {
                    PreparedStatement made = prepare(side);
                    made.close();
                    return made;
                }),
                new State("of a closed connection", side -> {
                    PreparedStatement made = set(prepare(side));
                    side.connection().close();
                    return made;
                }));
    }

    private static List<State> afterRuns() {
        return List.of(
                new State("after execute", side -> {
                    PreparedStatement made = set(prepare(side));
                    made.execute();
                    return made;
                }),
                new State("scrollable, updatable, after executeQuery", side -> {
                    PreparedStatement made = set(side.keep(side.connection()
                            .prepareStatement(
                                    side.texts().prepared(),
                                    ResultSet.TYPE_SCROLL_INSENSITIVE,
                                    ResultSet.CONCUR_UPDATABLE)));
                    made.executeQuery();
                    return made;
                }),
                new State("with a batch", side -> {
                    PreparedStatement made = set(prepare(side));
                    made.addBatch();
                    made.setInt(2, 2);
                    made.addBatch();
                    return made;
                }),
                new State("an insert with keys, a batch and parameters", side -> {
                    PreparedStatement made = side.keep(side.connection()
                            .prepareStatement(side.texts().insert("?"), Statement.RETURN_GENERATED_KEYS));
                    made.setString(1, "p");
                    made.addBatch();
                    made.setString(1, null);
                    made.addBatch();
                    made.setString(1, "q");
                    return made;
                }));
    }

    static PreparedStatement prepare(Side side) throws SQLException {
        return side.keep(side.connection().prepareStatement(side.texts().prepared()));
    }

    static PreparedStatement set(PreparedStatement statement) throws SQLException {
        statement.setString(1, "7");
        statement.setInt(2, 1);
        return statement;
    }

    static List<State> calls() {
        return List.of(
                new State("fresh", PreparedStates::call),
                new State("registered", side -> {
                    CallableStatement made = call(side);
                    made.registerOutParameter(1, java.sql.Types.INTEGER);
                    return made;
                }),
                new State("executed", side -> {
                    CallableStatement made = call(side);
                    made.registerOutParameter(1, java.sql.Types.INTEGER);
                    made.setInt(1, 41);
                    made.execute();
                    return made;
                }),
                new State("executed as an update", side -> {
                    CallableStatement made = call(side);
                    made.registerOutParameter(1, java.sql.Types.INTEGER);
                    made.setInt(1, 41);
                    made.executeUpdate();
                    return made;
                }),
                new State("closed", side -> {
                    CallableStatement made = call(side);
                    made.close();
                    return made;
                }));
    }

    private static CallableStatement call(Side side) throws SQLException {
        return side.keep(side.connection().prepareCall(side.texts().call()));
    }

    static List<State> parameters() {
        return List.of(
                new State("of a prepared statement", side -> prepare(side).getParameterMetaData()),
                new State("of a call", side -> call(side).getParameterMetaData()),
                new State("of a closed statement", side -> {
                    PreparedStatement made = prepare(side);
                    ParameterMetaData metadata = made.getParameterMetaData();
                    made.close();
                    return metadata;
                }));
    }
}
