package dev.nacre.calcite.run;

import dev.nacre.calcite.algebra.H2Expression;
import dev.nacre.h2.H2Computation;
import java.sql.SQLException;
import org.h2.message.DbException;
import org.h2.value.Value;

/** An expression that H2 computes from the values of one row. */
final class H2Call implements Evaluator {
    private final H2Expression expression;
    private final Evaluator[] operands;
    private final Run run;
    private final H2Computation computation;

    H2Call(H2Expression expression, Evaluator[] operands, Run run) {
        this.expression = expression;
        this.operands = operands;
        this.run = run;
        this.computation = run.computation(expression.sql());
    }

    @Override
    public Value evaluate(Value[] row) {
        try {
            return computation.compute(expression.values(run.parameters(), Projected.values(operands, row)));
        } catch (SQLException e) {
            throw DbException.convert(e);
        }
    }
}
