package dev.nacre.cli.output;

import dev.nacre.cli.output.Columns.Column;
import java.io.IOException;
import java.io.Writer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Comma-separated values by <a href="https://www.rfc-editor.org/rfc/rfc4180">RFC 4180</a>. Written here because libraries
 * either quote every field or make NULL and the empty string the same.
 */
final class CsvFormat implements ResultFormat {
    private static final String LINE_END = "\r\n";

    private final Writer output;
    private boolean first = true;

    CsvFormat(Writer output) {
        this.output = output;
    }

    @Override
    public void rows(ResultSet rows) throws SQLException, IOException {
        List<Column> columns = Columns.of(rows.getMetaData()).columns();
        output.write(first ? "" : LINE_END);
        first = false;
        try {
            for (Column column : columns) {
                field(column, column.label());
            }
            output.write(LINE_END);
            while (rows.next()) {
                for (Column column : columns) {
                    field(column, Cells.text(rows, column));
                }
                output.write(LINE_END);
            }
        } finally {
            output.flush();
        }
    }

    private void field(Column column, @Nullable String value) throws IOException {
        if (column.index() > 1) {
            output.write(',');
        }
        if (value != null) {
            output.write(needsQuotes(value) ? '"' + value.replace("\"", "\"\"") + '"' : value);
        }
    }

    private static boolean needsQuotes(String value) {
        return value.isEmpty() || value.chars().anyMatch(character -> "\",\r\n".indexOf(character) >= 0);
    }

    @Override
    public void changed(long changedRows) {
        // a program reads this: rows or nothing
    }
}
