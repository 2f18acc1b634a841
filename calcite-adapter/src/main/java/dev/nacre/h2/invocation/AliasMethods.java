package dev.nacre.h2.invocation;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import org.h2.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * What H2 finds behind an alias: one method for each Java class that says the type of a result in full, of which H2 looks
 * at the one that the alias names. Defined anew for each alias, by a loader that knows the function.
 */
public final class AliasMethods {
    private static final InvokedFunction FUNCTION = ((AliasLoader) AliasMethods.class.getClassLoader()).function();

    private AliasMethods() {}

    /** Calls the function; gives H2's own value, of whatever type. */
    public static Value asValue(Connection connection, Value... arguments) throws SQLException {
        return FUNCTION.value(connection, arguments);
    }

    /** Calls the function. */
    public static @Nullable Boolean asBoolean(Connection connection, Value... arguments) throws SQLException {
        return (Boolean) FUNCTION.object(connection, arguments);
    }

    /** Calls the function. */
    public static @Nullable Byte asTinyint(Connection connection, Value... arguments) throws SQLException {
        return (Byte) FUNCTION.object(connection, arguments);
    }

    /** Calls the function. */
    public static @Nullable Short asSmallint(Connection connection, Value... arguments) throws SQLException {
        return (Short) FUNCTION.object(connection, arguments);
    }

    /** Calls the function. */
    public static @Nullable Integer asInteger(Connection connection, Value... arguments) throws SQLException {
        return (Integer) FUNCTION.object(connection, arguments);
    }

    /** Calls the function. */
    public static @Nullable Long asBigint(Connection connection, Value... arguments) throws SQLException {
        return (Long) FUNCTION.object(connection, arguments);
    }

    /** Calls the function. */
    public static @Nullable Float asReal(Connection connection, Value... arguments) throws SQLException {
        return (Float) FUNCTION.object(connection, arguments);
    }

    /** Calls the function. */
    public static @Nullable Double asDouble(Connection connection, Value... arguments) throws SQLException {
        return (Double) FUNCTION.object(connection, arguments);
    }

    /** Calls the function. */
    public static @Nullable String asVarchar(Connection connection, Value... arguments) throws SQLException {
        return (String) FUNCTION.object(connection, arguments);
    }

    /** Calls the function. */
    public static byte @Nullable [] asVarbinary(Connection connection, Value... arguments) throws SQLException {
        return (byte[]) FUNCTION.object(connection, arguments);
    }

    /** Calls the function. */
    public static @Nullable LocalDate asDate(Connection connection, Value... arguments) throws SQLException {
        return (LocalDate) FUNCTION.object(connection, arguments);
    }

    /** Calls the function. */
    public static @Nullable UUID asUuid(Connection connection, Value... arguments) throws SQLException {
        return (UUID) FUNCTION.object(connection, arguments);
    }
}
