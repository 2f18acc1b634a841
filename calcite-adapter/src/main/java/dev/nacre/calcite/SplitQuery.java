package dev.nacre.calcite;

import dev.nacre.calcite.split.SplitPlan;
import dev.nacre.functions.FunctionDefinition;
import dev.nacre.h2.H2Column;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.h2.value.TypeInfo;

/** A query that was split. */
final class SplitQuery implements PlannedQuery {
    private final SplitPlan plan;
    private final String sql;
    private final int parameterCount;

    SplitQuery(SplitPlan plan, String sql, int parameterCount) {
        this.plan = plan;
        this.sql = sql;
        this.parameterCount = parameterCount;
    }

    @Override
    public List<H2Column> columns() {
        return plan.columns();
    }

    @Override
    public Map<Integer, Integer> parameterColumns() {
        return plan.parameterColumns();
    }

    @Override
    public int parameterCount() {
        return parameterCount;
    }

    @Override
    public List<TypeInfo> parameterTypes() {
        return plan.parameterTypes();
    }

    @Override
    public Set<FunctionDefinition> functions() {
        return plan.functions();
    }

    @Override
    public List<String> explain() {
        return Explanation.of(plan);
    }

    @Override
    public Rows open(Execution execution) {
        if (execution.parameters().size() != parameterCount) {
            throw new IllegalArgumentException("expected " + parameterCount + " parameters, found "
                    + execution.parameters().size());
        }
        return new SplitRows(plan, execution, sql);
    }
}
