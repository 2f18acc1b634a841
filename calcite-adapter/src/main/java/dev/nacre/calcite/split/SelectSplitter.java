package dev.nacre.calcite.split;

import dev.nacre.calcite.text.Clauses;
import dev.nacre.calcite.text.Clauses.Clause;
import dev.nacre.calcite.text.Span;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlOrderBy;
import org.apache.calcite.sql.SqlSelect;
import org.h2.api.ErrorCode;
import org.h2.message.DbException;
import org.jspecify.annotations.Nullable;

/** Splits one SELECT that H2 cannot run alone. */
final class SelectSplitter {
    private final PlanContext context;
    private final CommonTables tables;
    private final SqlSelect select;
    private final Ordering ordering;
    private final Clauses clauses;
    private final List<Output> outputs;
    private final Source source;

    SelectSplitter(PlanContext context, CommonTables tables, SqlSelect select, Ordering ordering) throws SQLException {
        this.context = context;
        this.tables = tables;
        this.select = select;
        this.ordering = ordering;
        this.clauses = context.text().clauses(select);
        this.outputs = Output.of(select, clauses);
        this.source = Sources.of(context, tables, select.getFrom(), clauses);
    }

    RelNode split() throws SQLException {
        List<SqlNode> above = filter();
        Optional<ScanBuilder> scan = source.scan();
        boolean rowsFromH2 = above.isEmpty() && scan.isPresent();
        if (!rowsFromH2) {
            refuseRowNumbers();
        }
        boolean windowed = hasWasmWindow();
        boolean hasSets = GroupingSets.areIn(select.getGroup());
        boolean groupsFromH2 = rowsFromH2 && !groupingHasWasm() && !windowed && !hasSets;
        boolean groupsAbove = isGrouped() && !groupsFromH2;
        if (windowed) {
            requireKnownWindows(rowsFromH2 && !groupsAbove);
        }
        boolean overRows = groupsAbove
                ? !isPlainGrouping(windowed, hasSets || hasWasmAggregate())
                : needsRows(rowsFromH2, windowed);
        Optional<Span> lock = lock();
        if (lock.isPresent() && (overRows || groupsAbove || windowed)) {
            throw Refusals.clause(select, "FOR UPDATE over groups or windows");
        }
        if (overRows) {
            return new RowsSplitter(context, tables, select, clauses, outputs, source).split(above, ordering);
        }
        if (groupsAbove) {
            return new GroupSplitter(context, tables, select, outputs, source).split(above, ordering);
        }
        if (windowed) {
            return new WindowSplitter(context, tables, select, outputs, source).split(above, ordering);
        }
        if (isGrouped()) {
            ((TableSource) source).groupBy(keys());
            above.addAll(groupInScan(scan.orElseThrow()));
        }
        if (rowsFromH2) {
            windowsInScan(scan.orElseThrow());
        }
        return new PlainSplitter(context, tables, source, outputs, ordering).split(above, select.isDistinct(), lock);
    }

    /** Lets the source filter rows; returns the conditions of WHERE that it cannot evaluate. */
    private List<SqlNode> filter() throws SQLException {
        List<SqlNode> above = new ArrayList<>();
        for (SqlNode condition : Conjuncts.of(select.getWhere())) {
            refuseAggregates(condition);
            if (!source.filter(condition)) {
                above.add(condition);
            }
        }
        return above;
    }

    /** Returns whether H2 has to compute over rows that it is given: windows, users' own aggregates, a share of the rows or ties. */
    private boolean needsRows(boolean rowsFromH2, boolean windowed) throws SQLException {
        return (hasWindow() && !windowed && (!rowsFromH2 || windowHasWasm()))
                || hasUserAggregate(rowsFromH2)
                || (ordering.special().isPresent() && !(rowsFromH2 && isPlainOrder()));
    }

    /** Returns what the statement asks for when this is its own SELECT. */
    private Optional<Span> lock() {
        SqlNode tree = context.text().tree();
        SqlNode query = tree instanceof SqlOrderBy ordered ? ordered.query : tree;
        return query == select ? context.text().lock() : Optional.empty();
    }

    /** H2 says so of its own when the statement runs. */
    private void refuseAggregates(SqlNode condition) throws SQLException {
        for (SqlCall call : Aggregates.in(condition)) {
            if (isWasm(call)) {
                String text = context.text().text(context.text().span(call));
                throw DbException.getJdbcSQLException(ErrorCode.INVALID_USE_OF_AGGREGATE_FUNCTION_1, text);
            }
        }
    }

    /** ROWNUM in a condition counts the rows that have passed, which H2 does not know where a function filters them. */
    private void refuseRowNumbers() {
        for (SqlNode condition : Conjuncts.of(select.getWhere())) {
            if (Aggregates.hasWindow(condition)) {
                throw Refusals.clause(condition, "ROWNUM in a condition beside one that a wasm function decides");
            }
        }
    }

    /** Returns whether Nacre knows the grouping and all of its aggregates, so that rows need not be held. */
    private boolean isPlainGrouping(boolean windowed, boolean needed) throws SQLException {
        if (needed) {
            requireGrouping(windowed);
            return true;
        }
        return (windowed || !hasWindow())
                && aggregates().stream().allMatch(GroupedAggregate::isKnown)
                && outputs.stream().noneMatch(Output::isStar)
                && !hasUserAggregate(false);
    }

