package dev.nacre.cli.output;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.nacre.cli.output.Columns.Column;
import java.io.IOException;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Writes SQL values as JSON. */
final class JsonValues {
    private JsonValues() {}

    /** Writes the value that a column has in the current row. */
    static void write(JsonGenerator generator, ResultSet rows, Column column) throws SQLException, IOException {
        String text = Cells.text(rows, column);
        if (text == null) {
            generator.writeNull();
            return;
        }
        switch (column.kind()) {
            case TRUTH -> generator.writeBoolean(rows.getBoolean(column.index()));
            case NUMBER -> number(generator, text);
            case COMPOSITE -> any(generator, rows.getObject(column.index()));
            case JSON -> generator.writeRawValue(text);
            case BINARY, TEXT -> generator.writeString(text);
        }
    }

    /** JSON has no NaN and no infinities. */
    private static void number(JsonGenerator generator, String text) throws IOException {
        if (Character.isLetter(text.charAt(text.length() - 1))) {
            generator.writeString(text);
        } else {
            generator.writeNumber(text);
        }
    }

    /** Writes a value inside an array or a row. */
    private static void any(JsonGenerator generator, @Nullable Object value) throws SQLException, IOException {
        if (value == null) {
            generator.writeNull();
        } else if (value instanceof Array array) {
            elements(generator, (@Nullable Object[]) array.getArray());
        } else if (value instanceof @Nullable Object[] array) {
            elements(generator, array);
        } else if (value instanceof ResultSet row) {
            fields(generator, row);
        } else if (value instanceof byte[] bytes) {
            generator.writeString(Cells.hexadecimal(bytes));
        } else {
            scalar(generator, value);
        }
    }

    private static void scalar(JsonGenerator generator, Object value) throws IOException {
        if (value instanceof Boolean truth) {
            generator.writeBoolean(truth);
        } else if (value instanceof Number) {
            number(generator, value.toString());
        } else {
            generator.writeString(value.toString());
        }
    }

    private static void elements(JsonGenerator generator, @Nullable Object[] values) throws SQLException, IOException {
        generator.writeStartArray();
        for (Object value : values) {
            any(generator, value);
        }
        generator.writeEndArray();
    }

    /** H2 gives a row as a result with one row. */
    private static void fields(JsonGenerator generator, ResultSet row) throws SQLException, IOException {
        generator.writeStartArray();
        row.next();
        for (Column column : Columns.of(row.getMetaData()).columns()) {
            write(generator, row, column);
        }
        generator.writeEndArray();
    }
}
