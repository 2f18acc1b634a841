package dev.nacre.jdbc;

import dev.nacre.h2.H2Column;
import dev.nacre.h2.alias.AliasName;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.h2.jdbc.JdbcConnection;
import org.h2.jdbc.JdbcResultSet;
import org.h2.value.DataType;
import org.h2.value.TypeInfo;
import org.h2.value.Value;

/** Leaves the schema of the aliases out of what H2's metadata lists: they stand for functions that are listed already. */
final class HiddenAliases {
    private HiddenAliases() {}

    /**
     * Returns the rows of a list without those of the aliases' schema.
     *
     * @param list read and closed
     * @param schemaColumn the label of the column with the schema
     */
    static ResultSet without(ResultSet list, String schemaColumn, JdbcConnection connection) throws SQLException {
        try (list) {
            JdbcResultSet rows = list.unwrap(JdbcResultSet.class);
            List<H2Column> columns = columns(rows.getMetaData());
            List<Value[]> kept = new ArrayList<>();
            while (rows.next()) {
                if (!AliasName.SCHEMA.equals(rows.getString(schemaColumn))) {
                    kept.add(row(rows, columns.size()));
                }
            }
            return new JdbcResultSet(connection, null, null, new ListResult(columns, kept), 0, true, false, false);
        }
    }

    private static Value[] row(JdbcResultSet rows, int width) {
        Value[] row = new Value[width];
        for (int column = 0; column < width; column++) {
            row[column] = rows.getInternal(column + 1);
        }
        return row;
    }

    private static List<H2Column> columns(ResultSetMetaData metadata) throws SQLException {
        List<H2Column> columns = new ArrayList<>();
        for (int column = 1; column <= metadata.getColumnCount(); column++) {
            String label = metadata.getColumnLabel(column);
            int type = DataType.convertSQLTypeToValueType(metadata.getColumnType(column));
            columns.add(new H2Column(
                    label, label, null, null, TypeInfo.getTypeInfo(type), metadata.isNullable(column), false));
        }
        return columns;
    }
}
