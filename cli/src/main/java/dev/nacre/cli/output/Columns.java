package dev.nacre.cli.output;

import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;

/**
 * The columns of a result.
 *
 * @param columns in order
 */
record Columns(List<Column> columns) {
    Columns {
        columns = List.copyOf(columns);
    }

    /** How a column's values are written. */
    enum Kind {
        BINARY,
        TRUTH,
        NUMBER,
        COMPOSITE,
        JSON,
        TEXT
    }

    /**
     * One column.
     *
     * @param index from 1
     * @param label as the statement names it
     */
    record Column(int index, String label, Kind kind) {}

    static Columns of(ResultSetMetaData metaData) throws SQLException {
        List<Column> columns = new ArrayList<>();
        for (int index = 1; index <= metaData.getColumnCount(); index++) {
            columns.add(new Column(index, metaData.getColumnLabel(index), kind(metaData, index)));
        }
        return new Columns(columns);
    }

    private static Kind kind(ResultSetMetaData metaData, int index) throws SQLException {
        return switch (metaData.getColumnType(index)) {
            case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB -> Kind.BINARY;
            case Types.BOOLEAN, Types.BIT -> Kind.TRUTH;
            case Types.TINYINT,
                    Types.SMALLINT,
                    Types.INTEGER,
                    Types.BIGINT,
                    Types.REAL,
                    Types.FLOAT,
                    Types.DOUBLE,
                    Types.NUMERIC,
                    Types.DECIMAL -> Kind.NUMBER;
            case Types.ARRAY -> Kind.COMPOSITE;
            default -> named(metaData.getColumnTypeName(index));
        };
    }

    /** H2 has types that JDBC has no number for. */
    private static Kind named(String type) {
        if (type.equals("JSON")) {
            return Kind.JSON;
        }
        if (type.startsWith("DECFLOAT")) {
            return Kind.NUMBER;
        }
        return type.startsWith("ROW") ? Kind.COMPOSITE : Kind.TEXT;
    }
}
