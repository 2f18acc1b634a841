package dev.nacre.h2.alias;

import dev.nacre.functions.FunctionName;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a function is called inside H2: {@code "NACRE_FN"."SCHEMA.NAME"}, an alias for a class that Nacre makes when H2 asks
 * for it. The class's name says which function is meant, so that an alias needs nothing but itself to work.
 */
public record AliasName(FunctionName function) {
    /** The schema of all aliases. */
    public static final String SCHEMA = "NACRE_FN";

    /** What begins the names of the classes; for {@code h2.allowedClasses}, where that is set. */
    public static final String CLASS_PREFIX = "dev.nacre.function.";

    /** H2's own bound on names. */
    private static final int LONGEST = 256;

    private static final Pattern ESCAPE = Pattern.compile("\\$([0-9a-f]{4})");

    /** Returns the name in {@link #SCHEMA}; two functions never have the same. */
    public String name() {
        return part(function.schema()) + "." + part(function.name());
    }

    private static String part(String name) {
        boolean isPlain = name.indexOf('.') < 0 && name.indexOf('"') < 0;
        return isPlain ? name : quoted(name);
    }

    /** Returns the qualified name as H2 reads and writes it. */
    public String sql() {
        return quoted(SCHEMA) + "." + quoted(name());
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    boolean isTooLong() {
        return name().length() > LONGEST;
    }

    /** Returns the name of the class behind the alias. */
    String className() {
        return CLASS_PREFIX + escaped(function.schema()) + "." + escaped(function.name());
    }

    /** Returns what a class stands for; empty for one that is none of Nacre's. */
    public static Optional<AliasName> ofClass(String className) {
        if (!className.startsWith(CLASS_PREFIX)) {
            return Optional.empty();
        }
        String[] parts = className.substring(CLASS_PREFIX.length()).split("\\.", -1);
        return parts.length == 2
                ? Optional.of(new AliasName(new FunctionName(unescaped(parts[0]), unescaped(parts[1]))))
                : Optional.empty();
    }

    /** H2 takes blanks out of a class's name and ends it at a parenthesis. */
    private static String escaped(String name) {
        StringBuilder escaped = new StringBuilder();
        for (char unit : name.toCharArray()) {
            boolean isPlain = unit < 128 && (Character.isLetterOrDigit(unit) || unit == '_');
            escaped.append(isPlain ? String.valueOf(unit) : String.format("$%04x", (int) unit));
        }
        return escaped.toString();
    }

    private static String unescaped(String escaped) {
        return ESCAPE.matcher(escaped).replaceAll(AliasName::unit);
    }

    private static String unit(MatchResult escape) {
        return Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(escape.group(1), 16)));
    }
}
