package dev.nacre.jdbc;

import dev.nacre.h2.H2Session;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
    private static final String MARK = "[*]";
    private static final Pattern EXPECTED = Pattern.compile("(?s)\"; expected \"(.*)\"\\z");

    private final String sql;
    private final H2Session session;
    private final StringBuilder probe = new StringBuilder();
    private final List<Replaced> replaced = new ArrayList<>();

    /**
     * One name.
     *
     * @param at where its ROW begins in the probe
     * @param shift how many characters more the name has
     */
    private record Replaced(int at, int shift) {}

    SyntaxProbe(String sql, List<SqlToken> tokens, List<CallPositions.Call> calls, H2Session session) {
        this.sql = sql;
        this.session = session;
        int done = 0;
        for (CallPositions.Call call : calls) {
            int start = tokens.get(call.first()).start();
            int end = tokens.get(call.open() - 1).end();
            probe.append(sql, done, start);
            replaced.add(new Replaced(probe.length(), end - start - ROW.length()));
            probe.append(ROW);
            done = end;
        }
        probe.append(sql, done, sql.length());
    }

    /** Returns H2's error about the syntax of the client's text; empty when H2 can read it or stumbles over a ROW. */
    Optional<SQLException> mistake() {
        try {
            session.describe(probe.toString());
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
        String said = message.replace("\"\"", "\"");
        String text = probe.toString();
        int begin = said.indexOf('"') + 1;
        for (int mark = said.indexOf(MARK, begin); mark >= 0; mark = said.indexOf(MARK, mark + 1)) {
            int at = mark - begin;
            if (at <= text.length() && said.startsWith(text.substring(at), mark + MARK.length())) {
                return error(at, EXPECTED.matcher(message));
            }
        }
        return Optional.empty();
    }

    private Optional<SQLException> error(int at, Matcher expected) {
        int offset = at;
        for (Replaced name : replaced) {
            if (name.at() == at) {
                return Optional.empty();
            }
            offset += name.at() < at ? name.shift() : 0;
        }
        DbException error = expected.find()
                ? DbException.getSyntaxError(sql, offset, expected.group(1))
                : DbException.getSyntaxError(sql, offset);
        return Optional.of(DbException.toSQLException(error.addSQL(sql)));
    }
}
