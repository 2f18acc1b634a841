package dev.nacre.calcite;

import java.sql.SQLException;

/** Plans queries that call WebAssembly functions. Safe for use by many threads; one is enough for a database. */
public interface QueryPlanner {
    /** Returns the planner. */
    static QueryPlanner create() {
        return new SplittingPlanner();
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
