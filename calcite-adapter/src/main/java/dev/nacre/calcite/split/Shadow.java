package dev.nacre.calcite.split;

import dev.nacre.calcite.text.ParameterNumbers;
import dev.nacre.calcite.text.Writing;
import dev.nacre.functions.FunctionDefinition;
import dev.nacre.h2.H2Column;
import dev.nacre.h2.H2Description;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlNode;
import org.h2.value.TypeInfo;

/**
 * A query as H2 would see it if its WebAssembly functions were H2's: each call is written as a CASE of the function's
 * result type that keeps the arguments and names the call by a parameter. H2 only describes it: names, types, mistakes.
 */
final class Shadow {
    private final PlanContext context;
    private final ParameterNumbers numbers;
    private final Writing writing;
    private final Map<String, Mark> marks = new LinkedHashMap<>();

    private record Mark(int ordinal, FunctionDefinition function) {}

    private Shadow(PlanContext context) {
        this.context = context;
        this.numbers = ParameterNumbers.same(context.parameterCount());
        this.writing = context.writing(numbers);
    }

    /** Describes a query; of calls whose version is not known yet, the first version counts. */
    static H2Description describe(PlanContext context, SqlNode query, CommonTables tables) throws SQLException {
        return describe(context, query, tables, List.of());
    }

    /**
     * As the other.
     *
     * @param outer columns that the query does not have itself, of no known type
     */
    static H2Description describe(
            PlanContext context, SqlNode query, CommonTables tables, List<SqlIdentifier> outer) throws SQLException {
        Shadow shadow = new Shadow(context);
        for (SqlIdentifier column : outer) {
            shadow.writing.replace(context.text().span(column), "?" + shadow.numbers.number(Integer.MAX_VALUE));
        }
        tables.all().forEach(shadow::replaceCalls);
        shadow.replaceCalls(query);
        String sql = H2Text.prefix(context, tables.all(), shadow.writing)
                + shadow.writing.write(context.text().querySpan(query));
        H2Description description = context.session().describe(sql);
        List<TypeInfo> types = description.parameterTypes();
        return new H2Description(
                shadow.named(description.columns()),
                types.subList(0, Math.min(context.parameterCount(), types.size())));
    }

    private void replaceCalls(SqlNode node) {
        List<SqlCall> calls = new ArrayList<>(context.wasm().allCalls(node));
        Collections.reverse(calls);
        for (SqlCall call : calls) {
            writing.replace(context.text().span(call), stand(call, mark(call)));
        }
    }

    /** Equal calls get the same parameter, so that H2 finds a key of GROUP BY again in the SELECT list. */
    private int mark(SqlCall call) {
        int ordinal = marks.computeIfAbsent(
                        call.toString(),
                        text -> new Mark(context.parameterCount() + marks.size(), context.resolved(call)))
                .ordinal();
        return numbers.number(ordinal);
    }

    private String stand(SqlCall call, int number) {
        String arguments = call.getOperandList().stream()
                .map(argument -> ", " + writing.write(context.text().span(argument)))
                .collect(Collectors.joining());
        String type = context.resolved(call).signature().returns().sql();
        return "CASE WHEN ROW (?" + number + arguments + ") IS DISTINCT FROM ?" + number + " THEN CAST(?" + number
                + " AS " + type + ") END";
    }

    private List<H2Column> named(List<H2Column> columns) {
        return columns.stream()
                .map(column -> new H2Column(
                        named(column.label()),
                        named(column.name()),
                        column.table(),
                        column.schema(),
                        column.type(),
                        column.nullable(),
                        column.identity()))
                .toList();
    }

    private String named(String label) {
        String named = label;
        for (Mark mark : marks.values()) {
            named = named(named, "?" + numbers.number(mark.ordinal()), mark.function());
        }
        return named;
    }

    private static String named(String label, String number, FunctionDefinition function) {
        String head = "CASE WHEN ROW (" + number;
        String middle = ") IS DISTINCT FROM " + number + " THEN CAST(" + number + " AS ";
        int start = label.indexOf(head);
        int arguments = start + head.length();
        int end = label.indexOf(middle, Math.max(arguments, 0));
        int after = label.indexOf(" END", Math.max(end, 0));
        if (start < 0 || end < 0 || after < 0) {
            return label;
        }
        String call = function.name() + "(" + label.substring(Math.min(arguments + 2, end), end) + ")";
        return named(label.substring(0, start) + call + label.substring(after + 4), number, function);
    }
}
