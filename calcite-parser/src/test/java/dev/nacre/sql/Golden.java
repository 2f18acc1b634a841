package dev.nacre.sql;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.dialect.AnsiSqlDialect;

/**
 * Is one entry of a golden file: a statement and what becomes of it.
 *
 * <p>Entries are parted by empty lines. A statement reaches to the line that starts with {@code =>} (its tree, printed)
 * or {@code !!} (its error: code and message). Lines that start with {@code #} are comments.
 */
record Golden(String sql, String outcome) {

    static List<Golden> read(String file) {
        try (InputStream stream = Objects.requireNonNull(Golden.class.getResourceAsStream(file), file)) {
            String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            return Arrays.stream(text.replaceAll("(?m)^#.*\n", "").split("\n{2,}"))
                    .filter(entry -> !entry.isBlank())
                    .map(Golden::entry)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Prints a tree with every parenthesis, or Nacre's own statement as it prints itself. */
    static String print(ParsedStatement statement) {
        if (statement instanceof ParsedStatement.Own own) {
            return own.statement().toSql();
        }
        if (statement instanceof ParsedStatement.Query query) {
            return print(query.query());
        }
        if (statement instanceof ParsedStatement.Explain explain) {
            return "EXPLAIN " + print(explain.query());
        }
        if (statement instanceof ParsedStatement.Call call) {
            return "CALL " + print(call.expression());
        }
        return print(((ParsedStatement.Modification) statement).modification());
    }

    static String print(SqlNode node) {
        return node.toSqlString(config -> config.withDialect(AnsiSqlDialect.DEFAULT)
                        .withAlwaysUseParentheses(true)
                        .withQuoteAllIdentifiers(false))
                .getSql()
                .replaceAll("\\s+", " ");
    }

    @Override
    public String toString() {
        return sql;
    }

    private static Golden entry(String entry) {
        String[] parts = entry.strip().split("\n(?==>|!!)", 2);
        return new Golden(parts[0], parts.length == 2 ? parts[1].strip() : "no outcome");
    }
}
