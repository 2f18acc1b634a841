package dev.nacre.calcite.algebra;

import java.util.List;
import org.apache.calcite.plan.RelTraitSet;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.RelWriter;
import org.apache.calcite.rel.SingleRel;
import org.apache.calcite.rel.type.RelDataType;

/** The rows of the input, and behind their columns one for each call over a window. */
public final class WasmWindow extends SingleRel {
    private final List<WindowCall> calls;

    /**
     * Makes the relation.
     *
     * @param rowType the columns of the input, then one for each call
     */
    public WasmWindow(RelNode input, List<WindowCall> calls, RelDataType rowType) {
        super(input.getCluster(), input.getTraitSet(), input);
        this.calls = List.copyOf(calls);
        this.rowType = rowType;
    }

    /** Returns the calls in the order of their columns. */
    public List<WindowCall> calls() {
        return calls;
    }

    @Override
    public RelNode copy(RelTraitSet traits, List<RelNode> inputs) {
        return new WasmWindow(inputs.get(0), calls, rowType);
    }

    @Override
    public RelWriter explainTerms(RelWriter writer) {
        return super.explainTerms(writer).item("calls", calls);
    }
}
