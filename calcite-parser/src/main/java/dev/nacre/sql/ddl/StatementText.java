package dev.nacre.sql.ddl;

import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** Puts the text of a statement together, one space between its words. */
final class StatementText {

    private final StringJoiner words = new StringJoiner(" ");

    StatementText(String first) {
        words.add(first);
    }

    static String list(List<? extends SqlFragment> items) {
        StringJoiner joiner = new StringJoiner(", ", "(", ")");
        items.forEach(item -> joiner.add(item.toSql()));
        return joiner.toString();
    }

    StatementText add(String word) {
        words.add(word);
        return this;
    }

    StatementText add(SqlFragment fragment) {
        return add(fragment.toSql());
    }

    StatementText addIf(boolean condition, String word) {
        return condition ? add(word) : this;
    }

    /** Adds nothing for null. */
    StatementText addIfPresent(@Nullable SqlFragment fragment) {
        return fragment == null ? this : add(fragment);
    }

    /** Adds the keyword and the fragment, or nothing for null. */
    StatementText addIfPresent(String keyword, @Nullable SqlFragment fragment) {
        return fragment == null ? this : add(keyword).add(fragment);
    }

    StatementText addList(List<? extends SqlFragment> items) {
        return add(list(items));
    }

    StatementText addOptions(List<OptionSetting> options) {
        return options.isEmpty() ? this : add("WITH").addList(options);
    }

    @Override
    public String toString() {
        return words.toString();
    }
}
