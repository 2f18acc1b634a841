package dev.nacre.views;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Writes rows as a query. They are literals and no parameters: the client's own parameters keep their numbers, and H2 takes
 * the text embedded and remote, in SELECT and INSERT alike.
 */
final class ViewText {
    private static final String ROWS = "\"NACRE_ROWS\"";

    private final List<RuntimeView.Column> columns;

    ViewText(List<RuntimeView.Column> columns) {
        this.columns = columns;
    }

    /** Returns a value for an SQL text that may be missing. */
    static Object orNull(String text) {
        return text.isEmpty() ? Optional.empty() : text;
    }

    String query(List<List<Object>> rows) {
        List<List<Object>> values =
                rows.isEmpty() ? List.of(Collections.nCopies(columns.size(), Optional.empty())) : rows;
        return "(SELECT "
                + listed(columns, column -> converted(column, column.type()))
                + " FROM (VALUES "
                + listed(values, row -> "(" + listed(row, ViewText::literal) + ")")
                + ") AS " + ROWS + "(" + listed(columns, ViewText::quoted) + ")"
                + (rows.isEmpty() ? " WHERE FALSE)" : ")");
    }

    RowsQuery query(List<List<Object>> rows, int first) {
        List<Object[]> arrays = new ArrayList<>();
        List<String> parameters = new ArrayList<>();
        for (int index = 0; index < columns.size(); index++) {
            int column = index;
            arrays.add(rows.stream()
                    .map(row -> row.get(column) instanceof Optional<?> ? null : row.get(column))
                    .toArray());
            boolean isNumber = columns.get(column).type().equals(RuntimeView.Column.NUMBER);
            parameters.add("CAST(?" + (first + column) + " AS "
                    + (isNumber ? RuntimeView.Column.NUMBER : RuntimeView.Column.TEXT) + " ARRAY)");
        }
        String text = "(SELECT "
                + listed(columns, column -> converted(column, column.type().replaceAll("\\(\\d+\\)", "")))
                + " FROM UNNEST(" + String.join(", ", parameters) + ") AS " + ROWS + "("
                + listed(columns, ViewText::quoted)
                + "))";
        return new RowsQuery(text, arrays);
    }

    private static String converted(RuntimeView.Column column, String type) {
        return "CAST(" + ROWS + "." + quoted(column) + " AS " + type + ") AS " + quoted(column);
    }

    private static <T> String listed(List<T> items, Function<T, String> text) {
        return items.stream().map(text).collect(Collectors.joining(", "));
    }

    private static String quoted(RuntimeView.Column column) {
        return "\"" + column.name() + "\"";
    }

    private static String literal(Object value) {
        if (value instanceof Long number) {
            return number.toString();
        }
        return value instanceof String text ? textLiteral(text) : "NULL";
    }

    /** What guests wrote cannot end the literal, nor hide anything in the statement. */
    private static String textLiteral(String text) {
        boolean isPlain = text.chars().allMatch(unit -> unit >= ' ' && unit < 0x7F);
        StringBuilder literal = new StringBuilder(isPlain ? "'" : "U&'");
        for (int at = 0; at < text.length(); at++) {
            char unit = text.charAt(at);
            if (unit == '\'') {
                literal.append("''");
            } else if (isPlain || (unit >= ' ' && unit < 0x7F && unit != '\\')) {
                literal.append(unit);
            } else {
                literal.append('\\').append(HexFormat.of().toHexDigits(unit));
            }
        }
        return literal.append('\'').toString();
    }
}
