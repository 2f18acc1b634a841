package dev.nacre.calcite.split;

import dev.nacre.calcite.algebra.H2Query;
import dev.nacre.calcite.algebra.H2Scan;
import dev.nacre.calcite.algebra.H2Statement;
import dev.nacre.calcite.algebra.RowsTable;
import dev.nacre.calcite.text.ParameterNumbers;
import dev.nacre.calcite.text.Span;
import dev.nacre.calcite.text.Writing;
import dev.nacre.h2.H2Column;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.sql.SqlNode;
import org.h2.value.TypeInfo;
import org.jspecify.annotations.Nullable;

/** Writes the statement of one scan, piece by piece. Mutable until {@link #build}. */
final class ScanBuilder {
    private static final String FROM = " FROM ";

    /**
     * How many characters of guards a scan may have. The branches of a CASE repeat the conditions of all before them: with a
     * thousand these would be megabytes.
     */
    private static final int LONGEST_GUARDS = 1 << 16;

    private final PlanContext context;
    private final ParameterNumbers numbers = new ParameterNumbers();
    private final Writing writing;
    private final String prefix;
    private final @Nullable RelNode rows;
    private final String from;
    private final List<Item> items = new ArrayList<>();
    private final List<String> conditions = new ArrayList<>();
    private final List<String> clauses = new ArrayList<>();
    private int guardLength;

    /** A piece of the select list; knows its columns once the scan is built. */
    static final class Item {
        private final String text;
        private final boolean star;
        private int first;
        private int width = 1;

        private Item(String text, boolean star) {
            this.text = text;
            this.star = star;
        }

        /** Returns the index of its first column. */
        int first() {
            return first;
        }

        /** Returns how many columns it has: one, unless it is a star. */
        int width() {
            return width;
        }
    }

    /**
     * Starts a scan.
     *
     * @param from the tables, without the word FROM
     */
    ScanBuilder(PlanContext context, CommonTables tables, Optional<Span> from) {
        this.context = context;
        this.writing = context.writing(numbers);
        this.prefix = H2Text.prefix(context, tables, numbers);
        this.rows = null;
        this.from = from.map(span -> " FROM " + writing.write(span)).orElse("");
    }

    /** Starts a statement over rows that are planned already. */
    ScanBuilder(PlanContext context, CommonTables tables, RelNode rows) {
        this.context = context;
        this.writing = context.writing(numbers);
        this.prefix = H2Text.prefix(context, tables, numbers);
        this.rows = rows;
        this.from = "";
    }

    /** Says what to write for an expression, wherever it stands. */
    void replace(SqlNode node, String text) {
        replace(context.text().span(node), text);
    }

    void replace(Span span, String text) {
        writing.replace(span, text);
    }

    /** Returns a span as the scan's statement has it. */
    String write(Span span) {
        return writing.write(span);
    }

    String write(SqlNode node) {
        return writing.write(context.text().span(node));
    }

    /** Returns whether more guards may be written: a later expression is better computed row by row. */
    boolean hasRoomForGuards() {
        return guardLength < LONGEST_GUARDS;
    }

    String guarded(SqlNode node, Guards guards) {
        String expression = write(node);
        String guarded = guards.around(expression, context.text(), writing);
        guardLength += guarded.length() - expression.length();
        return guarded;
    }

    Item item(String text) {
        return add(new Item(text, false));
    }

    Item star(String text) {
        return add(new Item(text, true));
    }

    private Item add(Item item) {
        items.add(item);
        return item;
    }

    /** Returns the position, from 1, of an item that is no star, as ORDER BY counts; every star before it is expanded. */
    int position(Item item) throws SQLException {
        locate();
        return item.first() + 1;
    }

    void where(String condition) {
        conditions.add(condition);
    }

    /** Adds a clause after WHERE; clauses come in the order in which H2 reads them. */
    void clause(String clause) {
        clauses.add(clause);
    }

    /** Returns whether H2 can compute an expression from the tables alone. */
    boolean computes(String expression) {
        return type(expression).isPresent();
    }

    /** Returns the type of an expression, of a star's first column; empty when H2 cannot compute it from the tables alone. */
    Optional<TypeInfo> type(String expression) {
        try {
            return Optional.of(context.session()
                    .describe(prefix + "SELECT " + expression + from())
                    .columns()
                    .get(0)
                    .type());
        } catch (SQLException e) {
            return Optional.empty();
        }
    }

    /** Returns what H2 calls the columns of a star. */
    List<String> names(String star) throws SQLException {
        return context.session().describe(prefix + "SELECT " + star + from()).columns().stream()
                .map(H2Column::label)
                .toList();
    }

    RelNode build() throws SQLException {
        locate();
        List<H2Column> columns =
                context.session().describe(head() + from() + tail()).columns();
        RelDataTypeFactory.Builder row = context.typeFactory().builder();
        for (int index = 0; index < columns.size(); index++) {
            row.add("C" + index, context.typeFactory().of(columns.get(index).type()));
        }
        if (rows != null) {
            return new H2Query(rows, head() + FROM, tail(), numbers.ordinals(), row.build());
        }
        H2Statement statement = new H2Statement(head() + from + tail(), numbers.ordinals());
        return new H2Scan(context.cluster(), statement, row.build());
    }

    private void locate() throws SQLException {
        int next = 0;
        for (Item item : items) {
            item.first = next;
            if (item.star) {
                item.width = context.session()
                        .describe(prefix + "SELECT " + item.text + from())
                        .columns()
                        .size();
            }
            next += item.width;
        }
    }

    private String head() {
        return prefix + "SELECT "
                + (items.isEmpty() ? "1" : items.stream().map(item -> item.text).collect(Collectors.joining(", ")));
    }

    /** Returns the tables for H2 to describe something over them. */
    private String from() {
        return rows == null
                ? from
                : FROM
                        + RowsTable.sql(
                                RowsTable.types(rows.getRowType().getFieldList()),
                                1,
                                numbers.ordinals().size());
    }

    private String tail() {
        String where = conditions.isEmpty()
                ? ""
                : conditions.stream().map(text -> "(" + text + ")").collect(Collectors.joining(" AND ", " WHERE ", ""));
        return where + clauses.stream().map(clause -> " " + clause).collect(Collectors.joining());
    }
}
