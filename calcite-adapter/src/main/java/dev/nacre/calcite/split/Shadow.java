package dev.nacre.calcite.split;

import dev.nacre.calcite.text.ParameterNumbers;
import dev.nacre.calcite.text.Span;
import dev.nacre.calcite.text.Writing;
import dev.nacre.functions.FunctionDefinition;
import dev.nacre.functions.FunctionKind;
import dev.nacre.h2.H2Column;
import dev.nacre.h2.H2Description;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.util.SqlBasicVisitor;
import org.h2.api.ErrorCode;
import org.h2.message.DbException;
import org.h2.value.TypeInfo;
import org.jspecify.annotations.Nullable;

/**
 * A query as H2 would see it if its WebAssembly functions were H2's: each call is written as a CASE of the function's
 * result type that keeps the arguments and names the call by a parameter. H2 only describes it: names, types, mistakes.
 */
final class Shadow {
    /**
     * How many calls in each other are shown with their arguments: H2's parser needs as much stack for one as for two
     * brackets. Mistakes further inside are found when the arguments are planned.
     */
    private static final int LEVELS = 16;

    private static final Pattern AGGREGATE = Pattern.compile("aggregate function \"(.*)\"");

    private static final String ANY = "ANY_VALUE(";
    private static final String ANY_DISTINCT = "ANY_VALUE(DISTINCT ";

    /**
     * Keeps H2 from taking equal calls for one: of {@code f(x) = 1 OR f(x) = 2 OR ...} it would make a set of constants, in
     * quadratic time, though it never runs the query.
     */
    private static final String VARYING = ", RAND()";

    private static final Pattern FORM = Pattern.compile("CASE WHEN ROW \\((\\?[0-9]+), RAND\\(\\)");

    private final PlanContext context;
    private final ParameterNumbers numbers;
    private final Writing writing;
    private final Map<String, Integer> marks = new HashMap<>();
    private final Map<String, Integer> unknown = new HashMap<>();
    private final List<TableStands> stands = new ArrayList<>();
    /** By the parameter that stands for a call, as H2 writes it. */
    private final Map<String, FunctionDefinition> functions = new HashMap<>();
    /** What stands for GROUPING, and what was written. */
    private final Map<String, String> groupings = new LinkedHashMap<>();

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
    static H2Description describe(PlanContext context, SqlNode query, CommonTables tables, List<SqlIdentifier> outer)
            throws SQLException {
        Shadow shadow = new Shadow(context);
        for (SqlIdentifier column : outer) {
            shadow.writing.replace(context.text().span(column), shadow.unknown(column.toString()));
        }
        TableStands stands = shadow.stands(tables);
        tables.all().forEach(shadow::replaceCalls);
        shadow.replaceCalls(query);
        tables.all().forEach(stands::replaceIn);
        stands.replaceIn(query);
        tables.all().forEach(shadow::replaceSets);
        shadow.replaceSets(query);
        return shadow.description(H2Text.prefix(context, tables.all(), shadow.writing)
                + shadow.writing.write(context.text().querySpan(query)));
    }

    /** Describes an expression without columns as the only one of a row. */
    static H2Description describeValue(PlanContext context, SqlNode expression) throws SQLException {
        Shadow shadow = new Shadow(context);
        shadow.replaceCalls(expression);
        shadow.stands(CommonTables.NONE).replaceIn(expression);
        return shadow.description(
                "SELECT " + shadow.writing.write(context.text().span(expression)));
    }

    private H2Description description(String sql) throws SQLException {
        H2Description description = described(sql);
        List<TypeInfo> types = description.parameterTypes();
        return new H2Description(
                named(description.columns()), types.subList(0, Math.min(context.parameterCount(), types.size())));
    }

    /** An aggregate where none can stand is told by the client's words. */
    private H2Description described(String sql) throws SQLException {
        context.check();
        try {
            return context.session().describe(sql);
        } catch (SQLException mistake) {
            Matcher aggregate = AGGREGATE.matcher(String.valueOf(mistake.getMessage()));
            throw mistake.getErrorCode() == ErrorCode.INVALID_USE_OF_AGGREGATE_FUNCTION_1 && aggregate.find()
                    ? DbException.getJdbcSQLException(
                            ErrorCode.INVALID_USE_OF_AGGREGATE_FUNCTION_1, named(aggregate.group(1)))
                    : mistake;
        }
    }

    private TableStands stands(CommonTables tables) {
        TableStands made = new TableStands(context, tables, writing, this::unknown);
        stands.add(made);
        return made;
    }

    /** Returns a parameter of no known type, the same for the same name. */
    private String unknown(String name) {
        return "?" + numbers.number(unknown.computeIfAbsent(name, added -> Integer.MAX_VALUE - unknown.size()));
    }

    private void replaceCalls(SqlNode node) {
        List<SqlCall> calls = new ArrayList<>(context.wasm().allCalls(node));
        Collections.reverse(calls);
        Map<SqlCall, Integer> levels = levels(context.wasm().allCalls(node));
        for (SqlCall call : calls) {
            boolean deep = levels.getOrDefault(call, 0) >= LEVELS;
            int number = mark(call);
            writing.replace(context.text().span(call), () -> stand(call, number, deep));
        }
    }

