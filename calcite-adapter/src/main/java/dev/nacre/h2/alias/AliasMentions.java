package dev.nacre.h2.alias;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.h2.message.DbException;
import org.h2.util.StringUtils;

/** Finds the aliases that are called in a statement as H2 writes it, with all names quoted. Takes no literal for code. */
final class AliasMentions {
    private final String sql;
    private final Set<String> found = new LinkedHashSet<>();
    private int at;

    private AliasMentions(String sql) {
        this.sql = sql;
    }

    /** Returns the names in {@link AliasName#SCHEMA} of the aliases that a statement calls. */
    static Set<String> in(String sql) {
        if (!sql.contains(AliasName.SCHEMA)) {
            return Set.of();
        }
        AliasMentions mentions = new AliasMentions(sql);
        while (mentions.at < sql.length()) {
            mentions.step();
        }
        return mentions.found;
    }

    private void step() {
        if (sql.charAt(at) == '"') {
            if (name().equals(AliasName.SCHEMA)) {
                called();
            }
        } else if (sql.charAt(at) == '\'') {
            at = behind("'", at + 1); // a doubled mark begins another literal, which comes to the same
        } else if (sql.startsWith("--", at)) {
            at = behind("\n", at);
        } else if (sql.startsWith("/*", at)) {
            at = behind("*/", at + 2);
        } else if (sql.startsWith("$$", at)) {
            at = behind("$$", at + 2);
        } else {
            at++;
        }
    }

    /** H2 writes names with letters beyond ASCII as {@code U&"..."}. */
    private void called() {
        if (sql.startsWith(".\"", at)) {
            at++;
            call(name());
        } else if (sql.startsWith(".U&\"", at)) {
            at += 3;
            unescaped(name()).ifPresent(this::call);
        }
    }

    private static Optional<String> unescaped(String name) {
        try {
            return Optional.of(StringUtils.decodeUnicodeStringSQL(name, '\\'));
        } catch (DbException | IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private void call(String alias) {
        if (at < sql.length() && sql.charAt(at) == '(') {
            found.add(alias);
        }
    }

    private int behind(String end, int from) {
        int found = sql.indexOf(end, from);
        return found < 0 ? sql.length() : found + end.length();
    }

    /** Reads a quoted name, and stands behind it. */
    private String name() {
        StringBuilder name = new StringBuilder();
        do {
            int end = behind("\"", at + 1);
            name.append(sql, at + 1, Math.max(at + 1, end - 1)).append('"');
            at = end;
        } while (at < sql.length() && sql.charAt(at) == '"');
        name.setLength(name.length() - 1);
        return name.toString();
    }
}
