package dev.nacre.calcite.split;

import java.sql.SQLException;
import java.util.List;
import java.util.OptionalInt;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlSelect;

/** Splits a SELECT whose rows are grouped above H2, because a wasm call filters them, keys them or is aggregated. */
final class GroupSplitter {
    private final PlanContext context;
    private final CommonTables tables;
    private final SqlSelect select;
    private final List<Output> outputs;
    private final Source source;

    GroupSplitter(PlanContext context, CommonTables tables, SqlSelect select, List<Output> outputs, Source source) {
        this.context = context;
        this.tables = tables;
        this.select = select;
        this.outputs = outputs;
        this.source = source;
    }

    RelNode split(List<SqlNode> filters, Ordering ordering) throws SQLException {
        Expressions below = new Expressions(context, tables, source);
        Guards guards = below.placeInTurn(filters, Guards.NONE);
        GroupGround ground =
                new GroupGround(context, below, source, GroupingSets.of(select.getGroup(), this::output), guards);
        Expressions groups = new Expressions(context, tables, ground);
        WindowGround windows = new WindowGround(context, groups, ground, select.getWindowList(), Guards.NONE);
        Expressions above = new Expressions(context, tables, windows);
        List<SqlNode> having = Conjuncts.of(select.getHaving());
        Expressions inHaving = new Expressions(context, tables, new HavingGround(ground, groups, outputs));
        inHaving.placeAll(having, Guards.NONE);
        for (Output output : outputs) {
            placeOutput(output, above);
        }
        List<SqlNode> qualify = Conjuncts.of(select.getQualify());
        above.placeAll(qualify, Guards.NONE);
        Tail tail = new Tail(context, above, output -> List.of(), outputs, select.isDistinct());
        tail.placeKeys(ordering, Guards.NONE);
        Relations relations = new Relations(context);
        RelNode rows = source.build();
        RelNode grouped = ground.build(relations.filter(rows, List.of(below.compileAll(filters))));
        RelNode left = relations.filter(grouped, List.of(inHaving.compileAll(having)));
        RelNode windowed = windows.build(left);
        List<RexNode> conditions = List.of(above.compileAll(qualify));
        return tail.build(relations.filter(windowed, conditions), ordering);
    }

    private static void placeOutput(Output output, Expressions above) throws SQLException {
        if (output.isStar()) {
            throw Refusals.clause(output.node(), "* in a grouped query");
        }
        above.place(output.node(), Guards.NONE);
    }

    /** Returns what a key of GROUP BY that names an output stands for. */
    private SqlNode output(SqlNode key) {
        OptionalInt output = SortItem.of(key).grouped(outputs);
        return output.isPresent() ? outputs.get(output.getAsInt()).node() : key;
    }
}
