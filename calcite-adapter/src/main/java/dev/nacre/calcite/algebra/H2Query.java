package dev.nacre.calcite.algebra;

import java.util.List;
import org.apache.calcite.plan.RelTraitSet;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.RelWriter;
import org.apache.calcite.rel.SingleRel;
import org.apache.calcite.rel.type.RelDataType;

/** The rows of a statement that H2 runs over the rows of the input, which it gets whole. */
public final class H2Query extends SingleRel {
    private final String head;
    private final String tail;
    private final List<Integer> parameters;

    /**
     * Makes a query.
     *
     * @param head the statement up to the table, FROM included
     * @param tail what follows the table
     * @param parameters the client's parameter, from 0, for each of H2's numbers
     * @param rowType the statement's columns
     */
    public H2Query(RelNode input, String head, String tail, List<Integer> parameters, RelDataType rowType) {
        super(input.getCluster(), input.getTraitSet(), input);
        this.head = head;
        this.tail = tail;
        this.parameters = List.copyOf(parameters);
        this.rowType = rowType;
    }

    /** Returns the statement over so many pieces of rows. */
    public String sql(int pieces) {
        String table =
                RowsTable.sql(RowsTable.types(getInput().getRowType().getFieldList()), pieces, parameters.size());
        return head + table + tail;
    }

    /** Returns the client's parameter, from 0, for each of H2's numbers before those of the rows. */
    public List<Integer> parameters() {
        return parameters;
    }

    @Override
    public RelNode copy(RelTraitSet traits, List<RelNode> inputs) {
        return new H2Query(inputs.get(0), head, tail, parameters, rowType);
    }

    @Override
    public RelWriter explainTerms(RelWriter writer) {
        return super.explainTerms(writer).item("sql", sql(1));
    }
}
