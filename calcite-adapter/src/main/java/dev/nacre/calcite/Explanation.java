package dev.nacre.calcite;

import dev.nacre.calcite.algebra.H2Scan;
import dev.nacre.calcite.algebra.SubqueryOperator;
import dev.nacre.calcite.split.SplitPlan;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.RelVisitor;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexShuttle;
import org.jspecify.annotations.Nullable;

/** Words a plan for EXPLAIN. */
final class Explanation {
    private final List<String> lines = new ArrayList<>();
    private int scans;

    private Explanation() {}

    static List<String> of(SplitPlan plan) {
        Explanation explanation = new Explanation();
        explanation.lines.add("Nacre runs this plan; H2 runs the statement of each scan.");
        explanation.add("plan", plan.relation());
        plan.constants().statement().ifPresent(statement -> explanation.lines.add("constants, H2: " + statement.sql()));
        return List.copyOf(explanation.lines);
    }

    private void add(String title, RelNode relation) {
        lines.add(title + ":");
        RelOptUtil.toString(relation).lines().forEach(line -> lines.add("  " + line));
        List<SubqueryOperator> subqueries = new ArrayList<>();
        new RelVisitor() {
            @Override
            public void visit(RelNode node, int ordinal, @Nullable RelNode parent) {
                if (node instanceof H2Scan scan) {
                    lines.add("scan " + ++scans + ", H2: " + scan.statement().sql());
                }
                node.accept(new RexShuttle() {
                    @Override
                    public RexNode visitCall(RexCall call) {
                        if (call.getOperator() instanceof SubqueryOperator subquery) {
                            subqueries.add(subquery);
                        }
                        return super.visitCall(call);
                    }
                });
                super.visit(node, ordinal, parent);
            }
        }.go(relation);
        subqueries.forEach(subquery -> add(subquery.getName(), subquery.query()));
    }
}
