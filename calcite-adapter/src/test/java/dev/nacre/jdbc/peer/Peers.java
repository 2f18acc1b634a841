package dev.nacre.jdbc.peer;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What guests do, in Java: H2's aliases. */
public final class Peers {
    private Peers() {}

    public static @Nullable String loud(@Nullable String text) {
        return text == null ? null : text.toUpperCase(Locale.ROOT);
    }

    public static @Nullable Integer added(@Nullable Integer a, @Nullable Integer b) {
        return (a == null || b == null) ? null : Integer.valueOf(a + b);
    }

    public static int twice(int value) {
        return 2 * value;
    }

    public static @Nullable Long scaled(@Nullable Long value) {
        return value == null ? null : Long.valueOf(value * 2 + 1);
    }

    public static @Nullable Long divided(@Nullable Long a, @Nullable Long b) {
        return (a == null || b == null) ? null : Long.valueOf(a / b);
    }

    public static @Nullable Boolean matches(@Nullable String text, @Nullable String pattern) {
        return (text == null || pattern == null)
                ? null
                : Boolean.valueOf(Pattern.compile(pattern).matcher(text).find());
    }

    public static @Nullable Long hits(@Nullable String text, @Nullable String pattern) {
        return (text == null || pattern == null)
                ? null
                : Long.valueOf(Pattern.compile(pattern).matcher(text).results().count());
    }

    public static @Nullable String replaced(
            @Nullable String text, @Nullable String pattern, @Nullable String replacement) {
        return (text == null || pattern == null || replacement == null) ? null : text.replaceAll(pattern, replacement);
    }

    public static @Nullable Integer sameInt(@Nullable Integer value) {
        return value;
    }

    public static @Nullable Long sameLong(@Nullable Long value) {
        return value;
    }

    public static @Nullable Double sameDouble(@Nullable Double value) {
        return value;
    }

    public static @Nullable String sameText(@Nullable String value) {
        return value;
    }

    public static @Nullable Boolean sameTruth(@Nullable Boolean value) {
        return value;
    }

    public static byte @Nullable [] sameBytes(byte @Nullable [] value) {
        return value;
    }

    public static Integer @Nullable [] sameList(Integer @Nullable [] value) {
        return value;
    }

    public static @Nullable BigDecimal sameMoney(@Nullable BigDecimal value) {
        return value;
    }

    public static @Nullable LocalDate sameDay(@Nullable LocalDate value) {
        return value;
    }

    public static @Nullable LocalDateTime sameTime(@Nullable LocalDateTime value) {
        return value;
    }

    public static @Nullable UUID sameId(@Nullable UUID value) {
        return value;
    }
}
