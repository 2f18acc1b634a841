package dev.nacre.jdbc.compare;

import java.sql.Array;
import java.sql.Blob;
import java.sql.CallableStatement;
import java.sql.Clob;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.NClob;
import java.sql.ParameterMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.SQLXML;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The states in which each interface's methods are called. */
final class States {
    private static final Map<Class<?>, List<State>> ALL = all();

    private States() {}

    static Iterable<Class<?>> interfaces() {
        return ALL.keySet();
    }

    static List<State> of(Class<?> type) {
        return ALL.get(type);
    }

    private static Map<Class<?>, List<State>> all() {
        Map<Class<?>, List<State>> all = new LinkedHashMap<>();
        all.put(Connection.class, connections());
        all.put(Statement.class, statements());
        all.put(PreparedStatement.class, prepared());
        all.put(CallableStatement.class, calls());
        all.put(ResultSet.class, results());
        all.put(ResultSetMetaData.class, columns());
        all.put(ParameterMetaData.class, parameters());
        all.put(DatabaseMetaData.class, database());
        all.put(Savepoint.class, savepoints());
        all.put(Array.class, values("Array", "A", Connection::createArrayOf));
        all.put(Blob.class, List.of(read("BL", ResultSet::getBlob), made(Connection::createBlob)));
        all.put(Clob.class, List.of(read("CL", ResultSet::getClob), made(Connection::createClob)));
        all.put(NClob.class, List.of(read("CL", ResultSet::getNClob), made(Connection::createNClob)));
        all.put(SQLXML.class, List.of(read("CL", ResultSet::getSQLXML), made(Connection::createSQLXML)));
        return all;
    }

    private static List<State> connections() {
        return List.of(
                new State("open", Side::connection),
                new State("in a transaction", side -> {
                    side.connection().setAutoCommit(false);
                    run(side, "INSERT INTO KEYED(V) VALUES ('c')");
                    return side.connection();
                }),
                new State("with an open result", side -> {
                    row(side, side.connection().createStatement());
                    return side.connection();
                }),
                new State("closed", side -> {
                    side.connection().close();
                    return side.connection();
                }));
    }

