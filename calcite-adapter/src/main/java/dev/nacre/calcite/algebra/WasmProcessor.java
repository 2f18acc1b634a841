package dev.nacre.calcite.algebra;

import java.util.List;
import org.apache.calcite.plan.RelTraitSet;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.RelWriter;
import org.apache.calcite.rel.SingleRel;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexShuttle;
import org.h2.value.TypeInfo;

/**
 * The rows that a WebAssembly function makes of the rows of its input: the first columns of those, as many as it takes. They
 * come partition after partition.
 */
public final class WasmProcessor extends SingleRel {
    private final RowsCall call;
    private final List<TypeInfo> columnTypes;
    private final List<Integer> partition;

    /**
     * Makes a call.
     *
     * @param columnTypes H2's form of the types of the rows that the function takes
     * @param partition the columns of the input by which partitions are told apart, none for a single one
     */
    public WasmProcessor(
            RelNode input, RowsCall call, List<TypeInfo> columnTypes, List<Integer> partition, RelDataType rowType) {
        super(input.getCluster(), input.getTraitSet(), input);
        this.call = call;
        this.columnTypes = List.copyOf(columnTypes);
        this.partition = List.copyOf(partition);
        this.rowType = rowType;
    }

    /** Returns what is called with what. */
    public RowsCall call() {
        return call;
    }

    /** Returns H2's form of the types of the rows that the function takes. */
    public List<TypeInfo> columnTypes() {
        return columnTypes;
    }

    /** Returns the columns of the input by which partitions are told apart. */
    public List<Integer> partition() {
        return partition;
    }

    @Override
    public RelNode copy(RelTraitSet traits, List<RelNode> inputs) {
        return new WasmProcessor(inputs.get(0), call, columnTypes, partition, rowType);
    }

    @Override
    public RelNode accept(RexShuttle shuttle) {
        List<RexNode> shuttled = shuttle.apply(call.arguments());
        return shuttled.equals(call.arguments())
                ? this
                : new WasmProcessor(getInput(), call.with(shuttled), columnTypes, partition, rowType);
    }

    @Override
    public RelWriter explainTerms(RelWriter writer) {
        return call.explain(super.explainTerms(writer)).item("partition", partition);
    }
}
