package dev.nacre.functions;

import static java.util.stream.Collectors.joining;

import dev.nacre.functions.settings.SettingValues;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What the WITH clause of a component or a function says. Immutable.
 *
 * @param values by the option's name in lower case; each a {@link String}, a {@link BigDecimal} or a {@link Boolean}
 */
public record DefinitionOptions(SortedMap<String, Object> values) {
    private static final Pattern PLAIN_NAME = Pattern.compile("[a-z][a-z0-9_]*");

    /** No options. */
    public static final DefinitionOptions NONE = new DefinitionOptions(new TreeMap<>());

    /**
     * Takes the values.
     *
     * @throws IllegalArgumentException for a name in upper case or a value of another class
     */
    public DefinitionOptions {
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
        values.forEach(DefinitionOptions::require);
    }

    private static void require(String name, Object value) {
        if (!name.equals(name.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException("option '" + name + "': expected a name in lower case");
        }
        if (!(value instanceof String || value instanceof BigDecimal || value instanceof Boolean)) {
            throw new IllegalArgumentException(
                    "option '" + name + "': expected a text, a number or a truth value, found "
                            + value.getClass().getName());
        }
    }

    /** Returns whether there are none. */
    public boolean isEmpty() {
        return values.isEmpty();
    }

    /**
     * Returns what they set.
     *
     * @param subject what has them, for messages
     * @throws FunctionException with {@link FunctionErrorCode#DAMAGED_DEFINITION} for what no setting can have in any JVM
     */
    public SettingValues settings(String subject) {
        return SettingValues.ofStored(subject, values);
    }

    /** Returns {@code name = literal, ...} in the order of the names: the one text for these options. Empty for none. */
    public String sql() {
        return values.entrySet().stream().map(DefinitionOptions::sql).collect(joining(", "));
    }

    private static String sql(Map.Entry<String, Object> option) {
        String name = option.getKey();
        String written = PLAIN_NAME.matcher(name).matches() ? name : "\"" + name.replace("\"", "\"\"") + "\"";
        return written + " = " + literal(option.getValue());
    }

    private static String literal(Object value) {
        if (value instanceof String text) {
            return SqlLiteral.of(text);
        }
        return value.toString()
                .toUpperCase(Locale.ROOT); // a number's short form: the long one of 1E999999999 fills the heap
    }
}