    /** H2 has neither grouping sets nor GROUPING: it sees the keys, and a number. */
    private void replaceSets(SqlNode node) {
        node.accept(new SqlBasicVisitor<@Nullable Void>() {
            @Override
            public @Nullable Void visit(SqlCall call) {
                if (GroupingSets.isSets(call)) {
                    List<SqlNode> keys =
                            GroupingSets.of(SqlNodeList.of(call), key -> key).keys();
                    String text = keys.stream()
                            .map(key -> writing.write(context.text().span(key)))
                            .collect(Collectors.joining(", "));
                    writing.replace(context.text().span(call), text.isEmpty() ? "()" : text);
                    return null;
                }
                if (GroupingSets.isGrouping(call)) {
                    writing.replace(context.text().span(call), grouping(call));
                    return null;
                }
                return super.visit(call);
            }
        });
    }

    private String grouping(SqlCall call) {
        int ordinal = marks.computeIfAbsent(call.toString(), text -> context.parameterCount() + marks.size());
        String stand = "CAST(COUNT(?" + numbers.number(ordinal) + ") AS BIGINT)";
        String keys = call.getOperandList().stream()
                .map(key -> writing.write(context.text().span(key)))
                .collect(Collectors.joining(", "));
        groupings.put(stand, "GROUPING(" + keys + ")");
        return stand;
    }

    private String stand(SqlCall call, int number, boolean deep) {
        String stand = deep ? result(call, number) : stand(call, number);
        return AggregateName.isIn(call) ? aggregate(call, stand) : stand;
    }

    /** Says how many calls are around each; outer ones come before those in them. */
    private Map<SqlCall, Integer> levels(List<SqlCall> calls) {
        Map<SqlCall, Integer> levels = new IdentityHashMap<>();
        Deque<Span> around = new ArrayDeque<>();
        for (SqlCall call : calls) {
            Span span = context.text().span(call);
            while (!around.isEmpty() && !around.peek().covers(span)) {
                around.pop();
            }
            levels.put(call, around.size());
            around.push(span);
        }
        return levels;
    }

    /** Equal calls get the same parameter, so that H2 finds a key of GROUP BY again in the SELECT list. */
    private int mark(SqlCall call) {
        int ordinal = marks.computeIfAbsent(call.toString(), text -> context.parameterCount() + marks.size());
        int number = numbers.number(ordinal);
        functions.putIfAbsent("?" + number, context.resolved(call));
        return number;
    }

    private String stand(SqlCall call, int number) {
        String arguments = call.getOperandList().stream()
                .map(argument -> ", " + writing.write(context.text().span(argument)))
                .collect(Collectors.joining());
        return "CASE WHEN ROW (?" + number + VARYING + arguments + ") = ?" + number + " THEN " + result(call, number)
                + " END";
    }

    /** H2 sees an aggregate of the same type. */
    private static String aggregate(SqlCall call, String stand) {
        return (GroupedAggregate.isDistinct(call) ? ANY_DISTINCT : ANY) + stand + ")";
    }

    private String result(SqlCall call, int number) {
        return "CAST(?" + number + " AS "
                + context.resolved(call).signature().returns().sql() + ")";
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

    /** Replaces each call's form by the call, those around others first. */
    private String named(String label) {
        String named = label;
        for (TableStands tables : stands) {
            named = tables.named(named);
        }
        for (Map.Entry<String, String> grouping : groupings.entrySet()) {
            named = named.replace(grouping.getKey(), grouping.getValue());
        }
        Matcher form = FORM.matcher(named);
        int from = 0;
        while (form.find(from)) {
            String number = form.group(1);
            FunctionDefinition function = functions.get(number);
            String replaced = function == null ? named : named(named, number, function);
            from = replaced.equals(named) ? form.end() : form.start();
            named = replaced;
            form.reset(named);
        }
        return named;
    }

    private static String named(String label, String number, FunctionDefinition function) {
        String head = "CASE WHEN ROW (" + number + VARYING;
        String middle = ") = " + number + " THEN CAST(" + number + " AS ";
        int start = label.indexOf(head);
        int arguments = start + head.length();
        int end = label.indexOf(middle, Math.max(arguments, 0));
        int after = label.indexOf(" END", Math.max(end, 0));
        if (start < 0 || end < 0 || after < 0) {
            return label;
        }
        String written = label.substring(Math.min(arguments + 2, end), end);
        String before = label.substring(0, start);
        int rest = after + " END".length();
        if (function.kind() == FunctionKind.AGGREGATE && label.startsWith(")", rest)) {
            boolean distinct = before.endsWith(ANY_DISTINCT);
            String any = distinct ? ANY_DISTINCT : ANY;
            if (before.endsWith(any)) {
                before = before.substring(0, before.length() - any.length());
                written = (distinct ? "DISTINCT " : "") + written;
                rest++;
            }
        }
        return named(before + function.name() + "(" + written + ")" + label.substring(rest), number, function);
    }
}
