package dev.nacre.calcite.algebra;

import java.util.List;
import org.apache.calcite.plan.Convention;
import org.apache.calcite.plan.RelOptCluster;
import org.apache.calcite.rel.AbstractRelNode;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.RelWriter;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexShuttle;

/**
 * The rows of one call of a WebAssembly table function. Its arguments have no columns: those of other tables are
 * parameters that a {@link LateralJoin} sets.
 */
public final class WasmTable extends AbstractRelNode {
    private final RowsCall call;

    /** Makes a call whose columns are of a type. */
    public WasmTable(RelOptCluster cluster, RowsCall call, RelDataType rowType) {
        super(cluster, cluster.traitSetOf(Convention.NONE));
        this.call = call;
        this.rowType = rowType;
    }

    /** Returns what is called with what. */
    public RowsCall call() {
        return call;
    }

    @Override
    public RelNode accept(RexShuttle shuttle) {
        List<RexNode> shuttled = shuttle.apply(call.arguments());
        return shuttled.equals(call.arguments()) ? this : new WasmTable(getCluster(), call.with(shuttled), rowType);
    }

    @Override
    public RelWriter explainTerms(RelWriter writer) {
        return call.explain(super.explainTerms(writer));
    }
}
