package dev.nacre.functions;

import dev.nacre.functions.settings.EffectiveSettings;
import dev.nacre.functions.shape.RoutineShape;
import dev.nacre.functions.watch.CallCounts;
import org.jspecify.annotations.Nullable;

/** One version of a function in one scope: its callers, which share an instance and its counts. */
final class CalledFunction {
    private final FunctionDefinition function;
    private final RoutineShape shape;
    private final GuestRoutine routine;
    private final BatchBounds bounds;
    private @Nullable ScalarCall scalar;
    private @Nullable TableCall table;
    private @Nullable ProcessorCall processor;
    private @Nullable AggregateCall aggregate;

    CalledFunction(FunctionDefinition function, RoutineShape shape, GuestRoutine routine, EffectiveSettings settings) {
        this.function = function;
        this.shape = shape;
        this.routine = routine;
        this.bounds = BatchBounds.of(settings);
    }

    CallCounts counts() {
        return routine.counts();
    }

    ScalarCall scalar() {
        ScalarCall known = scalar;
        if (known == null) {
            known = shape instanceof RoutineShape.PerRow perRow ? new GuestScalarCall(routine, perRow) : newBatch();
            scalar = known;
        }
        return known;
    }

    BatchCall batch() {
        return newBatch();
    }

    private GuestBatchCall newBatch() {
        if (shape instanceof RoutineShape.PerBatch perBatch) {
            return new GuestBatchCall(routine, perBatch, bounds);
        }
        throw wrongKind("scalar");
    }

    TableCall table() {
        TableCall known = table;
        if (known == null) {
            known = newTable();
            table = known;
        }
        return known;
    }

    private TableCall newTable() {
        if (shape instanceof RoutineShape.Rows rows) {
            return new GuestTableCall(routine, rows, bounds.rows());
        }
        if (shape instanceof RoutineShape.Cursor cursor) {
            return new GuestTableCall(routine, cursor, bounds.rows());
        }
        throw wrongKind("table");
    }

    ProcessorCall processor() {
        ProcessorCall known = processor;
        if (known == null) {
            known = newProcessor();
            processor = known;
        }
        return known;
    }

    private ProcessorCall newProcessor() {
        if (shape instanceof RoutineShape.RowsToRows rowsToRows) {
            return new GuestRowsToRowsCall(routine, rowsToRows, bounds);
        }
        if (shape instanceof RoutineShape.Processor resource) {
            return new GuestProcessorCall(routine, resource, bounds);
        }
        throw wrongKind("table function over a table");
    }

    AggregateCall aggregate() {
        AggregateCall known = aggregate;
        if (known == null) {
            if (!(shape instanceof RoutineShape.Accumulator accumulator)) {
                throw wrongKind("aggregate");
            }
            known = new GuestAggregateCall(routine, accumulator, function.nullOnError(), bounds);
            aggregate = known;
        }
        return known;
    }

    private IllegalStateException wrongKind(String wanted) {
        return new IllegalStateException(
                routine.subject() + ": expected a function of kind " + wanted + ", found " + function.kind());
    }
}
