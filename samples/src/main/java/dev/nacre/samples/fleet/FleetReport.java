package dev.nacre.samples.fleet;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** Runs queries and writes their rows as text. */
final class FleetReport {
    private final FleetDatabase database;

    FleetReport(FleetDatabase database) {
        this.database = database;
    }

    /** Returns a line of column names and types, and one for each row. */
    List<String> query(String sql, Object... parameters) throws SQLException {
        try (Connection connection = database.connect();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int index = 0; index < parameters.length; index++) {
                statement.setObject(index + 1, parameters[index]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                return lines(rows);
            }
        }
    }

    static List<String> lines(ResultSet rows) throws SQLException {
        ResultSetMetaData columns = rows.getMetaData();
        StringJoiner head = new StringJoiner(" | ");
        for (int column = 1; column <= columns.getColumnCount(); column++) {
            head.add(columns.getColumnLabel(column) + " " + columns.getColumnTypeName(column));
        }
        List<String> lines = new ArrayList<>(List.of(head.toString()));
        while (rows.next()) {
            StringJoiner line = new StringJoiner(" | ");
            for (int column = 1; column <= columns.getColumnCount(); column++) {
                line.add(text(rows.getObject(column)));
            }
            lines.add(line.toString());
        }
        return lines;
    }

    private static String text(@Nullable Object value) throws SQLException {
        if (value instanceof byte[] bytes) {
            return HexFormat.of().formatHex(bytes);
        }
        return value instanceof Array array ? Arrays.toString((Object[]) array.getArray()) : String.valueOf(value);
    }
}
