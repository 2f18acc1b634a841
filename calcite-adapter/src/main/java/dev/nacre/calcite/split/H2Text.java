package dev.nacre.calcite.split;

import dev.nacre.calcite.text.ParameterNumbers;
import dev.nacre.calcite.text.Writing;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.calcite.sql.SqlWithItem;

/** Writes what stands before a statement for H2: the WITH queries in sight. */
final class H2Text {
    private H2Text() {}

    /** Returns the WITH queries that H2 can run, as text before a query; empty when there are none. */
    static String prefix(PlanContext context, CommonTables tables, ParameterNumbers numbers) {
        return prefix(context, tables.plain(), context.writing(numbers));
    }

    static String prefix(PlanContext context, List<SqlWithItem> items, Writing writing) {
        if (items.isEmpty()) {
            return "";
        }
        boolean recursive = items.stream().anyMatch(item -> item.recursive.booleanValue());
        return items.stream()
                .map(item -> writing.write(context.text().span(item)))
                .collect(Collectors.joining(", ", recursive ? "WITH RECURSIVE " : "WITH ", " "));
    }
}