    private static List<State> statements() {
        return List.of(
                new State("fresh", side -> side.keep(side.connection().createStatement())),
                new State(
                        "scrollable",
                        side -> side.keep(side.connection()
                                .createStatement(ResultSet.TYPE_SCROLL_INSENSITIVE, ResultSet.CONCUR_UPDATABLE))),
                new State("after a query", side -> {
                    Statement made = side.keep(side.connection().createStatement());
                    row(side, made);
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
                    made.executeUpdate("INSERT INTO KEYED(V) VALUES ('k')", Statement.RETURN_GENERATED_KEYS);
                    return made;
                }),
                new State("with limits", side -> {
                    Statement made = side.keep(side.connection().createStatement());
                    made.setMaxRows(2);
                    made.setFetchSize(1);
                    made.setQueryTimeout(100);
                    return made;
                }),
                new State("with a batch", side -> {
                    Statement made = side.keep(side.connection().createStatement());
                    made.addBatch("INSERT INTO KEYED(V) VALUES ('x')");
                    made.addBatch("INSERT INTO KEYED(V) VALUES (NULL)");
                    made.addBatch("UPDATE KEYED SET V = 'y'");
                    return made;
                }),
                new State("with a query in the batch", side -> {
                    Statement made = side.keep(side.connection().createStatement());
                    made.addBatch("INSERT INTO KEYED(V) VALUES ('x')");
                    made.addBatch(side.texts().query());
                    return made;
                }),
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

    private static List<State> prepared() {
        return List.of(
                new State("fresh", States::prepare),
                new State("with parameters", side -> set(prepare(side))),
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
                new State("an insert with keys, a batch and parameters", side -> {
                    PreparedStatement made = side.keep(side.connection()
                            .prepareStatement("INSERT INTO KEYED(V) VALUES (?)", Statement.RETURN_GENERATED_KEYS));
                    made.setString(1, "p");
                    made.addBatch();
                    made.setString(1, null);
                    made.addBatch();
                    made.setString(1, "q");
                    return made;
                }),
                new State("of a closed connection", side -> {
                    PreparedStatement made = set(prepare(side));
                    side.connection().close();
                    return made;
                }));
    }

    private static PreparedStatement prepare(Side side) throws SQLException {
        return side.keep(side.connection().prepareStatement(side.texts().prepared()));
    }

    private static PreparedStatement set(PreparedStatement statement) throws SQLException {
        statement.setString(1, "7");
        statement.setInt(2, 1);
        return statement;
    }

    private static List<State> calls() {
        return List.of(
                new State("fresh", States::call),
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

    private static List<State> results() {
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
                }),
                new State("scrollable, on the second row", side -> {
                    ResultSet made = open(side, scrollable(side, ResultSet.CONCUR_READ_ONLY));
                    made.absolute(2);
                    return made;
                }),
                new State("scrollable, after the last row", side -> {
                    ResultSet made = open(side, scrollable(side, ResultSet.CONCUR_READ_ONLY));
                    made.afterLast();
                    return made;
                }),
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
                }),
                new State("of a prepared statement", side -> {
                    PreparedStatement made = set(prepare(side));
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

    /** What updates is undone when the connection is closed. */
    private static Statement scrollable(Side side, int concurrency) throws SQLException {
        side.connection().setAutoCommit(concurrency == ResultSet.CONCUR_READ_ONLY);
        return side.connection().createStatement(ResultSet.TYPE_SCROLL_SENSITIVE, concurrency);
    }

    private static ResultSet open(Side side, Statement statement) throws SQLException {
        return side.keep(side.keep(statement).executeQuery(side.texts().query()));
    }

    private static ResultSet row(Side side, Statement statement) throws SQLException {
        ResultSet made = open(side, statement);
        made.next();
        return made;
    }

    private static List<State> columns() {
        return List.of(
                new State(
                        "of a result",
                        side -> row(side, side.connection().createStatement()).getMetaData()),
                new State("of a prepared statement", side -> prepare(side).getMetaData()),
                new State("of a closed result", side -> {
                    ResultSet made = row(side, side.connection().createStatement());
                    ResultSetMetaData metadata = made.getMetaData();
                    made.close();
                    return metadata;
                }));
    }

    private static List<State> parameters() {
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

    private static List<State> database() {
        return List.of(
                new State("open", side -> side.connection().getMetaData()),
                new State("of a closed connection", side -> {
                    DatabaseMetaData metadata = side.connection().getMetaData();
                    side.connection().close();
                    return metadata;
                }));
    }

    private static List<State> savepoints() {
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

    private interface Reading {
        Object read(ResultSet rows, String column) throws SQLException;
    }

    private interface ArrayMaking {
        Array make(Connection connection, String type, Object[] elements) throws SQLException;
    }

    private interface Making {
        Object make(Connection connection) throws SQLException;
    }

    private static List<State> values(String name, String column, ArrayMaking making) {
        return List.of(
                read(column, ResultSet::getArray),
                new State(
                        "made by the connection",
                        side -> making.make(side.connection(), "INTEGER", new Object[] {1, 2})),
                new State("freed " + name, side -> {
                    Array made = making.make(side.connection(), "INTEGER", new Object[] {1, 2});
                    made.free();
                    return made;
                }));
    }

    /** A value of a passed-on or planned result: computed ones have other columns. */
    private static State read(String column, Reading reading) {
        return new State("read from a row", side -> {
            Statement made = side.keep(side.connection().createStatement());
            ResultSet rows = side.keep(made.executeQuery(Texts.of(
                            side.texts().route() == Texts.Route.COMPUTED
                                    ? Texts.Route.PLANNED
                                    : side.texts().route())
                    .query()));
            rows.next();
            return reading.read(rows, column);
        });
    }

    private static State made(Making making) {
        return new State("made by the connection", side -> making.make(side.connection()));
    }

    private static void run(Side side, String sql) throws SQLException {
        try (Statement statement = side.connection().createStatement()) {
            statement.execute(sql);
        }
    }
}
