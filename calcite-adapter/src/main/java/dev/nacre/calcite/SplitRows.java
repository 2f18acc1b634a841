package dev.nacre.calcite;

import static java.util.Objects.requireNonNull;

import dev.nacre.calcite.run.PlanRunner;
import dev.nacre.calcite.run.Run;
import dev.nacre.calcite.split.SplitPlan;
import dev.nacre.h2.CharPadding;
import dev.nacre.h2.H2Column;
import java.sql.SQLException;
import org.apache.calcite.linq4j.Enumerable;
import org.apache.calcite.linq4j.Enumerator;
import org.h2.value.Value;
import org.jspecify.annotations.Nullable;

/** The rows of a query that was split. */
final class SplitRows implements Rows {
    private final SplitPlan plan;
    private final String sql;
    private final long maximumRows;
    private final Run run;
    private final CharPadding padding;
    private @Nullable Enumerable<Value[]> started;
    private @Nullable Enumerator<Value[]> rows;
    private Value @Nullable [] current;
    private boolean ended;

    SplitRows(SplitPlan plan, Execution execution, String sql) {
        this.plan = plan;
        this.sql = sql;
        this.maximumRows = execution.maximumRows();
        this.padding = execution
                .session()
                .padding(plan.columns().stream().map(H2Column::type).toList());
        this.run = new Run(execution.session(), execution.scope(), execution.parameters());
    }

    @Override
    public void start() throws SQLException {
        if (started == null && !ended) {
            closingOnFailure(() -> {
                PlanRunner runner = new PlanRunner(plan.constants(), run);
                started = runner.rows(plan.relation(), maximumRows);
                runner.start();
                return true;
            });
        }
    }

    @Override
    public boolean next() throws SQLException {
        current = null;
        start();
        return !ended && closingOnFailure(this::advance);
    }

    private boolean advance() {
        Enumerator<Value[]> open = rows;
        if (open == null) {
            open = requireNonNull(started, "not started").enumerator();
            rows = open;
        }
        if (!open.moveNext()) {
            return false;
        }
        current = padding.pad(open.current());
        return true;
    }

    private interface Step {
        boolean take() throws SQLException;
    }

    /** Closes at the end, too: a step that is false was the last. */
    private boolean closingOnFailure(Step step) throws SQLException {
        boolean going = false;
        try {
            going = step.take();
            return going;
        } catch (SQLException e) {
            throw Failures.about(sql, e);
        } catch (RuntimeException e) {
            throw Failures.unchecked(sql, e);
        } finally {
            if (!going) {
                close();
            }
        }
    }

    @Override
    public Value[] current() {
        Value[] row = current;
        if (row == null) {
            throw new IllegalStateException("there is no current row");
        }
        return row;
    }

    @Override
    public void cancel() {
        run.cancel();
    }

    @Override
    public void close() {
        if (!ended) {
            ended = true;
            current = null;
            try {
                if (rows != null) {
                    rows.close();
                }
            } finally {
                run.close();
            }
        }
    }
}
