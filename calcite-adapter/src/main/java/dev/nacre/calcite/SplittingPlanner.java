package dev.nacre.calcite;

import dev.nacre.calcite.split.Split;
import dev.nacre.calcite.split.SplitPlan;
import java.sql.SQLException;

/** Plans by splitting a query between H2 and Nacre. */
final class SplittingPlanner implements QueryPlanner {
    private interface Plan {
        SplitPlan of(Split split) throws SQLException;
    }

    private final Runnable watch;

    SplittingPlanner(Runnable watch) {
        this.watch = watch;
    }

    @Override
    public PlannedQuery plan(PlanRequest request) throws SQLException {
        return planned(request, Split::query);
    }

    @Override
    public PlannedQuery planCall(PlanRequest request) throws SQLException {
        return planned(request, Split::call);
    }

    private PlannedQuery planned(PlanRequest request, Plan plan) throws SQLException {
        try {
            Split split = new Split(
                    request.text().parsed(),
                    request.query(),
                    request.parameterCount(),
                    request.catalog(),
                    request.schemas(),
                    request.session(),
                    request.shapes(),
                    watch);
            return new SplitQuery(plan.of(split), request.text().executed(), request.parameterCount());
        } catch (SQLException e) {
            throw Failures.about(request.text().written(), e);
        } catch (RuntimeException e) {
            throw Failures.unchecked(request.text().written(), e);
        }
    }
}
