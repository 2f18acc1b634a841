package dev.nacre.views;

import java.util.List;

/**
 * Rows as a query over parameters.
 *
 * @param text in parentheses
 * @param arrays the parameters' values: texts, numbers and nulls of a column each
 */
public record RowsQuery(String text, List<Object[]> arrays) {
    public RowsQuery {
        arrays = List.copyOf(arrays);
    }
}