    /** What H2 cannot group at all Nacre groups, with all that stands beside it. */
    private void requireGrouping(boolean windowed) throws SQLException {
        if (hasWindow() && !windowed) {
            throw Refusals.clause(select, "a window function over groups that a wasm aggregate or GROUPING SETS make");
        }
        if (hasUserAggregate(false)) {
            throw Refusals.clause(
                    select, "an aggregate made by CREATE AGGREGATE beside a wasm aggregate or GROUPING SETS");
        }
    }

    private boolean hasWasmAggregate() {
        return aggregates().stream()
                .anyMatch(call ->
                        AggregateName.isIn(call.getKind() == SqlKind.FILTER ? call.operand(0) : (SqlNode) call));
    }

    private boolean hasUserAggregate(boolean withWasm) throws SQLException {
        for (SqlNode node : nodes()) {
            List<SqlCall> found = context.userAggregates().in(node);
            if (found.stream().anyMatch(call -> !withWasm || isWasm(call))) {
                return true;
            }
        }
        return false;
    }

    private boolean isPlainOrder() {
        return ordering.items().stream().noneMatch(item -> {
            OptionalInt output = SortItem.of(item).output(outputs);
            return isWasm(item)
                    || SortItem.of(item).ordinal().isPresent()
                    || (output.isPresent()
                            && isWasm(outputs.get(output.getAsInt()).node()));
        });
    }

    private boolean hasWindow() {
        return select.getQualify() != null || nodes().stream().anyMatch(Aggregates::hasWindow);
    }

    private boolean hasWasmWindow() {
        return windows().stream().anyMatch(WindowGround::isWindow);
    }

    /** Other windows are H2's, over rows that are H2's. */
    private void requireKnownWindows(boolean rowsFromH2) {
        for (SqlCall window : windows()) {
            if (!WindowGround.isWindow(window) && (!rowsFromH2 || isWasm(window))) {
                throw Refusals.clause(
                        window, "another window function beside the window of a wasm aggregate over such rows");
            }
        }
    }

    private List<SqlCall> windows() {
        List<SqlCall> windows = new ArrayList<>();
        nodes().forEach(node -> windows.addAll(Aggregates.windows(node)));
        windows.addAll(Aggregates.windows(select.getQualify()));
        return windows;
    }

    private boolean windowHasWasm() {
        return isWasm(select.getQualify())
                || isWasm(select.getWindowList())
                || nodes().stream()
                        .flatMap(node -> Aggregates.windows(node).stream())
                        .anyMatch(this::isWasm);
    }

    /** Returns what may have aggregates and window functions. */
    private List<SqlNode> nodes() {
        List<SqlNode> nodes = new ArrayList<>();
        outputs.forEach(output -> nodes.add(output.node()));
        nodes.addAll(Conjuncts.of(select.getHaving()));
        nodes.addAll(ordering.items());
        return nodes;
    }

    private void windowsInScan(ScanBuilder scan) {
        clauses.body(Clause.WINDOW).ifPresent(span -> scan.clause("WINDOW " + scan.write(span)));
        clauses.body(Clause.QUALIFY).ifPresent(span -> scan.clause("QUALIFY " + scan.write(span)));
    }

    /** Adds GROUP BY and what follows it to the scan; returns the conditions of HAVING that H2 cannot evaluate. */
    private List<SqlNode> groupInScan(ScanBuilder scan) throws SQLException {
        clauses.body(Clause.GROUP).ifPresent(span -> scan.clause("GROUP BY " + scan.write(span)));
        List<SqlNode> above = new ArrayList<>();
        List<String> inScan = new ArrayList<>();
        for (SqlNode condition : Conjuncts.of(select.getHaving())) {
            if (isWasm(condition)) {
                above.add(condition);
            } else {
                inScan.add("(" + scan.write(condition) + ")");
            }
        }
        if (!above.isEmpty() && hasWindow()) {
            throw Refusals.clause(above.get(0), "a window function over groups that a wasm function filters");
        }
        if (!inScan.isEmpty()) {
            scan.clause("HAVING " + String.join(" AND ", inScan));
        }
        return above;
    }

    private boolean isGrouped() {
        return select.getGroup() != null
                || select.getHaving() != null
                || !aggregates().isEmpty();
    }

    private boolean groupingHasWasm() {
        boolean keys = select.getGroup() != null
                && select.getGroup().getList().stream().anyMatch(key -> isWasm(key) || isWasmOutput(key));
        return keys || aggregates().stream().anyMatch(this::isWasm);
    }

    /** Returns the keys of GROUP BY, with names of outputs replaced by what they stand for. */
    private List<SqlNode> keys() {
        List<SqlNode> keys = new ArrayList<>();
        for (SqlNode key : select.getGroup() == null ? SqlNodeList.EMPTY : select.getGroup()) {
            OptionalInt output = SortItem.of(key).grouped(outputs);
            keys.add(output.isPresent() ? outputs.get(output.getAsInt()).node() : key);
        }
        return keys;
    }

    /** Returns whether a key of GROUP BY names an output, by alias, that has a wasm call. */
    private boolean isWasmOutput(SqlNode key) {
        OptionalInt output = SortItem.of(key).grouped(outputs);
        return output.isPresent() && isWasm(outputs.get(output.getAsInt()).node());
    }

    private List<SqlCall> aggregates() {
        List<SqlCall> aggregates = new ArrayList<>();
        outputs.forEach(output -> aggregates.addAll(Aggregates.in(output.node())));
        aggregates.addAll(Aggregates.in(select.getHaving()));
        ordering.items().forEach(item -> aggregates.addAll(Aggregates.in(item)));
        return aggregates;
    }

    private boolean isWasm(@Nullable SqlNode node) {
        return context.wasm().contains(node, tables);
    }
}
