package dev.nacre.calcite.algebra;

import org.apache.calcite.plan.Convention;
import org.apache.calcite.plan.RelOptCluster;
import org.apache.calcite.rel.AbstractRelNode;
import org.apache.calcite.rel.RelWriter;
import org.apache.calcite.rel.type.RelDataType;

/** The rows of a statement that H2 runs. */
public final class H2Scan extends AbstractRelNode {
    private final H2Statement statement;

    /** Makes a scan whose columns are those of the statement. */
    public H2Scan(RelOptCluster cluster, H2Statement statement, RelDataType rowType) {
        super(cluster, cluster.traitSetOf(Convention.NONE));
        this.statement = statement;
        this.rowType = rowType;
    }

    /** Returns the statement. */
    public H2Statement statement() {
        return statement;
    }

    @Override
    public RelWriter explainTerms(RelWriter writer) {
        return super.explainTerms(writer).item("sql", statement.sql());
    }
}
