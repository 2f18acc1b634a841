package dev.nacre.cli.sql;

import static java.util.Objects.requireNonNull;

import dev.nacre.cli.output.ResultFormat;
import dev.nacre.cli.script.ScriptReader;
import dev.nacre.cli.script.ScriptStatement;
import java.io.IOException;
import java.io.Reader;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/** Runs scripts on one connection, statement by statement. For one thread. */
public final class ScriptRunner {
    private final Connection connection;
    private final ResultFormat format;

    /**
     * @param connection stays open
     * @param format gets what each statement gives
     */
    public ScriptRunner(Connection connection, ResultFormat format) {
        this.connection = requireNonNull(connection, "connection is null");
        this.format = requireNonNull(format, "format is null");
    }

    /**
     * Runs a script up to its end or the first statement that fails.
     *
     * @throws SqlFailure for that statement; those before it stay done
     * @throws IOException when the script cannot be read or a result cannot be written
     */
    public void run(ScriptSource source) throws SqlFailure, IOException {
        try (Reader input = source.opening().open()) {
            ScriptReader script = new ScriptReader(input);
            for (Optional<ScriptStatement> next = script.next(); next.isPresent(); next = script.next()) {
                run(source, next.get());
            }
        }
    }

    private void run(ScriptSource source, ScriptStatement script) throws SqlFailure, IOException {
        try (Statement statement = connection.createStatement()) {
            if (statement.execute(script.text())) {
                writeRows(statement);
            } else {
                format.changed(statement.getLargeUpdateCount());
            }
        } catch (SQLException failure) {
            throw SqlFailure.of(failure, source.name(), script);
        }
    }

    private void writeRows(Statement statement) throws SQLException, IOException {
        try (ResultSet rows = statement.getResultSet()) {
            format.rows(rows);
        }
    }
}
