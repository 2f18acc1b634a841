package dev.nacre.calcite;

import java.sql.SQLException;

/** Plans queries that call WebAssembly functions. Safe for use by many threads, if its watch is. */
public interface QueryPlanner {
    /**
     * Returns a planner.
     *
     * @param watch called now and then while it plans, on the thread that does; ends the planning by an exception
     */
    static QueryPlanner create(Runnable watch) {
        return new SplittingPlanner(watch);
    }

    /**
     * Plans a query; reads nothing but metadata.
     *
     * @throws dev.nacre.adapter.SqlLayerException when the query needs what is not supported beside a WebAssembly
     *     function, or when no overload fits
     * @throws SQLException H2's own, for a mistake in the plain SQL of the query
     */
    PlannedQuery plan(PlanRequest request) throws SQLException;

    /**
     * Plans a CALL: a row with the value, or with the fields of the row that a procedure gives.
     *
     * @param request with the expression behind CALL as its query
     * @throws dev.nacre.adapter.SqlLayerException as above
     * @throws SQLException as above
     */
    PlannedQuery planCall(PlanRequest request) throws SQLException;
}
