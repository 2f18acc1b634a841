package dev.nacre.calcite.split;

import dev.nacre.calcite.algebra.RoutineColumns;
import dev.nacre.calcite.text.Span;
import dev.nacre.calcite.text.Writing;
import dev.nacre.functions.FunctionDefinition;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.SqlWithItem;
import org.apache.calcite.sql.util.SqlBasicVisitor;
import org.jspecify.annotations.Nullable;

/**
 * Writes what H2 describes in place of the table functions of a query: a query of the function's columns that mentions the
 * arguments. H2's tables do not see each other in FROM, so columns of items to the left are parameters there.
 */
final class TableStands {
    private static final Pattern STAND = Pattern.compile(
            "\\(\\s*SELECT\\s+CAST\\(NULL AS .*?WHERE ROW \\((\\?\\d+).*? IS DISTINCT FROM \\1\\s*\\)", Pattern.DOTALL);

    private final PlanContext context;
    private final CommonTables tables;
    private final Writing writing;
    private final UnaryOperator<String> unknown;
    /** What was written, by the parameter that its stand begins with. */
    private final Map<String, String> written = new HashMap<>();

    /**
     * Prepares for a query.
     *
     * @param writing of the query, which the stands are added to
     * @param unknown writes a parameter of no known type, the same for the same name
     */
    TableStands(PlanContext context, CommonTables tables, Writing writing, UnaryOperator<String> unknown) {
        this.context = context;
        this.tables = tables;
        this.writing = writing;
        this.unknown = unknown;
    }

    /** Replaces the table functions; the scalar ones are replaced already. */
    void replaceIn(SqlNode query) {
        List<TableFunctions.Item> items = TableFunctions.in(query, context.functions());
        for (TableFunctions.Item item : items) {
            for (List<SqlIdentifier> column : columns(item.call())) {
                if (item.around().stream().anyMatch(from -> isOf(from, item.with(), column.get(0)))) {
                    column.forEach(
                            place -> writing.replace(context.text().span(place), unknown.apply(place.toString())));
                }
            }
            writing.replace(context.text().tableSpan(item.table()), () -> stand(item));
        }
    }

    private String stand(TableFunctions.Item item) {
        FunctionDefinition function = context.resolved(item.call());
        String columns = RoutineColumns.of(function).stream()
                .map(column -> "CAST(NULL AS " + column.type().sql() + ") AS \""
                        + column.name().replace("\"", "\"\"") + "\"")
                .collect(Collectors.joining(", "));
        String arguments = IntStream.range(0, item.call().operandCount())
                .mapToObj(position -> ", " + argument(item.call(), position))
                .collect(Collectors.joining());
        SqlSelect select = item.select();
        boolean isUnnamed = !item.named() && (select == null || !TableFunctions.isBare(context.text(), select));
        String name = isUnnamed ? " AS \"" + function.name().name().replace("\"", "\"\"") + "\"" : "";
        String mark = unknown.apply("TABLE " + item.call());
        written.put(mark, context.text().text(context.text().tableSpan(item.table())));
        return "(SELECT " + columns + " WHERE ROW (" + mark + arguments + ") IS DISTINCT FROM " + mark + ")" + name;
    }

    /** Replaces the stands in the name of a column, as H2 prints them, by what was written. */
    String named(String label) {
        return STAND.matcher(label)
                .replaceAll(stand -> Matcher.quoteReplacement(written.getOrDefault(stand.group(1), stand.group())));
    }

    private String argument(SqlCall call, int position) {
        SqlNode argument = call.operand(position);
        if (!TableArgument.isIn(call, position, context.functions())) {
            return writing.write(context.text().span(argument));
        }
        TableArgument rows = TableArgument.of(argument);
        SqlIdentifier table = rows.name();
        String query = table == null
                ? writing.write(context.text().querySpan(rows.query()))
                : "SELECT * FROM " + writing.write(context.text().span(table));
        return "EXISTS (" + query + ")";
    }

    /** Returns whether items of one FROM clause have a column, as far as H2 sees. */
    private boolean isOf(List<SqlNode> items, List<SqlWithItem> with, SqlIdentifier column) {
        String from = items.stream()
                .map(item -> writing.write(context.text().tableSpan(item)))
                .collect(Collectors.joining(", "));
        if (from.isEmpty()) {
            return false;
        }
        try {
            List<SqlWithItem> inSight = new ArrayList<>(tables.all());
            inSight.addAll(with);
            String prefix = H2Text.prefix(context, inSight, writing);
            context.session().describe(prefix + "SELECT " + context.text().text(span(column)) + " FROM " + from);
            return true;
        } catch (SQLException e) {
            return false;
        }
    }

    private Span span(SqlIdentifier column) {
        return context.text().span(column);
    }

    /** Returns the columns in the arguments, each with all places where it stands; of queries those that they do not have. */
    private List<List<SqlIdentifier>> columns(SqlCall call) {
        List<List<SqlIdentifier>> columns = new ArrayList<>();
        for (int position = 0; position < call.operandCount(); position++) {
            if (TableArgument.isIn(call, position, context.functions())) {
                TableArgument rows = TableArgument.of(call.operand(position));
                columns.addAll(rows.name() == null ? OuterColumns.of(context, rows.query(), tables) : List.of());
            } else {
                call.operand(position).accept(new ColumnFinder(columns));
            }
        }
        return columns;
    }

    private final class ColumnFinder extends SqlBasicVisitor<@Nullable Void> {
        private final List<List<SqlIdentifier>> columns;

        ColumnFinder(List<List<SqlIdentifier>> columns) {
            this.columns = columns;
        }

        @Override
        public @Nullable Void visit(SqlIdentifier identifier) {
            if (!ConstantPool.isOfSession(identifier)) {
                columns.add(List.of(identifier));
            }
            return null;
        }

        @Override
        public @Nullable Void visit(SqlCall nested) {
            if (nested.getKind().belongsTo(SqlKind.QUERY)) {
                columns.addAll(OuterColumns.of(context, nested, tables));
            } else {
                Operands.expressions(nested).forEach(operand -> operand.accept(this));
            }
            return null;
        }
    }
}
