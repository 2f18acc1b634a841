package dev.nacre.jdbc;

import java.sql.SQLException;
import java.sql.Wrapper;
import org.jspecify.annotations.Nullable;

/** Our objects are wrappers of H2's: who asks for a type gets ours if it has it, otherwise H2's. */
final class Wrappers {
    private Wrappers() {}

    static <T> T unwrap(Wrapper ours, Wrapper h2, @Nullable Class<T> type) throws SQLException {
        return type != null && type.isInstance(ours) ? type.cast(ours) : h2.unwrap(type);
    }

    static boolean isWrapperFor(Wrapper ours, Wrapper h2, @Nullable Class<?> type) throws SQLException {
        return (type != null && type.isInstance(ours)) || h2.isWrapperFor(type);
    }
}
