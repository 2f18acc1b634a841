package dev.nacre.cli.sql;

import dev.nacre.cli.script.ScriptPosition;
import dev.nacre.cli.script.ScriptStatement;
import java.sql.SQLException;
import java.util.Optional;

/** What stopped a script or a connection: a message, an SQLSTATE and a place in the script. */
public final class SqlFailure extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient SQLException failure;
    private final transient Optional<String> place;

    private SqlFailure(SQLException failure, Optional<String> place) {
        super(failure.getMessage(), failure);
        this.failure = failure;
        this.place = place;
    }

    /** Reports a failure outside of any statement. */
    public static SqlFailure of(SQLException failure) {
        return new SqlFailure(failure, Optional.empty());
    }

    /** Reports the failure of a statement, at the place that the database blames, else where the statement begins. */
    static SqlFailure of(SQLException failure, String source, ScriptStatement statement) {
        ScriptPosition position = ErrorPosition.find(failure.getMessage(), statement.text())
                .map(inside -> inside.from(statement.start()))
                .orElse(statement.start());
        return new SqlFailure(failure, Optional.of(position + " of " + source));
    }

    /** Returns the lines for people: message, SQLSTATE, position. */
    public String report() {
        String state = failure.getSQLState() == null ? "unknown" : failure.getSQLState();
        return "error: " + ErrorPosition.withoutPlace(failure.getMessage()) + System.lineSeparator()
                + "SQLSTATE: " + state + " (error " + failure.getErrorCode() + ")"
                + place.map(text -> System.lineSeparator() + "position: " + text)
                        .orElse("");
    }
}
