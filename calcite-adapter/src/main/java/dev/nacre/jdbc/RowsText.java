package dev.nacre.jdbc;

import dev.nacre.h2.H2Column;
import dev.nacre.h2.H2Session;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.h2.engine.Constants;
import org.h2.util.HasSQL;
import org.h2.util.StringUtils;
import org.h2.value.TypeInfo;
import org.h2.value.Value;
import org.h2.value.ValueArray;
import org.h2.value.ValueBoolean;

/**
 * Rows as a query over parameters, an array for each column, and as many times as the longest array of H2 asks for. Neither
 * a table nor a right is needed for it, and nothing is committed. One object for one statement.
 */
final class RowsText {
    private static final String ROWS = "\"NACRE_ROWS\"";

    private final List<H2Column> columns;
    private final List<Value[]> rows;
    private final H2Session session;
    private final List<TypeInfo> types;
    private final List<Value> values = new ArrayList<>();
    private final int before;

    /**
     * @param before how many parameters the statement has beside
     */
    RowsText(List<H2Column> columns, List<Value[]> rows, int before, H2Session session) {
        this.columns = columns;
        this.rows = rows;
        this.before = before;
        this.session = session;
        this.types = IntStream.range(0, columns.size()).mapToObj(this::type).toList();
    }

    /** Returns the values of the parameters in the text that was made last. */
    List<Value> values() {
        return values;
    }

    /** A parameter without a cast has the type of its values. */
    private TypeInfo type(int column) {
        TypeInfo type = columns.get(column).type();
        return type.getValueType() == Value.UNKNOWN ? TypeInfo.getHigherType(column(rows, column)) : type;
    }

    private static Value[] column(List<Value[]> rows, int column) {
        return rows.stream().map(row -> row[column]).toArray(Value[]::new);
    }

    /** Returns the query that gives the rows. */
    String query() {
        values.clear();
        List<String> parts = new ArrayList<>();
        int from = 0;
        do {
            int end = Math.min(rows.size(), from + Constants.MAX_ARRAY_CARDINALITY);
            parts.add(part(rows.subList(from, end)));
            from = end;
        } while (from < rows.size());
        return String.join(" UNION ALL ", parts);
    }

    private String part(List<Value[]> some) {
        List<String> items = new ArrayList<>();
        List<String> arrays = new ArrayList<>();
        for (int column = 0; column < columns.size(); column++) {
            if (isTyped(column)) {
                arrays.add(array(types.get(column), column(some, column)));
            }
            items.add((isTyped(column) ? ROWS + ".C" + arrays.size() : "NULL") + " AS " + label(column));
        }
        if (arrays.isEmpty()) {
            Value[] marks = Collections.nCopies(some.size(), ValueBoolean.TRUE).toArray(new Value[0]);
            arrays.add(array(TypeInfo.TYPE_BOOLEAN, marks));
        }
        return "SELECT " + String.join(", ", items) + " FROM UNNEST(" + String.join(", ", arrays) + ") AS " + ROWS
                + IntStream.rangeClosed(1, arrays.size())
                        .mapToObj(number -> "C" + number)
                        .collect(Collectors.joining(", ", "(", ")"));
    }

    private boolean isTyped(int column) {
        int type = types.get(column).getValueType();
        return type != Value.NULL && type != Value.UNKNOWN;
    }

    private String array(TypeInfo type, Value[] elements) {
        return parameter(ValueArray.get(type, elements, session.provider()), sql(type) + " ARRAY");
    }

    private String parameter(Value value, String type) {
        values.add(session.parameter(value));
        return "CAST(?" + (before + values.size()) + " AS " + type + ")";
    }

    private static String sql(TypeInfo type) {
        return type.getSQL(new StringBuilder(), HasSQL.DEFAULT_SQL_FLAGS).toString();
    }

    /** What a client does not name may get a longer name than H2 takes; nobody can refer to it. */
    private String label(int column) {
        String label = columns.get(column).label();
        return StringUtils.quoteIdentifier(label.length() <= Constants.MAX_IDENTIFIER_LENGTH ? label : "C" + column);
    }

    /** Returns for each value of a row what stands for it. */
    List<String> expressions(Value[] row) {
        values.clear();
        List<String> texts = new ArrayList<>();
        for (int column = 0; column < columns.size(); column++) {
            texts.add(isTyped(column) ? parameter(row[column], sql(types.get(column))) : "NULL");
        }
        return texts;
    }
}
