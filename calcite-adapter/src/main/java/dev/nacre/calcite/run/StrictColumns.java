package dev.nacre.calcite.run;

import dev.nacre.functions.BatchBounds;
import org.h2.value.Value;

/** An operator that needs all of its operands: they are evaluated for all rows, then it is, row by row. */
final class StrictColumns extends Columnwise {
    private final Evaluator[] operands;
    private final Evaluator operator;

    /** @param operator over rows of the operands' values */
    StrictColumns(Evaluator[] operands, Evaluator operator) {
        this.operands = operands;
        this.operator = operator;
    }

    /** Returns what stands for the operands in the operator. */
    static Evaluator[] operands(int count) {
        Evaluator[] operands = new Evaluator[count];
        for (int index = 0; index < count; index++) {
            int column = index;
            operands[index] = values -> values[column];
        }
        return operands;
    }

    @Override
    public Value[] column(RowBatch batch, int... rows) {
        Value[][] columns = Evaluator.columns(operands, batch, rows);
        return batch.column(rows, row -> operator.evaluate(across(columns, row)));
    }

    static Value[] across(Value[][] columns, int row) {
        Value[] values = new Value[columns.length];
        for (int index = 0; index < values.length; index++) {
            values[index] = columns[index][row];
        }
        return values;
    }

    @Override
    public BatchBounds bounds() {
        return Evaluator.boundsOf(operands);
    }
}
