package dev.nacre.calcite.run;

import dev.nacre.calcite.algebra.ConstantOperator;
import dev.nacre.calcite.algebra.ConvertOperator;
import dev.nacre.calcite.algebra.CorrelationOperator;
import dev.nacre.calcite.algebra.FieldOperator;
import dev.nacre.calcite.algebra.H2Expression;
import dev.nacre.calcite.algebra.H2Type;
import dev.nacre.calcite.algebra.LazyOperator;
import dev.nacre.calcite.algebra.SubqueryOperator;
import dev.nacre.calcite.algebra.WasmOperator;
import dev.nacre.h2.H2Values;
import java.util.List;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlOperator;
import org.h2.value.TypeInfo;
import org.h2.value.Value;
import org.h2.value.ValueBoolean;
import org.h2.value.ValueNull;
import org.jspecify.annotations.Nullable;

/** Makes evaluators of the plan's expressions, bound to one run. */
final class Evaluators {
    private final Run run;
    private final Value[] constants;
    private final PlanRunner runner;

    Evaluators(Run run, Value[] constants, PlanRunner runner) {
        this.run = run;
        this.constants = constants;
        this.runner = runner;
    }

    Evaluator[] all(List<? extends RexNode> nodes) {
        return nodes.stream().map(this::one).toArray(Evaluator[]::new);
    }

    Evaluator one(RexNode node) {
        if (node instanceof RexInputRef column) {
            int index = column.getIndex();
            return row -> row[index];
        }
        if (node instanceof RexLiteral literal) {
            Value value = ValueBoolean.get(literal.isAlwaysTrue());
            return row -> value;
        }
        return call((RexCall) node);
    }

    private Evaluator call(RexCall call) {
        SqlOperator operator = call.getOperator();
        if (operator instanceof ConstantOperator constant) {
            Value value = constants[constant.slot()];
            return row -> value;
        }
        if (operator instanceof CorrelationOperator column) {
            return row -> run.parameters().get(column.ordinal());
        }
        return over(call, operator, all(call.getOperands()));
    }

    private Evaluator over(RexCall call, SqlOperator operator, Evaluator... operands) {
        if (operator instanceof WasmOperator wasm && wasm.isVectorized()) {
            return new VectorCall(wasm, call, operands, run);
        }
        Steps lazy = lazy(call, operator);
        if (!Evaluator.anyBatched(operands)) {
            return lazy != null ? lazy.over(operands) : strict(call, operator, operands);
        }
        Steps steps = lazy != null ? lazy : Comparisons.steps(call.getKind(), run);
        return steps != null
                ? new LazyColumns(steps, operands)
                : new StrictColumns(operands, strict(call, operator, StrictColumns.operands(operands.length)));
    }

    private @Nullable Steps lazy(RexCall call, SqlOperator operator) {
        TypeInfo type = H2Type.info(call.getType());
        int count = call.getOperands().size();
        if (operator instanceof LazyOperator choice) {
            return Choices.of(choice, count, type, run);
        }
        return switch (call.getKind()) {
            case AND -> Logic.until(false);
            case OR -> Logic.until(true);
            case CASE -> Choices.searchedCase(count, type, run);
            default -> null;
        };
    }

    private Evaluator strict(RexCall call, SqlOperator operator, Evaluator... operands) {
        if (operator instanceof WasmOperator wasm) {
            return new WasmCall(wasm, call, operands, run);
        }
        if (operator instanceof FieldOperator part) {
            return row -> field(operands[0].evaluate(row), part.field());
        }
        if (operator instanceof H2Expression expression) {
            return new H2Call(expression, operands, run);
        }
        if (operator instanceof SubqueryOperator subquery) {
            return new Subquery(subquery, operands, runner, run);
        }
        if (operator instanceof ConvertOperator) {
            TypeInfo type = H2Type.info(call.getType());
            return type.getValueType() == Value.UNKNOWN // a parameter, whose value decides
                    ? operands[0]
                    : row -> operands[0].evaluate(row).convertTo(type, run.provider());
        }
        return switch (call.getKind()) {
            case NOT -> row -> Logic.not(operands[0].evaluate(row));
            case IS_NULL, IS_NOT_NULL, IS_TRUE, IS_NOT_TRUE, IS_FALSE, IS_NOT_FALSE ->
                Tests.of(call.getKind(), operands[0]);
            default -> Comparisons.of(call.getKind(), operands[0], operands[1], run);
        };
    }

    private static Value field(Value row, int field) {
        return H2Values.isNull(row) ? ValueNull.INSTANCE : row.convertToAnyRow().getList()[field];
    }
}
