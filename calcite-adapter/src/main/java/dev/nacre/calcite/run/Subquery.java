package dev.nacre.calcite.run;

import dev.nacre.calcite.algebra.SubqueryOperator;
import dev.nacre.h2.H2Values;
import java.util.List;
import org.apache.calcite.linq4j.Enumerable;
import org.h2.api.ErrorCode;
import org.h2.message.DbException;
import org.h2.value.Value;
import org.h2.value.ValueBoolean;
import org.h2.value.ValueNull;
import org.jspecify.annotations.Nullable;

/** A subquery that does not depend on the row: read when a row first needs it. */
final class Subquery implements Evaluator {
    private final SubqueryOperator operator;
    private final Evaluator[] operands;
    private final Enumerable<Value[]> query;
    private final Run run;
    private @Nullable List<Value[]> rows;

    Subquery(SubqueryOperator operator, Evaluator[] operands, PlanRunner runner, Run run) {
        this.operator = operator;
        this.operands = operands;
        this.query = runner.rows(operator.query(), maximum(operator.form()));
        this.run = run;
    }

    @Override
    public Value evaluate(Value[] row) {
        return switch (operator.form()) {
            case SCALAR -> scalar();
            case EXISTS -> ValueBoolean.get(!rows().isEmpty());
            case IN -> in(operands[0].evaluate(row));
        };
    }

    /** Returns how many rows decide. */
    private static long maximum(SubqueryOperator.Form form) {
        return switch (form) {
            case SCALAR -> 2;
            case EXISTS -> 1;
            case IN -> 0;
        };
    }

    private Value scalar() {
        List<Value[]> read = rows();
        if (read.size() > 1) {
            throw DbException.get(ErrorCode.SCALAR_SUBQUERY_CONTAINS_MORE_THAN_ONE_ROW);
        }
        return read.isEmpty() ? ValueNull.INSTANCE : read.get(0)[0];
    }

    /** No value is in an empty list, not even NULL. */
    private Value in(Value value) {
        Value result = ValueBoolean.FALSE;
        for (Value[] candidate : rows()) {
            Value equal = Comparisons.equal(value, candidate[0], run);
            if (equal.isTrue()) {
                return equal;
            }
            result = H2Values.isNull(equal) ? equal : result;
        }
        return result;
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
