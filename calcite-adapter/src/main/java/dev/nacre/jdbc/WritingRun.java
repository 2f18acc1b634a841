package dev.nacre.jdbc;

import dev.nacre.calcite.Failures;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.h2.value.Value;
import org.jspecify.annotations.Nullable;

/** One run of a statement that writes rows which Nacre computes. */
final class WritingRun {
    private final NacreConnection connection;
    private final NacreStatement statement;
    private final Writing writing;
    private final List<Value> values;
    private @Nullable RunningQuery source;

    WritingRun(NacreConnection connection, NacreStatement statement, Writing writing, List<Value> values) {
        this.connection = connection;
        this.statement = statement;
        this.writing = writing;
        this.values = values;
    }

    /** Computes all rows, then lets H2 write them; returns H2's count. */
    long run(InnerStatement.Preparing preparing) throws SQLException {
        Writing.ForH2 forH2 = writing.forH2(rows(), values, connection.session());
        RunningQuery read = source;
        return read == null
                ? write(forH2, preparing)
                : read.then(() -> write(forH2, preparing), statement.inner()::cancel);
    }

    private List<Value[]> rows() throws SQLException {
        Writing.Definition definition = writing.definition().orElse(null);
        if (definition != null) {
            if (!definition.hasData() || isThere(definition)) {
                return List.of(); // H2 says what becomes of the statement, and takes no row for it
            }
            if (definition.commits()) {
                commit();
            }
        }
        try {
            return read();
        } catch (SQLException failure) {
            throw Failures.about(writing.sql(), failure);
        }
    }

    private List<Value[]> read() throws SQLException {
        RunningQuery started = connection.start(
                writing.source(), writing.sourceValues(values), 0, statement.timeout(), statement::onStart);
        source = started;
        List<Value[]> rows = new ArrayList<>();
        started.drainTo(rows::add);
        return rows;
    }

    /** As H2 does before it reads the source: unlike COMMIT, that leaves tables that are dropped on commit. */
    private void commit() throws SQLException {
        connection.settle();
        try (Statement definition = connection.h2().createStatement()) {
            definition.execute("DROP TABLE IF EXISTS INFORMATION_SCHEMA.NACRE_ROWS");
        }
    }

    private boolean isThere(Writing.Definition definition) {
        try {
            connection.session().describe(definition.lookup());
            return true;
        } catch (SQLException missing) {
            return false;
        }
    }

    private long write(Writing.ForH2 forH2, InnerStatement.Preparing preparing) throws SQLException {
        try {
            return new H2Run(connection).run(Route.PassThrough.INSTANCE, () -> execute(forH2, preparing));
        } catch (SQLException failure) {
            throw H2Failures.of(failure, forH2.statement());
        }
    }

    private long execute(Writing.ForH2 forH2, InnerStatement.Preparing preparing) throws SQLException {
        try (PreparedStatement prepared = preparing.prepare(forH2.statement().text())) {
            statement.inner().onStart(prepared);
            for (int index = 0; index < forH2.values().size(); index++) {
                prepared.setObject(index + 1, forH2.values().get(index));
            }
            long count = prepared.executeLargeUpdate();
            statement.inner().keepKeys(prepared);
            return count;
        }
    }
}
