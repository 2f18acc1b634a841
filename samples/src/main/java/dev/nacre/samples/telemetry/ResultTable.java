package dev.nacre.samples.telemetry;

import java.io.PrintStream;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Prints a small result as a table. */
final class ResultTable {
    private final List<List<String>> lines = new ArrayList<>();

    private ResultTable() {}

    static void print(ResultSet rows, PrintStream output) throws SQLException {
        ResultTable table = new ResultTable();
        table.read(rows);
        table.print(output);
    }

    private void read(ResultSet rows) throws SQLException {
        ResultSetMetaData metaData = rows.getMetaData();
        List<String> labels = new ArrayList<>();
        for (int column = 1; column <= metaData.getColumnCount(); column++) {
            labels.add(metaData.getColumnLabel(column));
        }
        lines.add(labels);
        while (rows.next()) {
            List<String> cells = new ArrayList<>();
            for (int column = 1; column <= labels.size(); column++) {
                cells.add(text(rows.getObject(column)));
            }
            lines.add(cells);
        }
    }

    private static String text(Object value) {
        return value instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : String.valueOf(value);
    }

    private void print(PrintStream output) {
        int[] widths = new int[lines.get(0).size()];
        for (List<String> cells : lines) {
            for (int column = 0; column < widths.length; column++) {
                widths[column] = Math.max(widths[column], cells.get(column).length());
            }
        }
        lines.forEach(cells -> output.println(line(cells, widths)));
    }

    private static String line(List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            String cell = cells.get(column);
            line.append("  ").append(cell).append(" ".repeat(widths[column] - cell.length()));
        }
        return line.toString().stripTrailing();
    }
}
