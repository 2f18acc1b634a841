package dev.nacre.engine.runtime;

import dev.nacre.engine.core.CoreFunctionType;
import dev.nacre.engine.core.CoreValueType;
import java.util.List;

/** Function references on their way between instances: each instance has indices of its own for them. */
final class References {
    private References() {}

    /** Tells whether a function takes or gives function references. */
    static boolean arePassed(CoreFunctionType type) {
        return type.parameters().contains(CoreValueType.FUNCREF)
                || type.results().contains(CoreValueType.FUNCREF);
    }

    /**
     * Renames the references among values, in place.
     *
     * @param from whose references they are
     * @param to whose references they become
     */
    static void move(long[] values, List<CoreValueType> types, CoreInstance from, CoreInstance to) {
        for (int i = 0; i < types.size(); i++) {
            if (types.get(i) == CoreValueType.FUNCREF && (int) values[i] != CoreTable.NULL) {
                CoreFunction function = from.function((int) values[i]);
                values[i] = to.reference(function.index(), function.owner());
            }
        }
    }
}
