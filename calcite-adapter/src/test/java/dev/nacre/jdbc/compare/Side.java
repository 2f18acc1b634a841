package dev.nacre.jdbc.compare;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** One of the two drivers in one case: a connection, and what a state made on it. */
final class Side implements AutoCloseable {
    private final Connection connection;
    private final Texts texts;
    private @Nullable Statement statement;
    private @Nullable ResultSet result;

    Side(Connection connection, Texts texts) {
        this.connection = connection;
        this.texts = texts;
    }

    Connection connection() {
        return connection;
    }

    Texts texts() {
        return texts;
    }

    @Nullable
    Statement statement() {
        return statement;
    }

    /** Remembers the statement that the case is about. */
    <T extends Statement> T keep(T made) {
        statement = made;
        return made;
    }

    /** Remembers the result that the case is about. */
    ResultSet keep(ResultSet made) {
        result = made;
        return made;
    }

    /** Returns a name for an object that is known, null for any other. */
    @Nullable
    String name(Object object) {
        if (object == connection) {
            return "the connection";
        }
        if (object == statement) {
            return "the statement";
        }
        return object == result ? "the result" : null;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
