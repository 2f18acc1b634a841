package dev.nacre.engine.abi;

import dev.nacre.engine.EngineException;
import dev.nacre.engine.ErrorCode;
import dev.nacre.engine.core.CoreValueType;
import java.util.ArrayList;
import java.util.List;

/**
 * How a type lies in memory and which core values it becomes.
 *
 * <p>CanonicalABI.md, "Alignment", "Element Size" and "Flattening", for memories with 32-bit pointers.
 *
 * @param size in bytes, a multiple of the alignment, below 2<sup>28</sup>
 * @param alignment 1, 2, 4 or 8
 * @param flat the core values that the type flattens to; cut off behind {@link #FLAT_KEPT}, because a type of more never
 *     travels flat
 */
record Layout(int size, int alignment, List<CoreValueType> flat) {
    /** One more than any signature may have. */
    static final int FLAT_KEPT = CallPlan.MAX_FLAT_PARAMETERS + 1;

    static final int MAX_SIZE = (1 << 28) - 1;

    Layout {
        flat = List.copyOf(flat.subList(0, Math.min(flat.size(), FLAT_KEPT)));
    }

    /** Returns the layout of a number that is as aligned as it is large. */
    static Layout scalar(int size, CoreValueType flat) {
        return new Layout(size, size, List.of(flat));
    }

    /** Returns the layout of a string or list: pointer and length. */
    static Layout range() {
        return new Layout(8, 4, List.of(CoreValueType.I32, CoreValueType.I32));
    }

    /** Returns a size that is known to fit the specification's bound, which validation has checked. */
    static int checkedSize(long size) {
        if (size > MAX_SIZE) {
            throw new EngineException(
                    ErrorCode.INVALID,
                    "value type takes " + size + " bytes, expected at most " + MAX_SIZE
                            + "; split the type or put part of it into a list");
        }
        return (int) size;
    }

    /** Rounds an offset up to the next multiple of an alignment. */
    static long alignTo(long offset, int alignment) {
        return (offset + alignment - 1) & -alignment;
    }

    /** Flattens fields one behind the other. */
    static List<CoreValueType> concatenate(List<Layout> fields) {
        List<CoreValueType> flat = new ArrayList<>();
        for (Layout field : fields) {
            flat.addAll(field.flat);
            if (flat.size() > FLAT_KEPT) {
                break;
            }
        }
        return flat;
    }
}
