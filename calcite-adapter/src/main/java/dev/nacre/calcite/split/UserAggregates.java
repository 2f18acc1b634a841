package dev.nacre.calcite.split;

import dev.nacre.h2.H2Rows;
import dev.nacre.h2.H2Session;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlFunction;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.util.SqlBasicVisitor;
import org.h2.value.ValueVarchar;
import org.jspecify.annotations.Nullable;

/**
 * Knows the aggregates that users wrote in Java (CREATE AGGREGATE): their calls look like those of scalar functions. H2 is
 * asked once for a plan, and only when a function is called that is neither built in nor WebAssembly.
 */
final class UserAggregates {
    private final H2Session session;
    private final FunctionLookup functions;
    private @Nullable Set<String> names;

    UserAggregates(H2Session session, FunctionLookup functions) {
        this.session = session;
        this.functions = functions;
    }

    /** Returns those of an expression that belong to its own query. */
    List<SqlCall> in(@Nullable SqlNode node) throws SQLException {
        List<SqlCall> aggregates = new ArrayList<>();
        for (SqlCall call : calls(node)) {
            if (names().contains(name(call))) {
                aggregates.add(call);
            }
        }
        return aggregates;
    }

    private Set<SqlCall> calls(@Nullable SqlNode node) {
        Finder finder = new Finder();
        if (node != null) {
            node.accept(finder);
        }
        return finder.found;
    }

    /** Schemas are left out: a scalar function of the same name in another schema is refused too, which is no harm. */
    private Set<String> names() throws SQLException {
        Set<String> known = names;
        if (known == null) {
            known = new HashSet<>();
            try (H2Rows rows = session.rows(
                    "SELECT ROUTINE_NAME FROM INFORMATION_SCHEMA.ROUTINES WHERE ROUTINE_TYPE = ?",
                    List.of(ValueVarchar.get("AGGREGATE")),
                    0)) {
                while (rows.next()) {
                    known.add(rows.current()[0].getString().toUpperCase(Locale.ROOT));
                }
            }
            names = known;
        }
        return known;
    }

    private static String name(SqlCall call) {
        SqlIdentifier identifier = ((SqlFunction) call.getOperator()).getSqlIdentifier();
        String name =
                identifier == null ? call.getOperator().getName() : identifier.names.get(identifier.names.size() - 1);
        return name.toUpperCase(Locale.ROOT);
    }

    private final class Finder extends SqlBasicVisitor<@Nullable Void> {
        private final Set<SqlCall> found = new HashSet<>();

        @Override
        public @Nullable Void visit(SqlCall call) {
            if (call.getKind().belongsTo(SqlKind.QUERY)) {
                return null;
            }
            boolean unknown = call.getOperator() instanceof SqlFunction function && function.getSqlIdentifier() != null;
            if (unknown && functions.called(call).isEmpty()) {
                found.add(call);
            }
            return super.visit(call);
        }
    }
}
