package dev.nacre.functions.settings;

import dev.nacre.functions.FunctionErrorCode;
import dev.nacre.functions.FunctionException;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads values as people write them. Every input may be hostile: nothing here takes longer than the text is long. */
final class SettingLiterals {
    /** What is written for no bound. */
    static final String NONE = "none";

    /** Longer numbers than any setting can have are not even read. */
    private static final Pattern QUANTITY = Pattern.compile("(\\d{1,19}(?:\\.\\d{1,9})?)\\s{0,9}([A-Za-z]{0,9})");

    private static final int LONGEST_TEXT = 60;
    private static final int MOST_DIGITS = 30;
    private static final BigDecimal LARGEST = BigDecimal.valueOf(Long.MAX_VALUE);

    private SettingLiterals() {}

    static long parse(SqlSetting setting, String subject, Object literal) {
        OptionalLong value = OptionalLong.empty();
        if (literal instanceof String text) {
            value = ofText(setting, text.strip());
        } else if (literal instanceof BigDecimal number) {
            value = whole(number, 1);
        } else if (literal instanceof Number number) {
            value = whole(new BigDecimal(number.toString()), 1);
        }
        return value.orElseThrow(() -> refused(setting, subject, setting.unit().example(), literal));
    }

    private static OptionalLong ofText(SqlSetting setting, String text) {
        if (text.equalsIgnoreCase(NONE) && setting.standard() == Long.MAX_VALUE) {
            return OptionalLong.of(Long.MAX_VALUE);
        }
        Matcher parts = QUANTITY.matcher(text);
        if (!parts.matches()) {
            return OptionalLong.empty();
        }
        String unit = parts.group(2).toLowerCase(Locale.ROOT);
        return unit.isEmpty() ? whole(new BigDecimal(parts.group(1)), 1) : inUnits(setting, parts.group(1), unit);
    }

    private static OptionalLong inUnits(SqlSetting setting, String number, String unit) {
        for (Map.Entry<String, Long> name : setting.unit().names().entrySet()) {
            if (name.getKey().toLowerCase(Locale.ROOT).equals(unit)) {
                return whole(new BigDecimal(number), name.getValue());
            }
        }
        return OptionalLong.empty();
    }

    /** Returns a number of units if that is a whole one; the largest there is for all that are larger. */
    private static OptionalLong whole(BigDecimal number, long unit) {
        if (number.signum() < 0 || tooFine(number)) {
            return OptionalLong.empty();
        }
        if (number.precision() - (long) number.scale() > MOST_DIGITS) {
            return OptionalLong.of(Long.MAX_VALUE - 1);
        }
        BigDecimal product = number.multiply(BigDecimal.valueOf(unit)).stripTrailingZeros();
        if (product.scale() > 0) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(product.compareTo(LARGEST) < 0 ? product.longValueExact() : Long.MAX_VALUE - 1);
    }

    /** So many digits behind the point would take long to multiply, and are no whole number of anything. */
    private static boolean tooFine(BigDecimal number) {
        return number.scale() > MOST_DIGITS || number.precision() > 2 * MOST_DIGITS;
    }

    static FunctionException refused(SqlSetting setting, String subject, String expected, Object found) {
        return new FunctionException(
                FunctionErrorCode.BAD_SETTING,
                subject + ": setting '" + setting.key() + "': expected " + expected + ", found '"
                        + quotable(String.valueOf(found)) + "'");
    }

    /** Returns what a message may show of a text: not all of a long one, and no control characters. */
    static String quotable(String text) {
        String start = text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT) + "...";
        return start.replaceAll("\\p{Cntrl}|\\p{Cs}|\\p{Cf}", "?");
    }
}
