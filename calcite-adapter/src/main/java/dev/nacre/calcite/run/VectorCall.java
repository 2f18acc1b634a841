package dev.nacre.calcite.run;

import dev.nacre.calcite.algebra.H2Type;
import dev.nacre.calcite.algebra.WasmOperator;
import dev.nacre.functions.BatchBounds;
import dev.nacre.functions.BatchCall;
import dev.nacre.functions.BatchResult;
import dev.nacre.functions.FunctionDefinition;
import dev.nacre.h2.FunctionValues;
import org.apache.calcite.rex.RexCall;
import org.h2.value.Value;
import org.jspecify.annotations.Nullable;

/** A call of a WebAssembly function that takes many rows at once; its caller is fetched from the scope at the first. */
final class VectorCall extends Columnwise {
    private final Run run;
    private final FunctionDefinition function;
    private final Evaluator[] arguments;
    private final FunctionValues values;
    private final boolean[] ofType;
    private final @Nullable Object key;
    private final boolean constant;
    private @Nullable Value constantResult;
    private @Nullable BatchCall caller;

    VectorCall(WasmOperator operator, RexCall call, Evaluator[] arguments, Run run) {
        this.run = run;
        this.function = operator.function();
        this.arguments = arguments;
        this.values =
                new FunctionValues(function, operator.parameterTypes(), H2Type.info(call.getType()), run.provider());
        this.ofType = WasmCall.ofType(operator, call, values);
        this.key = SharedCalls.key(call);
        this.constant = key != null && SharedCalls.isConstant(call);
    }

    /** What is the same for equal calls, or for all rows, is asked for once. */
    @Override
    public Value[] column(RowBatch batch, int... rows) {
        int[] asked = batch.before(rows);
        if (key == null || asked.length == 0) {
            return computed(batch, asked);
        }
        return constant ? repeated(batch, asked) : shared(batch, key, asked);
    }

    private Value[] shared(RowBatch batch, Object equal, int... rows) {
        Value[] shared = batch.shared(equal);
        int[] missing = batch.select(rows, row -> shared[row] == null);
        Value[] more = computed(batch, missing);
        batch.each(missing, row -> shared[row] = more[row]);
        return shared;
    }

    /** Where the call fails, the batch ends before the first of the rows. */
    private Value[] repeated(RowBatch batch, int... rows) {
        Value value = constantResult;
        if (value == null) {
            value = computed(batch, rows[0])[rows[0]];
            constantResult = value;
        }
        Value result = value;
        return batch.column(rows, row -> result);
    }

    private Value[] computed(RowBatch batch, int... rows) {
        Value[][] columns = Evaluator.columns(arguments, batch, rows);
        return new Column(batch, columns).of(rows);
    }

    @Override
    public BatchBounds bounds() {
        return caller().bounds().or(Evaluator.boundsOf(arguments));
    }

    private BatchCall caller() {
        BatchCall known = caller;
        if (known == null) {
            known = run.scope().batch(function);
            caller = known;
        }
        return known;
    }

    private @Nullable Object[] read(Value[] row) {
        @Nullable Object[] read = new Object[row.length];
        for (int index = 0; index < read.length; index++) {
            read[index] = values.read(index, row[index], ofType[index]);
        }
        return read;
    }

    /** The results for some rows of a batch, which the function may take in several calls. */
    private final class Column {
        private final RowBatch batch;
        private final Value[][] arguments;
        private final Value[] results;
        private final BatchCall call = caller();
        /** The rows of the next call. */
        private final int[] added;

        Column(RowBatch batch, Value[][] arguments) {
            this.batch = batch;
            this.arguments = arguments;
            this.results = new Value[batch.size()];
            this.added = new int[batch.size()];
        }

        Value[] of(int... rows) {
            for (int row : rows) {
                if (row < batch.end()) {
                    add(row);
                }
            }
            call();
            return results;
        }

        private void add(int row) {
            try {
                added[call.size()] = row;
                call.add(read(StrictColumns.across(arguments, row)));
            } catch (RuntimeException unfit) {
                batch.fail(row, unfit);
            }
            if (call.isFull()) {
                call();
            }
        }

        private void call() {
            if (call.size() == 0) {
                return;
            }
            try {
                take(call.run());
            } catch (RuntimeException failure) {
                batch.fail(added[0], failure);
            }
        }

        private void take(BatchResult answers) {
            int place = 0;
            for (@Nullable Object answer : answers.values()) {
                int row = added[place];
                try {
                    results[row] = values.write(answer);
                    batch.add(results[row].getMemory());
                } catch (RuntimeException unfit) {
                    batch.fail(row, unfit);
                    return;
                }
                place++;
            }
            RuntimeException failure = answers.failure();
            if (failure != null) {
                batch.fail(added[place], failure);
            }
        }
    }
}
