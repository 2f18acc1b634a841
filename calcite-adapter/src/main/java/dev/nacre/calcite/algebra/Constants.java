package dev.nacre.calcite.algebra;

import java.util.List;
import java.util.Optional;
import org.h2.value.Value;

/**
 * The values of a plan that are the same for all rows: slots of constants, in order.
 *
 * @param slots what each is
 * @param statement gives one row with the values of all slots that H2 computes; empty when there are none
 */
public record Constants(List<Slot> slots, Optional<H2Statement> statement) {
    public Constants {
        slots = List.copyOf(slots);
    }

    /** Where a value comes from. */
    public sealed interface Slot {}

    /**
     * A literal.
     *
     * @param value as H2 reads it
     */
    public record Literal(Value value) implements Slot {}

    /**
     * The client's parameter as it was set: its own type decides.
     *
     * @param ordinal from 0
     */
    public record Parameter(int ordinal) implements Slot {}

    /**
     * A column of the statement's row.
     *
     * @param column from 0
     */
    public record Computed(int column) implements Slot {}
}
