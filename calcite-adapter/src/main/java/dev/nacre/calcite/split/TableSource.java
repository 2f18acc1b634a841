package dev.nacre.calcite.split;

import dev.nacre.calcite.text.Span;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlNode;
import org.jspecify.annotations.Nullable;

/** Tables that H2 can read and join itself, or none at all: one scan, and H2 computes all that has no wasm call. */
final class TableSource implements Source {
    private final PlanContext context;
    private final Predicate<SqlNode> wasm;
    private final ScanBuilder scan;
    private final Map<SqlNode, ScanBuilder.Item> placed = new IdentityHashMap<>();
    private final Map<String, ScanBuilder.Item> columns = new HashMap<>();
    private List<SqlNode> keys = List.of();
    private @Nullable RelNode built;

    TableSource(PlanContext context, CommonTables tables, Optional<Span> from) {
        this(
                new ScanBuilder(context, tables, from),
                context,
                node -> context.wasm().contains(node, tables));
    }

    /**
     * Makes a source of what a statement reads.
     *
     * @param wasm knows what the statement cannot compute
     */
    TableSource(ScanBuilder scan, PlanContext context, Predicate<SqlNode> wasm) {
        this.context = context;
        this.scan = scan;
        this.wasm = wasm;
    }

    /** Says what the scan groups by: that is computed whatever comes of the groups. */
    void groupBy(List<SqlNode> expressions) {
        keys = List.copyOf(expressions);
    }

    @Override
    public boolean isKey(SqlNode expression) {
        return keys.stream().anyMatch(key -> ColumnNames.same(key, expression));
    }

    @Override
    public boolean computes(SqlNode expression) {
        return !wasm.test(expression);
    }

    @Override
    public boolean knows(SqlIdentifier column) {
        return scan.computes(scan.write(column));
    }

    @Override
    public boolean place(SqlNode expression, Guards guards) {
        if (isEarly(expression, guards) || wasm.test(expression)) {
            return false;
        }
        placed.computeIfAbsent(expression, node -> item(node, guards));
        return true;
    }

    /**
     * Returns whether a scan would compute an expression for rows that never need it. A subquery is given to the scan all
     * the same, since only there it sees the tables around it.
     */
    private boolean isEarly(SqlNode expression, Guards guards) {
        boolean guardable = !guards.isUndecidable() && (guards.isEmpty() || scan.hasRoomForGuards());
        return !guardable && !isSafe(expression) && !Safety.hasSubquery(expression);
    }

    private boolean isSafe(SqlNode expression) {
        return Safety.isSafe(expression) || isKey(expression);
    }

    private ScanBuilder.Item item(SqlNode expression, Guards guards) {
        if (expression instanceof SqlIdentifier) {
            return columns.computeIfAbsent(scan.write(expression), scan::item);
        }
        return scan.item(isSafe(expression) ? scan.write(expression) : scan.guarded(expression, guards));
    }

    @Override
    public boolean placeOutput(Output output, Guards guards) {
        if (output.isStar()) {
            placed.put(output.node(), scan.star(scan.write(output.item())));
            return true;
        }
        if (isEarly(output.node(), guards) || wasm.test(output.node())) {
            return false;
        }
        ScanBuilder.Item item = scan.item(scan.write(output.item()));
        placed.put(output.node(), item);
        if (output.node() instanceof SqlIdentifier) {
            columns.putIfAbsent(scan.write(output.node()), item);
        }
        return true;
    }

    @Override
    public boolean filter(SqlNode condition) {
        if (wasm.test(condition)) {
            return false;
        }
        scan.where(scan.write(condition));
        return true;
    }

    @Override
    public Optional<ScanBuilder> scan() {
        return Optional.of(scan);
    }

    /** Returns the item that an expression became. */
    ScanBuilder.@Nullable Item item(SqlNode expression) {
        return placed.get(expression);
    }

    @Override
    public RelNode build() throws SQLException {
        built = scan.build();
        return built;
    }

    @Override
    public @Nullable RexNode reference(SqlNode expression) {
        ScanBuilder.Item item = placed.get(expression);
        return item == null ? null : column(item.first());
    }

    @Override
    public List<RexNode> star(Output output) {
        ScanBuilder.Item item = Objects.requireNonNull(placed.get(output.node()), "star was not placed");
        return IntStream.range(item.first(), item.first() + item.width())
                .mapToObj(this::column)
                .toList();
    }

    private RexNode column(int index) {
        RelNode relation = built;
        if (relation == null) {
            throw new IllegalStateException("the source is not built");
        }
        return context.rex().makeInputRef(relation, index);
    }
}
