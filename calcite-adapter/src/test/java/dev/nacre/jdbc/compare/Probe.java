package dev.nacre.jdbc.compare;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import javax.sql.PooledConnection;
import org.jspecify.annotations.Nullable;

/** Looks at what a call has left behind. */
final class Probe {
    private final Sketch sketch;
    private final List<String> found = new ArrayList<>();

    Probe(Side side) {
        this.sketch = new Sketch(side);
    }

    private interface Question {
        @Nullable
        Object ask() throws SQLException;
    }

    private void ask(String name, Question question) {
        try {
            found.add(name + "=" + sketch.of(question.ask()));
        } catch (SQLException | RuntimeException failure) {
            found.add(name + "=" + sketch.of(failure));
        }
    }

    /** Returns an entry for the answer, and one for each thing that was found. */
    static List<String> of(Side side, Object subject, String answer) {
        Probe probe = new Probe(side);
        probe.found.add("answer: " + answer);
        if (subject instanceof ResultSet rows) {
            probe.result(side, rows);
        } else if (subject instanceof Statement statement) {
            probe.statement(side, statement);
        } else if (subject instanceof Connection connection) {
            probe.connection(side, connection);
        } else if (subject instanceof DataSource source) {
            probe.source(side, source);
        } else if (subject instanceof PooledConnection pooled) {
            probe.pooled(side, pooled);
        }
        return probe.found;
    }

    private void result(Side side, ResultSet rows) {
        ask("row", rows::getRow);
        ask("before first", rows::isBeforeFirst);
        ask("first", rows::isFirst);
        ask("last", rows::isLast);
        ask("after last", rows::isAfterLast);
        ask("was null", rows::wasNull);
        ask("closed", rows::isClosed);
        ask("column 1", () -> rows.getObject(1));
        ask("column 5", () -> rows.getObject(5));
        ask(
                "statement closed",
                () -> side.statement() == null || side.statement().isClosed());
        ask("updated", () -> {
            if (rows.getConcurrency() != ResultSet.CONCUR_UPDATABLE) {
                return "not updatable";
            }
            rows.updateRow();
            return row(rows);
        });
        ask("next", rows::next);
        ask("column 1", () -> rows.getObject(1));
    }

    private String row(ResultSet rows) throws SQLException {
        List<String> values = new ArrayList<>();
        for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
            values.add(sketch.of(rows.getObject(column)));
        }
        return values.toString();
    }

    private void statement(Side side, Statement statement) {
        ask("closed", statement::isClosed);
        ask("count", statement::getUpdateCount);
        ask("large count", statement::getLargeUpdateCount);
        ask("most rows", statement::getLargeMaxRows);
        ask("fetch size", statement::getFetchSize);
        ask("timeout", statement::getQueryTimeout);
        ask("result", statement::getResultSet);
        ask("keys", statement::getGeneratedKeys);
        ask("more", statement::getMoreResults);
        ask("count", statement::getUpdateCount);
        ask("result", statement::getResultSet);
        if (statement instanceof PreparedStatement prepared) {
            ask("executed", prepared::execute);
            ask("result", statement::getResultSet);
            ask("batch", prepared::executeBatch);
        } else {
            ask("batch", statement::executeBatch);
            ask("executed", () -> statement.executeQuery(side.texts().query()));
        }
        ask("closed", statement::isClosed);
        ask("keyed", () -> rows(side));
    }

    private Object rows(Side side) throws SQLException {
        try (Statement statement = side.connection().createStatement()) {
            return sketch.of(statement.executeQuery("SELECT COUNT(*), MAX(ID), MAX(V) FROM KEYED"));
        }
    }

    private void source(Side side, DataSource source) {
        ask("log", source::getLogWriter);
        ask("login timeout", source::getLoginTimeout);
        ask("connection", () -> side.given(source.getConnection()));
    }

    private void pooled(Side side, PooledConnection pooled) {
        ask("events", () -> side.events().seen());
        ask("keyed", () -> rows(side));
        Connection handle = side.handle();
        if (handle != null) {
            connection(side, handle);
        }
        ask("next", () -> commits(pooled.getConnection()));
        ask("next", () -> commits(pooled.getConnection()));
        ask("close", () -> {
            pooled.close();
            return null;
        });
        ask("events", () -> side.events().seen());
        ask("next", pooled::getConnection);
    }

    /** Leaves a handle open and in a transaction: the next one has to end both. */
    private static boolean commits(Connection handle) throws SQLException {
        boolean commits = handle.getAutoCommit();
        handle.setAutoCommit(false);
        return commits;
    }

    private void connection(Side side, Connection connection) {
        ask("closed", connection::isClosed);
        ask("commits", connection::getAutoCommit);
        ask("schema", connection::getSchema);
        ask("isolation", connection::getTransactionIsolation);
        ask("read only", connection::isReadOnly);
        ask("client info", () -> connection.getClientInfo().toString());
        ask("holdability", connection::getHoldability);
        ask("of its statement", () -> connection.createStatement().getConnection());
        ask("of its description", () -> connection.getMetaData().getConnection());
        ask("keyed", () -> {
            try (Statement statement = connection.createStatement()) {
                return sketch.of(statement.executeQuery("SELECT COUNT(*), MAX(ID), MAX(V) FROM PUBLIC.KEYED"));
            }
        });
        ask("events", () -> side.events().seen());
    }
}
