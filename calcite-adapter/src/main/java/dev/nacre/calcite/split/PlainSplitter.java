package dev.nacre.calcite.split;

import dev.nacre.calcite.text.Span;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlNode;

/** Splits a SELECT whose grouping, if any, H2 does: order and limit go to H2 too when no row is lost above. */
final class PlainSplitter {
    private final PlanContext context;
    private final Expressions expressions;
    private final Source source;
    private final List<Output> outputs;
    private final Ordering ordering;

    PlainSplitter(PlanContext context, CommonTables tables, Source source, List<Output> outputs, Ordering ordering) {
        this.context = context;
        this.expressions = new Expressions(context, tables, source);
        this.source = source;
        this.outputs = outputs;
        this.ordering = ordering;
    }

    /** Plans the block; the filters have wasm calls and are evaluated above. */
    RelNode split(List<SqlNode> filters, boolean distinct, Optional<Span> lock) throws SQLException {
        Guards guards = expressions.placeInTurn(filters, Guards.NONE);
        for (Output output : outputs) {
            if (!source.placeOutput(output, guards)) {
                expressions.place(output.node(), guards);
            }
        }
        Tail tail = new Tail(context, expressions, source::star, outputs, distinct);
        Ordering left = distinct ? ordering : leaveToScan(filters.isEmpty());
        tail.placeKeys(left, guards);
        lock.ifPresent(span -> lock(span));
        RelNode rows = source.build();
        List<RexNode> conditions = List.of(expressions.compileAll(filters));
        return tail.build(new Relations(context).filter(rows, conditions), left);
    }

    /** Locks what the scan reads, which are all rows that a function has to look at. */
    private void lock(Span span) {
        ScanBuilder scan = source.scan()
                .orElseThrow(() -> Refusals.clause(outputs.get(0).node(), "FOR UPDATE over a join by a function"));
        scan.clause(scan.write(span));
    }

    /** Gives order and limit to the scan as far as it can do them; returns what is left. */
    private Ordering leaveToScan(boolean allRowsPass) throws SQLException {
        Optional<ScanBuilder> scan = source.scan();
        List<String> keys = scan.isPresent() ? scanKeys((TableSource) source, allRowsPass) : List.of();
        if (scan.isEmpty() || keys.size() < ordering.items().size()) {
            return ordering;
        }
        if (!keys.isEmpty()) {
            scan.get().clause("ORDER BY " + String.join(", ", keys));
        }
        if (!allRowsPass) {
            return new Ordering(List.of(), ordering.offset(), ordering.fetch(), ordering.special());
        }
        if (ordering.offset() != null) {
            scan.get().clause("OFFSET (" + scan.get().write(ordering.offset()) + ") ROWS");
        }
        if (ordering.special().isPresent()) {
            scan.get().clause("FETCH " + scan.get().write(ordering.special().get()));
        } else if (ordering.fetch() != null) {
            scan.get().clause("FETCH NEXT (" + number(scan.get(), ordering.fetch()) + ") ROWS ONLY");
        }
        return Ordering.NONE;
    }

    /** Where FETCH names no number it means one row, and the parser has put the number there. */
    private static String number(ScanBuilder scan, SqlNode fetch) {
        String written = scan.write(fetch);
        return written.equalsIgnoreCase("ROW") || written.equalsIgnoreCase("ROWS") ? "1" : written;
    }

    /** Returns the keys of ORDER BY as the scan can write them; fewer than there are when it cannot. */
    private List<String> scanKeys(TableSource table, boolean allRowsPass) throws SQLException {
        ScanBuilder scan = table.scan().orElseThrow();
        List<String> keys = new ArrayList<>();
        for (SqlNode item : ordering.items()) {
            SortItem sort = SortItem.of(item);
            OptionalInt output = sort.ordinal().isPresent() ? OptionalInt.empty() : sort.output(outputs);
            if (sort.ordinal().isPresent()) {
                OptionalInt position = scanPosition(table, sort.ordinal().getAsInt());
                position.ifPresent(number -> keys.add(number + sort.suffix()));
            } else if (output.isPresent()) {
                ScanBuilder.Item placed =
                        table.item(outputs.get(output.getAsInt()).node());
                if (placed != null) {
                    keys.add(scan.position(placed) + sort.suffix());
                }
            } else if (!expressions.isWasm(item) && (allRowsPass || Safety.isSafe(sort.key()))) {
                keys.add(scan.write(item));
            }
        }
        return keys;
    }

    /** Returns where the scan has an output column, from 1; empty when it is computed above. */
    private OptionalInt scanPosition(TableSource table, int ordinal) throws SQLException {
        int before = 0;
        for (Output output : outputs) {
            ScanBuilder.Item item = table.item(output.node());
            int first = item == null ? 0 : table.scan().orElseThrow().position(item);
            int width = item == null ? 1 : item.width();
            if (ordinal <= before + width) {
                return item == null ? OptionalInt.empty() : OptionalInt.of(first + ordinal - before - 1);
            }
            before += width;
        }
        return OptionalInt.empty();
    }
}
