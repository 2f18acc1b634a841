package dev.nacre.calcite.split;

import dev.nacre.calcite.algebra.WasmOperator;
import dev.nacre.functions.FunctionDefinition;
import dev.nacre.functions.SqlType;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlNode;
import org.h2.value.TypeInfo;

/** Calls of WebAssembly functions. */
final class WasmCalls implements OperatorFamily {
    @Override
    public boolean handles(SqlCall call) {
        return true;
    }

    @Override
    public void place(SqlCall call, Guards guards, Expressions expressions) throws SQLException {
        if (call.getFunctionQuantifier() != null) {
            throw Refusals.clause(call, "a quantifier such as DISTINCT before the arguments of a scalar function");
        }
        expressions.placeAll(call.getOperandList(), guards);
    }

    @Override
    public RexNode compile(SqlCall call, Expressions expressions) throws SQLException {
        PlanContext context = expressions.context();
        List<SqlNode> arguments = call.getOperandList();
        RexNode[] compiled = expressions.compileAll(arguments);
        FunctionDefinition function = new Overloads(context.sqlTypes())
                .choose(call, context.functions().overloads(call), compiled);
        context.resolve(call, function);
        List<TypeInfo> parameters = new ArrayList<>();
        for (SqlType type : function.signature().parameterTypes()) {
            parameters.add(context.sqlTypes().of(type));
        }
        return expressions.call(context.returnType(function), new WasmOperator(function, parameters), compiled);
    }
}
