package dev.nacre.cli.output;

import dev.nacre.cli.output.Columns.Column;
import dev.nacre.cli.output.Columns.Kind;
import java.io.IOException;
import java.io.Writer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Aligned columns. The widths are those of the first rows, so that a long result neither waits for its end nor fills the
 * memory; a longer value further down moves the rest of its row to the right.
 */
final class TableFormat implements ResultFormat {
    private static final int MEASURED_ROWS = 1000;
    private static final String NULL = "NULL";
    private static final String GAP = " | ";

    private final Writer output;

    TableFormat(Writer output) {
        this.output = output;
    }

    @Override
    public void rows(ResultSet rows) throws SQLException, IOException {
        Table table = new Table(Columns.of(rows.getMetaData()).columns());
        try {
            while (rows.next()) {
                table.add(rows);
            }
        } catch (SQLException failure) {
            table.writeRead();
            throw failure;
        }
        table.writeHeld();
        output.write(table.count == 1 ? "(1 row)\n" : "(" + table.count + " rows)\n");
        output.flush();
    }

    @Override
    public void changed(long changedRows) throws IOException {
        output.write(
                changedRows == 0 ? "done\n" : changedRows == 1 ? "1 row changed\n" : changedRows + " rows changed\n");
        output.flush();
    }

    /** One result on its way out. */
    private final class Table {
        private final List<Column> columns;
        private final List<List<String>> held = new ArrayList<>();
        private int[] widths = {};
        private long count;

        Table(List<Column> columns) {
            this.columns = columns;
        }

        void add(ResultSet rows) throws SQLException, IOException {
            List<String> cells = new ArrayList<>();
            for (Column column : columns) {
                cells.add(cell(rows, column));
            }
            held.add(cells);
            count++;
            if (held.size() >= MEASURED_ROWS) {
                writeHeld();
            }
        }

        /** Writes what was read before a failure: nothing when that was nothing. */
        void writeRead() throws IOException {
            if (count > 0) {
                writeHeld();
                output.flush();
            }
        }

        void writeHeld() throws IOException {
            if (widths.length == 0) {
                measure();
                writeHead();
            }
            for (List<String> cells : held) {
                line(cells);
            }
            held.clear();
        }

        private void measure() {
            widths = columns.stream().mapToInt(column -> width(label(column))).toArray();
            for (List<String> cells : held) {
                for (int index = 0; index < widths.length; index++) {
                    widths[index] = Math.max(widths[index], width(cells.get(index)));
                }
            }
        }

        private void writeHead() throws IOException {
            line(columns.stream().map(Table.this::label).toList());
            List<String> rules = new ArrayList<>();
            for (int width : widths) {
                rules.add("-".repeat(width));
            }
            output.write(String.join("-+-", rules) + "\n");
        }

        private String label(Column column) {
            return Cells.visible(column.label());
        }

        private void line(List<String> cells) throws IOException {
            StringBuilder line = new StringBuilder();
            for (int index = 0; index < widths.length; index++) {
                line.append(index == 0 ? "" : GAP);
                String padding = " ".repeat(Math.max(0, widths[index] - width(cells.get(index))));
                boolean right = columns.get(index).kind() == Kind.NUMBER;
                line.append(right ? padding + cells.get(index) : cells.get(index) + padding);
            }
            output.write(line.toString().stripTrailing() + "\n");
        }
    }

    private static String cell(ResultSet rows, Column column) throws SQLException {
        String text = Cells.text(rows, column);
        if (text == null) {
            return NULL;
        }
        return column.kind() == Kind.BINARY ? "X'" + text + "'" : Cells.visible(text);
    }

    private static int width(String text) {
        return text.codePointCount(0, text.length());
    }
}
