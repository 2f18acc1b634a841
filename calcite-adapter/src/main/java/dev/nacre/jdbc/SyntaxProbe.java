package dev.nacre.jdbc;

import dev.nacre.h2.H2Session;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.h2.api.ErrorCode;
import org.h2.jdbc.JdbcException;
import org.h2.message.DbException;

/**
 * Asks an H2 that knows none of the functions whether it could read a statement: each call is written as a ROW, which takes any
 * arguments. What H2 says about types means nothing then, but a mistake in the syntax is one.
 */
final class SyntaxProbe {
    private static final String ROW = "ROW";
    private static final Pattern EXPECTED = Pattern.compile("(?s)\"; expected \"(.*)\"\\z");

    private final H2Session session;
    private final Rewriting probe;

    SyntaxProbe(String sql, List<SqlToken> tokens, List<CallPositions.Call> calls, H2Session session) {
        this.session = session;
        Rewriting.Editor editor = new Rewriting.Editor(sql);
        for (CallPositions.Call call : calls) {
            editor.replace(
                    tokens.get(call.first()).start(),
                    tokens.get(call.open() - 1).end(),
                    ROW);
        }
        this.probe = editor.finish();
    }

    /** Returns H2's error about the syntax of the client's text; empty when H2 can read it or stumbles over a ROW. */
    Optional<SQLException> mistake() {
        try {
            session.describe(probe.text());
            return Optional.empty();
        } catch (SQLException e) {
            boolean isSyntax =
                    e.getErrorCode() == ErrorCode.SYNTAX_ERROR_1 || e.getErrorCode() == ErrorCode.SYNTAX_ERROR_2;
            return isSyntax && e instanceof JdbcException failure
                    ? located(failure.getOriginalMessage())
                    : Optional.empty();
        }
    }

    private Optional<SQLException> located(String message) {
        OptionalInt at = probe.mark(message);
        boolean isOurs = at.isEmpty() || probe.edits().stream().anyMatch(edit -> edit.start() == at.getAsInt());
        return isOurs ? Optional.empty() : Optional.of(error(probe.offset(at.getAsInt()), EXPECTED.matcher(message)));
    }

    private SQLException error(int offset, Matcher expected) {
        String sql = probe.sql();
        DbException error = expected.find()
                ? DbException.getSyntaxError(sql, offset, expected.group(1))
                : DbException.getSyntaxError(sql, offset);
        return DbException.toSQLException(error.addSQL(sql));
    }
}
