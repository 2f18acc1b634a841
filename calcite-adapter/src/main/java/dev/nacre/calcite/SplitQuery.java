package dev.nacre.calcite;

import dev.nacre.calcite.run.PlanRunner;
import dev.nacre.calcite.run.Run;
import dev.nacre.calcite.split.SplitPlan;
import dev.nacre.functions.FunctionDefinition;
import dev.nacre.h2.H2Column;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.apache.calcite.linq4j.Enumerator;
import org.h2.message.DbException;
import org.h2.value.TypeInfo;
import org.h2.value.Value;

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
    public Rows open(Execution execution) throws SQLException {
        if (execution.parameters().size() != parameterCount) {
            throw new IllegalArgumentException("expected " + parameterCount + " parameters, found "
                    + execution.parameters().size());
        }
        Run run = new Run(execution.session(), execution.scope(), execution.parameters());
        boolean opened = false;
        try {
            PlanRunner runner = new PlanRunner(plan.constants(), run);
            Enumerator<Value[]> rows =
                    runner.rows(plan.relation(), execution.maximumRows()).enumerator();
            opened = true;
            return new SplitRows(run, rows, sql);
        } catch (DbException e) {
            throw H2Errors.about(sql, DbException.toSQLException(e));
        } catch (SQLException e) {
            throw H2Errors.about(sql, e);
        } finally {
            if (!opened) {
                run.close();
            }
        }
    }
}
