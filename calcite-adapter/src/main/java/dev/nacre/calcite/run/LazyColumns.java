package dev.nacre.calcite.run;

import dev.nacre.functions.BatchBounds;
import java.util.stream.Stream;
import org.h2.value.Value;

/** An operator that takes no more operands than it needs: each is evaluated only for the rows that need it. */
final class LazyColumns extends Columnwise {
    private final Steps steps;
    private final Evaluator[] operands;

    LazyColumns(Steps steps, Evaluator... operands) {
        this.steps = steps;
        this.operands = operands;
    }

    @Override
    public Value[] column(RowBatch batch, int... rows) {
        Steps.State[] states =
                Stream.generate(Steps.State::new).limit(batch.size()).toArray(Steps.State[]::new);
        int[] next = new int[batch.size()];
        int[] left = rows;
        for (int index = 0; index < operands.length && left.length > 0; index++) {
            int operand = index;
            int[] asking = batch.select(left, row -> next[row] == operand);
            Value[] values = operands[operand].column(batch, asking);
            batch.each(asking, row -> next[row] = steps.take(states[row], operand, values[row]));
            left = batch.select(left, row -> next[row] > operand && next[row] < operands.length);
        }
        return batch.column(rows, row -> states[row].result);
    }

    @Override
    public BatchBounds bounds() {
        return Evaluator.boundsOf(operands);
    }
}
