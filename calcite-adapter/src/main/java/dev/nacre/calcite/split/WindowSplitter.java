package dev.nacre.calcite.split;

import java.sql.SQLException;
import java.util.List;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlSelect;

/** Splits a SELECT without groups that has aggregates of WebAssembly over windows. */
final class WindowSplitter {
    private final PlanContext context;
    private final CommonTables tables;
    private final SqlSelect select;
    private final List<Output> outputs;
    private final Source source;

    WindowSplitter(PlanContext context, CommonTables tables, SqlSelect select, List<Output> outputs, Source source) {
        this.context = context;
        this.tables = tables;
        this.select = select;
        this.outputs = outputs;
        this.source = source;
    }

    RelNode split(List<SqlNode> filters, Ordering ordering) throws SQLException {
        Expressions below = new Expressions(context, tables, source);
        Guards guards = below.placeInTurn(filters, Guards.NONE);
        WindowGround windows = new WindowGround(context, below, source, select.getWindowList(), guards);
        Expressions above = new Expressions(context, tables, windows);
        for (Output output : outputs) {
            if (output.isStar()) {
                source.placeOutput(output, guards);
            } else {
                above.place(output.node(), guards);
            }
        }
        List<SqlNode> qualify = Conjuncts.of(select.getQualify());
        above.placeAll(qualify, guards);
        Tail tail = new Tail(context, above, source::star, outputs, select.isDistinct());
        tail.placeKeys(ordering, guards);
        Relations relations = new Relations(context);
        RelNode rows = source.build();
        RelNode windowed = windows.build(relations.filter(rows, List.of(below.compileAll(filters))));
        List<RexNode> conditions = List.of(above.compileAll(qualify));
        return tail.build(relations.filter(windowed, conditions), ordering);
    }
}
