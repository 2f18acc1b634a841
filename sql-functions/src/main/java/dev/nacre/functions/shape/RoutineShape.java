package dev.nacre.functions.shape;

import dev.nacre.engine.ExportedFunctionType;
import dev.nacre.functions.mapping.Answer;
import dev.nacre.functions.mapping.Arguments;
import dev.nacre.functions.mapping.BatchMarshaller;
import dev.nacre.functions.mapping.RowsMarshaller;
import dev.nacre.functions.mapping.ScalarMarshaller;
import java.util.Optional;

/** Which functions of a guest are called for a function of SQL, and how their values are converted. Immutable. */
public sealed interface RoutineShape {
    /**
     * One call for each row, of a scalar function or a procedure.
     *
     * @param function the export
     */
    record PerRow(ExportedFunctionType function, ScalarMarshaller marshaller) implements RoutineShape {}

    /**
     * One call for a batch of rows: the export takes and gives lists.
     *
     * @param function the export
     */
    record PerBatch(ExportedFunctionType function, BatchMarshaller marshaller) implements RoutineShape {}

    /**
     * All rows by one call.
     *
     * @param function the export
     */
    record Rows(ExportedFunctionType function, Arguments arguments, RowsMarshaller rows) implements RoutineShape {}

    /**
     * Rows piece by piece, from a resource.
     *
     * @param opening the function or constructor that gives the resource
     * @param next the method that gives rows: at most so many as its parameter says, or one where it has no parameter; an
     *     empty list or {@code none} is the end
     */
    record Cursor(ExportedFunctionType opening, Arguments arguments, ExportedFunctionType next, RowsMarshaller rows)
            implements RoutineShape {}

    /**
     * Rows out of batches of rows, each by a call that knows nothing of the others.
     *
     * @param function the export
     * @param table which of its parameters, from 0, takes the rows
     * @param arguments the other ones
     */
    record RowsToRows(
            ExportedFunctionType function, int table, Arguments arguments, RowsMarshaller input, RowsMarshaller output)
            implements RoutineShape {}

    /**
     * Rows out of rows that go to a resource, one for each partition.
     *
     * @param constructor takes the arguments beside the table
     * @param process takes a batch of rows and may give some
     * @param finish gives the last ones; empty for a resource that has nothing to say at the end
     * @param last converts what {@code finish} gives
     */
    record Processor(
            ExportedFunctionType constructor,
            Arguments arguments,
            ExportedFunctionType process,
            RowsMarshaller input,
            RowsMarshaller output,
            Optional<ExportedFunctionType> finish,
            RowsMarshaller last)
            implements RoutineShape {}

    /**
     * One value for a group, by a resource for each.
     *
     * @param constructor takes the constants
     * @param constants the last SQL parameters
     * @param add takes one row
     * @param row the first SQL parameters
     * @param addBatch takes several rows, as a list for each parameter; empty where the resource has no {@code add-batch}
     * @param remove takes back the row that was added first; empty where it has no {@code remove}
     * @param merge takes the rows of another; empty where it has no {@code merge}
     * @param finish gives the value; may be called again after further rows
     * @param value converts it
     */
    record Accumulator(
            ExportedFunctionType constructor,
            Arguments constants,
            ExportedFunctionType add,
            Arguments row,
            Optional<BatchAdding> addBatch,
            Optional<ExportedFunctionType> remove,
            Optional<ExportedFunctionType> merge,
            ExportedFunctionType finish,
            Answer value)
            implements RoutineShape {}

    /** How several rows are added at once. */
    record BatchAdding(ExportedFunctionType function, BatchMarshaller marshaller) {}
}
