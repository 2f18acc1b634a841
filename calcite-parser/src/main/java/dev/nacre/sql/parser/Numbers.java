package dev.nacre.sql.parser;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** H2's spellings of whole numbers. */
final class Numbers {
    private static final Pattern GROUPED = Pattern.compile("[0-9]+(_[0-9]+)+");
    private static final Pattern PREFIXED = Pattern.compile("0([xX](_?[0-9a-fA-F])+|[oO](_?[0-7])+|[bB](_?[01])+)");
    /** H2 reads no number with more digits than its NUMERIC has. */
    private static final int MAXIMUM_LENGTH = 100_000;

    private Numbers() {}

    /** Returns the same number in decimal digits; empty for what is none. */
    static Optional<String> decimal(String text) {
        if (text.length() > MAXIMUM_LENGTH) {
            return Optional.empty();
        }
        if (GROUPED.matcher(text).matches()) {
            return Optional.of(text.replace("_", ""));
        }
        if (!PREFIXED.matcher(text).matches()) {
            return Optional.empty();
        }
        int radix = switch (text.substring(1, 2).toLowerCase(Locale.ROOT)) {
            case "x" -> 16;
            case "o" -> 8;
            default -> 2;
        };
        return Optional.of(new BigInteger(text.substring(2).replace("_", ""), radix).toString());
    }
}
