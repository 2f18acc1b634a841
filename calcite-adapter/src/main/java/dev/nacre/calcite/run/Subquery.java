package dev.nacre.calcite.run;

import dev.nacre.calcite.algebra.SubqueryOperator;
import dev.nacre.h2.H2Values;
import java.util.List;
import org.apache.calcite.linq4j.Enumerable;
import org.apache.calcite.sql.SqlKind;
import org.h2.api.ErrorCode;
import org.h2.message.DbException;
import org.h2.value.Value;
import org.h2.value.ValueBoolean;
import org.h2.value.ValueNull;
import org.h2.value.ValueRow;
import org.jspecify.annotations.Nullable;

/** A subquery: read when a row first needs it, and again for each row where it depends on the row. */
final class Subquery implements Evaluator {
    private final SubqueryOperator operator;
    private final Evaluator[] operands;
    private final Enumerable<Value[]> query;
    private final Run run;
    private @Nullable List<Value[]> rows;

    Subquery(SubqueryOperator operator, Evaluator[] operands, PlanRunner runner, Run run) {
        this.operator = operator;
        this.operands = operands;
        this.query = operator.varying()
                ? runner.again(operator.query(), maximum(operator.form()))
                : runner.rows(operator.query(), maximum(operator.form()));
        this.run = run;
    }

    @Override
    public Value evaluate(Value[] row) {
        if (operator.varying()) {
            rows = null;
            correlate(row);
        }
        return switch (operator.form()) {
            case SCALAR -> scalar();
            case EXISTS -> ValueBoolean.get(!rows().isEmpty());
            case ANY -> quantified(operands[0].evaluate(row), true);
            case ALL -> quantified(operands[0].evaluate(row), false);
        };
    }

    private void correlate(Value[] row) {
        int first = operands.length - operator.parameters().size();
        for (int index = first; index < operands.length; index++) {
            run.parameter(operator.parameters().get(index - first), operands[index].evaluate(row));
        }
    }

    /** Returns how many rows decide. */
    private static long maximum(SubqueryOperator.Form form) {
        return switch (form) {
            case SCALAR -> 2;
            case EXISTS -> 1;
            case ANY, ALL -> 0;
        };
    }

    private Value scalar() {
        List<Value[]> read = rows();
        if (read.size() > 1) {
            throw DbException.get(ErrorCode.SCALAR_SUBQUERY_CONTAINS_MORE_THAN_ONE_ROW);
        }
        return read.isEmpty() ? ValueNull.INSTANCE : read.get(0)[0];
    }

    /**
     * Of no rows at all nothing holds and everything does, even for NULL. For {@code = ANY} a row with a NULL anywhere leaves
     * the answer open, as in H2.
     */
    private Value quantified(Value value, boolean decisive) {
        if (value.containsNull() && !rows().isEmpty()) {
            return ValueNull.INSTANCE;
        }
        boolean membership = decisive && operator.comparison() == SqlKind.EQUALS;
        Value result = ValueBoolean.get(!decisive);
        for (Value[] row : rows()) {
            Value candidate = single(row);
            Value holds = Comparisons.of(operator.comparison(), value, candidate, run);
            if (!H2Values.isNull(holds) && holds.isTrue() == decisive) {
                return holds;
            }
            boolean open = H2Values.isNull(holds) || (membership && candidate.containsNull());
            result = open ? ValueNull.INSTANCE : result;
        }
        return result;
    }

    private static Value single(Value[] row) {
        return row.length == 1 ? row[0] : ValueRow.get(row);
    }

    private List<Value[]> rows() {
        List<Value[]> read = rows;
        if (read == null) {
            read = run.kept(query).toList();
            rows = read;
        }
        return read;
    }
}
