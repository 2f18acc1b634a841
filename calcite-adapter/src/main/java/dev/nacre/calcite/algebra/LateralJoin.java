package dev.nacre.calcite.algebra;

import java.util.List;
import org.apache.calcite.plan.RelTraitSet;
import org.apache.calcite.rel.BiRel;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.RelWriter;
import org.apache.calcite.rel.core.JoinRelType;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexShuttle;

/** A join whose right side is read anew for each row of the left, with columns of that row as its parameters. */
public final class LateralJoin extends BiRel {
    private final JoinRelType type;
    private final List<Variable> variables;
    private final RexNode condition;

    /**
     * A column of the left side that the right side refers to.
     *
     * @param ordinal its place among the parameters, from 0
     * @param column of the left side, from 0
     */
    public record Variable(int ordinal, int column) {}

    /**
     * Makes a join.
     *
     * @param type inner or left
     * @param condition over the columns of both sides
     */
    public LateralJoin(RelNode left, RelNode right, JoinRelType type, List<Variable> variables, RexNode condition) {
        super(left.getCluster(), left.getTraitSet(), left, right);
        this.type = type;
        this.variables = List.copyOf(variables);
        this.condition = condition;
    }

    /** Returns whether rows of the left side without a partner are kept. */
    public boolean keepsLeft() {
        return type == JoinRelType.LEFT;
    }

    /** Returns the columns of the left side that the right side refers to. */
    public List<Variable> variables() {
        return variables;
    }

    /** Returns what rows of both sides have to meet. */
    public RexNode condition() {
        return condition;
    }

    @Override
    protected RelDataType deriveRowType() {
        RelDataTypeFactory.Builder row = getCluster().getTypeFactory().builder();
        getInputs()
                .forEach(input -> input.getRowType()
                        .getFieldList()
                        .forEach(field -> row.add("C" + row.getFieldCount(), field.getType())));
        return row.build();
    }

    @Override
    public RelNode copy(RelTraitSet traits, List<RelNode> inputs) {
        return new LateralJoin(inputs.get(0), inputs.get(1), type, variables, condition);
    }

    @Override
    public RelNode accept(RexShuttle shuttle) {
        RexNode shuttled = shuttle.apply(condition);
        return shuttled.equals(condition) ? this : new LateralJoin(left, right, type, variables, shuttled);
    }

    @Override
    public RelWriter explainTerms(RelWriter writer) {
        return super.explainTerms(writer)
                .item("type", type.lowerName)
                .item("columns", variables.stream().map(Variable::column).toList())
                .item("condition", condition);
    }
}
