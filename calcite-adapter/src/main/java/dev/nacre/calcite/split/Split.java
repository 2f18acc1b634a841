package dev.nacre.calcite.split;

import dev.nacre.adapter.SqlLayerException;
import dev.nacre.calcite.text.SqlText;
import dev.nacre.functions.FunctionCatalog;
import dev.nacre.functions.shape.ShapeSource;
import dev.nacre.h2.H2Session;
import java.sql.SQLException;
import java.util.List;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlOrderBy;
import org.apache.calcite.sql.SqlSelect;
import org.h2.api.ErrorCode;

/** The door of the package. */
public final class Split {
    private final PlanContext context;

    /**
     * Prepares for one statement.
     *
     * @param sql the statement's text, which the tree's positions refer to
     * @param tree a query, or the expression of a CALL
     * @param schemas where unqualified functions are looked up, in order
     * @param shapes how functions are called
     * @param watch ends planning by an exception
     */
    public Split(
            String sql,
            SqlNode tree,
            int parameterCount,
            FunctionCatalog catalog,
            List<String> schemas,
            H2Session session,
            ShapeSource shapes,
            Runnable watch) {
        FunctionLookup functions = new FunctionLookup(catalog, schemas);
        QueryDepth.require(tree);
        AggregateName.mark(tree, functions);
        CallPlaces.require(tree, functions);
        this.context = new PlanContext(new SqlText(sql, tree), session, functions, shapes, parameterCount, watch);
    }

    /**
     * Splits a query.
     *
     * @throws dev.nacre.adapter.SqlLayerException for what is not supported beside a WebAssembly function
     * @throws SQLException H2's own, for mistakes in the plain SQL
     */
    public SplitPlan query() throws SQLException {
        SqlNode query = context.text().tree();
        try {
            ProcedureCalls.refuse(query, context);
            requireLockable(context);
            Block block = new QuerySplitter(context).split(query, CommonTables.NONE);
            return plan(block);
        } catch (SQLException e) {
            requireValid(context);
            if (e.getErrorCode() == ErrorCode.MUST_GROUP_BY_COLUMN_1
                    || e.getErrorCode() == ErrorCode.INVALID_USE_OF_AGGREGATE_FUNCTION_1) {
                throw e;
            }
            throw Refusals.notSplit(e);
        } catch (SqlLayerException e) {
            requireValid(context);
            throw e;
        }
    }

    /**
     * Splits the expression of a CALL; throws as {@link #query}.
     */
    public SplitPlan call() throws SQLException {
        return plan(new CallSplitter(context).split(context.text().tree()));
    }

    private SplitPlan plan(Block block) {
        return new SplitPlan(
                block.relation(),
                block.columns(),
                ParameterColumns.of(context.text().tree(), block.columns()),
                block.description().parameterTypes(),
                context.constants().finish(),
                context.calledFunctions());
    }

    /** Only the scan of a plain SELECT takes locks. */
    private static void requireLockable(PlanContext context) {
        SqlNode tree = context.text().tree();
        SqlNode query = tree instanceof SqlOrderBy ordered ? ordered.query : tree;
        if (context.text().lock().isPresent() && !(query instanceof SqlSelect)) {
            throw Refusals.clause(tree, "FOR UPDATE after a query that is no plain SELECT");
        }
    }

    /** A mistake in the plain SQL is reported as H2 reports it, before anything that Nacre cannot do. */
    private static void requireValid(PlanContext context) throws SQLException {
        Shadow.describe(context, context.text().tree(), CommonTables.NONE);
    }
}
