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
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Runs scripts on one connection, statement by statement. For one thread. */
public final class ScriptRunner {
    private final Connection connection;
    private final ResultFormat format;
    private final Consumer<String> warnings;

    /**
     * @param connection stays open
     * @param format gets what each statement gives
     * @param warnings gets what a statement did that its author may not expect
     */
    public ScriptRunner(Connection connection, ResultFormat format, Consumer<String> warnings) {
        this.connection = requireNonNull(connection, "connection is null");
        this.format = requireNonNull(format, "format is null");
        this.warnings = requireNonNull(warnings, "warnings is null");
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
                warn(statement.getWarnings());
            }
        } catch (SQLException failure) {
            throw SqlFailure.of(failure, source.name(), script);
        }
    }

    private void warn(@Nullable SQLWarning first) {
        for (SQLWarning warning = first; warning != null; warning = warning.getNextWarning()) {
            warnings.accept(String.valueOf(warning.getMessage()));
        }
    }

    private void writeRows(Statement statement) throws SQLException, IOException {
        try (ResultSet rows = statement.getResultSet()) {
            format.rows(rows);
        }
    }
}
