package dev.nacre.calcite.split;

import dev.nacre.calcite.algebra.RowsCall;
import dev.nacre.calcite.algebra.WasmProcessor;
import dev.nacre.calcite.algebra.WasmTable;
import dev.nacre.functions.FunctionDefinition;
import dev.nacre.functions.SqlType;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlNode;
import org.h2.value.TypeInfo;
import org.jspecify.annotations.Nullable;

/**
 * A call of a table function, planned.
 *
 * @param values the arguments that are values, in their order
 * @param rows the argument that is rows, null for none
 * @param outer the columns of items to the left of the function's that its arguments mention
 */
record FunctionCall(
        FunctionDefinition function,
        List<RexNode> values,
        @Nullable ArgumentRows rows,
        List<LateralColumn> outer) {
    FunctionCall {
        values = List.copyOf(values);
        outer = List.copyOf(outer);
    }

    /**
     * Plans a call.
     *
     * @param left the items to the left of the function's
     */
    static FunctionCall of(PlanContext context, CommonTables tables, SqlCall call, List<JoinLeaf> left)
            throws SQLException {
        LateralGround ground = new LateralGround(context, left);
        Expressions expressions = new Expressions(context, tables, ground);
        List<Argument> arguments = new ArrayList<>();
        List<RexNode> values = new ArrayList<>();
        ArgumentRows rows = null;
        for (int position = 0; position < call.operandCount(); position++) {
            SqlNode operand = call.operand(position);
            if (TableArgument.isIn(call, position, context.functions())) {
                rows = rows(context, tables, TableArgument.of(operand), ground);
                arguments.add(rows.argument());
            } else {
                expressions.place(operand, Guards.NONE);
                RexNode value = expressions.compile(operand);
                values.add(value);
                arguments.addAll(Argument.of(value));
            }
        }
        FunctionDefinition function = new Overloads(context.sqlTypes())
                .choose(call, context.functions().tables(call), arguments);
        context.resolve(call, function);
        return new FunctionCall(function, values, rows, ground.columns());
    }

    private static ArgumentRows rows(
            PlanContext context, CommonTables tables, TableArgument argument, LateralGround ground)
            throws SQLException {
        List<List<SqlIdentifier>> outer =
                argument.name() == null ? OuterColumns.of(context, argument.query(), tables) : List.of();
        List<List<SqlIdentifier>> known = new ArrayList<>();
        for (List<SqlIdentifier> column : outer) {
            if (ground.place(column.get(0), Guards.NONE)) {
                context.correlations().put(column, ground.variable(column.get(0)));
                known.add(column);
            }
        }
        ArgumentRows rows = ArgumentRows.of(context, tables, argument, outer);
        known.forEach(context.correlations()::remove);
        return rows;
    }

    /**
     * Returns the rows.
     *
     * @param columns which of the function's are wanted, from 0
     */
    RelNode build(PlanContext context, List<Integer> columns, RelDataType rowType) throws SQLException {
        List<TypeInfo> parameters = new ArrayList<>();
        List<TypeInfo> taken = new ArrayList<>();
        for (SqlType type : function.signature().parameterTypes()) {
            if (type instanceof SqlType.Table table) {
                for (SqlType.Field column : table.columns()) {
                    taken.add(context.sqlTypes().of(column.type()));
                }
            } else {
                parameters.add(context.sqlTypes().of(type));
            }
        }
        RowsCall call = new RowsCall(function, context.mode(function), parameters, values, columns);
        return rows == null
                ? new WasmTable(context.cluster(), call, rowType)
                : new WasmProcessor(rows.rows(), call, taken, rows.partition(), rowType);
    }
}
