package dev.nacre.testkit;

import java.sql.Array;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Runs a query and gives its rows as lists of values that tests can compare: binary values as hexadecimal digits in lower
 * case, large objects by their content, arrays as lists, everything else as {@link ResultSet#getObject(int)} gives it,
 * NULL as null.
 */
public final class Rows {

    private Rows() {}

    /**
     * Returns all rows of a query.
     *
     * @param connection stays open
     * @param sql a query
     * @param parameters the values of its parameters, in order
     * @return the rows, in the query's order, which cannot be changed
     * @throws SQLException when the query fails
     */
    public static List<List<@Nullable Object>> of(Connection connection, String sql, @Nullable Object... parameters)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int index = 0; index < parameters.length; index++) {
                statement.setObject(index + 1, parameters[index]);
            }
            try (ResultSet results = statement.executeQuery()) {
                return all(results);
            }
        }
    }

    /**
     * Returns the rows that are left in a result set.
     *
     * @param results stays open
     * @throws SQLException when reading fails
     */
    public static List<List<@Nullable Object>> all(ResultSet results) throws SQLException {
        int columns = results.getMetaData().getColumnCount();
        List<List<@Nullable Object>> rows = new ArrayList<>();
        while (results.next()) {
            List<@Nullable Object> row = new ArrayList<>(columns);
            for (int column = 1; column <= columns; column++) {
                row.add(comparable(results.getObject(column)));
            }
            rows.add(Collections.unmodifiableList(row));
        }
        return Collections.unmodifiableList(rows);
    }

    /**
     * Returns the value of a query with one row and one column.
     *
     * @param connection stays open
     * @param sql a query
     * @param parameters the values of its parameters, in order
     * @throws SQLException when the query fails
     */
    public static @Nullable Object single(Connection connection, String sql, @Nullable Object... parameters)
            throws SQLException {
        List<List<@Nullable Object>> rows = of(connection, sql, parameters);
        if (rows.size() != 1 || rows.get(0).size() != 1) {
            throw new AssertionError("'" + sql + "': expected one row of one column, found " + rows);
        }
        return rows.get(0).get(0);
    }

    private static @Nullable Object comparable(@Nullable Object value) throws SQLException {
        if (value instanceof byte[] bytes) {
            return HexFormat.of().formatHex(bytes);
        }
        if (value instanceof Blob blob) {
            return HexFormat.of().formatHex(blob.getBytes(1, Math.toIntExact(blob.length())));
        }
        if (value instanceof Clob clob) {
            return clob.getSubString(1, Math.toIntExact(clob.length()));
        }
        if (value instanceof Array array) {
            return comparable(array.getArray());
        }
        return value instanceof Object[] elements ? comparableElements(elements) : value;
    }

    private static List<@Nullable Object> comparableElements(@Nullable Object[] elements) throws SQLException {
        @Nullable Object[] comparable = new Object[elements.length];
        for (int index = 0; index < elements.length; index++) {
            comparable[index] = comparable(elements[index]);
        }
        return Collections.unmodifiableList(Arrays.asList(comparable));
    }
}
