package dev.nacre.calcite.split;

import dev.nacre.calcite.text.Clauses;
import dev.nacre.calcite.text.Clauses.Clause;
import java.sql.SQLException;
import org.apache.calcite.sql.SqlNode;
import org.jspecify.annotations.Nullable;

/** Makes the source of a block. */
final class Sources {
    private Sources() {}

    static Source of(PlanContext context, CommonTables tables, @Nullable SqlNode from, Clauses clauses)
            throws SQLException {
        return from != null && context.wasm().fromContains(from, tables)
                ? JoinSource.of(context, tables, from)
                : new TableSource(context, tables, clauses.body(Clause.FROM));
    }
}
