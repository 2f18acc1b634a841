package dev.nacre.jdbc.compare;

import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Values that are objects of JDBC: read from a row, and made by the connection. */
final class ValueStates {
    private ValueStates() {}

    static List<State> arrays() {
        return values("Array", "A", Connection::createArrayOf);
    }

    static List<State> blobs() {
        return List.of(read("BL", ResultSet::getBlob), made(Connection::createBlob));
    }

    static List<State> clobs() {
        return List.of(read("CL", ResultSet::getClob), made(Connection::createClob));
    }

    static List<State> nclobs() {
        return List.of(read("CL", ResultSet::getNClob), made(Connection::createNClob));
    }

    static List<State> xml() {
        return List.of(read("CL", ResultSet::getSQLXML), made(Connection::createSQLXML));
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
}
