package dev.nacre.jdbc.logic;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The same functions for H2, which decides whether a query around them is one at all. */
public final class Identity {
    private Identity() {}

    public static @Nullable Long whole(@Nullable Long value) {
        return value;
    }

    public static @Nullable Double real(@Nullable Double value) {
        return value;
    }

    public static @Nullable BigDecimal decimal(@Nullable BigDecimal value) {
        return value;
    }

    public static @Nullable String text(@Nullable String value) {
        return value;
    }
}
