package dev.nacre.calcite.split;

import dev.nacre.adapter.SqlLayerErrorCode;
import dev.nacre.functions.FunctionDefinition;
import dev.nacre.functions.FunctionKind;
import java.util.List;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.util.SqlBasicVisitor;
import org.jspecify.annotations.Nullable;

/** Finds procedures where only functions can stand. */
final class ProcedureCalls {
    private ProcedureCalls() {}

    /** Refuses a query that calls a procedure, by its place. */
    static void refuse(SqlNode query, PlanContext context) {
        query.accept(new SqlBasicVisitor<@Nullable Void>() {
            @Override
            public @Nullable Void visit(SqlCall call) {
                List<FunctionDefinition> called = context.functions().called(call);
                if (!called.isEmpty() && called.get(0).kind() == FunctionKind.PROCEDURE) {
                    throw Refusals.at(
                            SqlLayerErrorCode.NO_SUCH_FUNCTION,
                            call,
                            "'" + called.get(0).name()
                                    + "' is a procedure: expected a function in a query; run it by CALL "
                                    + called.get(0).name() + "(...)");
                }
                return super.visit(call);
            }
        });
    }
}
