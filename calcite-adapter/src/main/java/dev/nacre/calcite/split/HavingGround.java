package dev.nacre.calcite.split;

import java.sql.SQLException;
import java.util.List;
import java.util.OptionalInt;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlNode;
import org.jspecify.annotations.Nullable;

/** Groups as HAVING sees them: with the outputs under their aliases, too. */
final class HavingGround implements Ground {
    private final Ground groups;
    private final Expressions above;
    private final List<Output> outputs;

    HavingGround(Ground groups, Expressions above, List<Output> outputs) {
        this.groups = groups;
        this.above = above;
        this.outputs = outputs;
    }

    @Override
    public boolean place(SqlNode expression, Guards guards) throws SQLException {
        if (groups.place(expression, guards)) {
            return true;
        }
        OptionalInt output = aliased(expression);
        if (output.isPresent()) {
            above.place(outputs.get(output.getAsInt()).node(), guards);
        }
        return output.isPresent();
    }

    private OptionalInt aliased(SqlNode expression) {
        return expression instanceof SqlIdentifier ? SortItem.of(expression).output(outputs) : OptionalInt.empty();
    }

    @Override
    public boolean isKey(SqlNode expression) {
        return groups.isKey(expression);
    }

    @Override
    public void refuse(SqlNode column, String text) throws SQLException {
        groups.refuse(column, text);
    }

    @Override
    public @Nullable RexNode reference(SqlNode expression) throws SQLException {
        RexNode group = groups.reference(expression);
        OptionalInt output = group == null ? aliased(expression) : OptionalInt.empty();
        return output.isPresent() ? above.compile(outputs.get(output.getAsInt()).node()) : group;
    }
}
