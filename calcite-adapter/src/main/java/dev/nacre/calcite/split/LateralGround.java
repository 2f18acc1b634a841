package dev.nacre.calcite.split;

import static java.util.Objects.requireNonNull;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlNode;
import org.h2.api.ErrorCode;
import org.h2.message.DbException;
import org.jspecify.annotations.Nullable;

/**
 * What the arguments of a table function in FROM stand on: the columns of the items to its left. Each is a parameter that is
 * set for each of their rows.
 */
final class LateralGround implements Ground {
    private final PlanContext context;
    private final List<JoinLeaf> left;
    private final Map<SqlNode, RexNode> references = new IdentityHashMap<>();
    private final List<LateralColumn> columns = new ArrayList<>();

    LateralGround(PlanContext context, List<JoinLeaf> left) {
        this.context = context;
        this.left = List.copyOf(left);
    }

    /** Returns the columns that were placed. */
    List<LateralColumn> columns() {
        return List.copyOf(columns);
    }

    @Override
    public boolean place(SqlNode expression, Guards guards) throws SQLException {
        return expression instanceof SqlIdentifier column && (references.containsKey(column) || placeColumn(column));
    }

    private boolean placeColumn(SqlIdentifier column) throws SQLException {
        for (JoinLeaf leaf : left) {
            if (leaf.place(column)) {
                RexNode reference = context.correlations().variable(column.toString(), leaf.type(column));
                references.put(column, reference);
                columns.add(new LateralColumn(Correlations.ordinal(reference), leaf, column));
                return true;
            }
        }
        return false;
    }

    /** Returns the parameter of a column that was placed. */
    RexNode variable(SqlIdentifier column) {
        return requireNonNull(references.get(column), "column was not placed");
    }

    /** As H2 refuses a column that no table has. */
    @Override
    public void refuse(SqlNode column, String text) throws SQLException {
        throw DbException.get(ErrorCode.COLUMN_NOT_FOUND_1, text).getSQLException();
    }

    @Override
    public @Nullable RexNode reference(SqlNode expression) {
        return references.get(expression);
    }
}
