package dev.nacre.calcite.split;

import dev.nacre.adapter.SqlLayerErrorCode;
import dev.nacre.functions.FunctionDefinition;
import dev.nacre.functions.FunctionKind;
import java.util.List;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.util.SqlBasicVisitor;
import org.jspecify.annotations.Nullable;

/** Refuses functions of guests that stand where functions of another kind do: in FROM, or as a value. */
final class CallPlaces extends SqlBasicVisitor<@Nullable Void> {
    private final FunctionLookup functions;

    private CallPlaces(FunctionLookup functions) {
        this.functions = functions;
    }

    /** @throws dev.nacre.adapter.SqlLayerException for the first that stands in the wrong place */
    static void require(SqlNode query, FunctionLookup functions) {
        query.accept(new CallPlaces(functions));
    }

    @Override
    public @Nullable Void visit(SqlCall call) {
        if (call.getKind() == SqlKind.COLLECTION_TABLE && call.operand(0) instanceof SqlCall inFrom) {
            List<FunctionDefinition> called = functions.called(inFrom);
            if (!called.isEmpty() && functions.tables(inFrom).isEmpty()) {
                FunctionDefinition function = called.get(0);
                throw Refusals.at(
                        SqlLayerErrorCode.NO_SUCH_OVERLOAD,
                        inFrom,
                        "function '" + function.name()
                                + "': expected a function that gives rows in FROM, found one of kind "
                                + function.kind());
            }
            inFrom.getOperandList().forEach(operand -> operand.accept(this));
            return null;
        }
        List<FunctionDefinition> called = functions.called(call);
        if (!called.isEmpty() && called.stream().allMatch(function -> function.kind() == FunctionKind.TABLE)) {
            FunctionDefinition function = called.get(0);
            throw Refusals.at(
                    SqlLayerErrorCode.NO_SUCH_OVERLOAD,
                    call,
                    "function '" + function.name()
                            + "': gives rows, expected it in FROM, found it as a value; write SELECT"
                            + " ... FROM TABLE(" + function.name().name() + "(...))");
        }
        return super.visit(call);
    }
}
