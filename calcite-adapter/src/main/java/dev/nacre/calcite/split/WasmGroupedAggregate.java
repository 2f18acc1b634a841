package dev.nacre.calcite.split;

import dev.nacre.adapter.SqlLayerErrorCode;
import dev.nacre.calcite.algebra.WasmAggregate;
import dev.nacre.functions.FunctionDefinition;
import dev.nacre.functions.SqlType;
import dev.nacre.functions.shape.RoutineShape;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlAggFunction;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.util.SqlBasicVisitor;
import org.h2.value.TypeInfo;
import org.jspecify.annotations.Nullable;

/**
 * An aggregate of WebAssembly.
 *
 * @param call without FILTER
 * @param constants what stands for the parameters of the guest's constructor, compiled
 */
record WasmGroupedAggregate(
        SqlCall call, boolean distinct, boolean filtered, List<SqlNode> operands, List<RexNode> constants)
        implements GroupedAggregate {

    static WasmGroupedAggregate of(SqlCall written, PlanContext context, CommonTables tables) throws SQLException {
        boolean filtered = written.getKind() == SqlKind.FILTER;
        SqlCall call = filtered ? written.operand(0) : written;
        List<SqlNode> arguments = call.getOperandList();
        int perRow = arguments.size() - constants(context, context.resolved(call), arguments.size());
        List<RexNode> constants = new ArrayList<>();
        for (SqlNode constant : arguments.subList(perRow, arguments.size())) {
            constants.add(constant(constant, call, context, tables));
        }
        List<SqlNode> operands = new ArrayList<>(arguments.subList(0, perRow));
        if (filtered) {
            operands.add(written.operand(1));
        }
        return new WasmGroupedAggregate(
                call, GroupedAggregate.isDistinct(call), filtered, List.copyOf(operands), List.copyOf(constants));
    }

    /** Where no overload takes so many arguments, that is said when one is chosen. */
    private static int constants(PlanContext context, FunctionDefinition function, int arguments) {
        return function.signature().parameters().size() == arguments
                ? context.accumulator(function).constants().count()
                : 0;
    }

    private static RexNode constant(SqlNode node, SqlCall call, PlanContext context, CommonTables tables)
            throws SQLException {
        if (ConstantPool.isConstant(node)) {
            return context.constants().constant(node);
        }
        RexNode outer = context.correlations().reference(node);
        if (outer != null) {
            return outer;
        }
        if (hasColumns(node) || context.wasm().contains(node, tables)) {
            throw Refusals.at(
                    SqlLayerErrorCode.BAD_DEFINITION,
                    node,
                    "aggregate '" + context.resolved(call).name() + "': argument '"
                            + context.text().text(context.text().span(node))
                            + "' goes to the constructor of the guest's resource: expected a constant of the statement,"
                            + " found an expression that may change from row to row");
        }
        return context.constants().computed(node, tables);
    }

    private static boolean hasColumns(SqlNode node) {
        boolean[] found = {false};
        node.accept(new SqlBasicVisitor<@Nullable Void>() {
            @Override
            public @Nullable Void visit(SqlIdentifier identifier) {
                found[0] |= !ConstantPool.isOfSession(identifier);
                return null;
            }
        });
        return found[0];
    }

    private static String way(RoutineShape.Accumulator shape) {
        return "aggregate"
                + (shape.addBatch().isPresent() ? ", adds in batches" : "")
                + (shape.remove().isPresent() ? ", removes" : "")
                + (shape.merge().isPresent() ? ", merges" : "");
    }

    @Override
    public SqlAggFunction operator(PlanContext context, List<RexNode> compiled) throws SQLException {
        List<RexNode> arguments = new ArrayList<>(compiled.subList(0, compiled.size() - (filtered ? 1 : 0)));
        arguments.addAll(constants);
        FunctionDefinition function = new Overloads(context.sqlTypes())
                .choose(call, context.functions().aggregates(call), arguments.toArray(RexNode[]::new));
        context.resolve(call, function);
        RoutineShape.Accumulator shape = context.accumulator(function);
        if (shape.constants().count() != constants.size()) {
            throw Refusals.clause(
                    call, "an overload of '" + function.name() + "' with other constants than the first one");
        }
        List<TypeInfo> parameters = new ArrayList<>();
        for (SqlType type : function.signature().parameterTypes()) {
            parameters.add(context.sqlTypes().of(type));
        }
        return new WasmAggregate(
                function,
                way(shape),
                context.typeFactory().of(context.returnType(function)),
                parameters,
                constants,
                filtered);
    }
}
