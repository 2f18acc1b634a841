package dev.nacre.bench;

import static java.util.Objects.requireNonNull;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * Who computes.
 *
 * @param title for people
 * @param connection on which it computes; closed with the contender
 * @param functionPrefix with which the names of its functions begin
 * @param payloads the name of the table of payloads
 */
record Contender(String title, Connection connection, String functionPrefix, String payloads) implements AutoCloseable {
    Contender {
        requireNonNull(title, "title is null");
        requireNonNull(connection, "connection is null");
        requireNonNull(functionPrefix, "functionPrefix is null");
        requireNonNull(payloads, "payloads is null");
    }

    PreparedStatement prepare(Workload workload) throws SQLException {
        return connection.prepareStatement(workload.sql(functionPrefix, payloads));
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
