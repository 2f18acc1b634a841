package dev.nacre.jdbc.compare;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** A value for a parameter, made anew for each call: streams are read once, and large objects belong to a connection. */
record Argument(String name, Maker maker) {
    /** Makes the value. */
    interface Maker {
        @Nullable
        Object make(Side side) throws SQLException;
    }

    static Argument of(@Nullable Object value) {
        return new Argument(String.valueOf(value), side -> value);
    }

    static Argument named(String name, Maker maker) {
        return new Argument(name, maker);
    }
}
