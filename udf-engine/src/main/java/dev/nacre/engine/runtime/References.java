package dev.nacre.engine.runtime;

import dev.nacre.engine.core.CoreFunctionType;
import dev.nacre.engine.core.CoreValueType;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** References to functions and exceptions on their way between instances: each instance has indices of its own for them. */
final class References {
    private References() {}

    /** Tells whether a function takes or gives such references. */
    static boolean arePassed(CoreFunctionType type) {
        return Stream.concat(type.parameters().stream(), type.results().stream())
                .anyMatch(References::isIndex);
    }

    /** Tells whether a reference of a type is an index of an instance. */
    static boolean isIndex(CoreValueType type) {
        return type == CoreValueType.FUNCREF || type == CoreValueType.EXNREF;
    }

    /**
     * Renames the references among values, in place.
     *
     * @param from whose references they are
     * @param to whose references they become
     */
    static void move(long[] values, List<CoreValueType> types, CoreInstance from, CoreInstance to) {
        for (int i = 0; i < types.size(); i++) {
            if (isIndex(types.get(i))) {
                values[i] = of(to, types.get(i), (int) values[i], from);
            }
        }
    }

    /**
     * Returns a reference as an instance names it.
     *
     * @param owner whose reference it is, null when it is nobody's
     */
    static int of(CoreInstance reader, CoreValueType type, int reference, @Nullable CoreInstance owner) {
        if (owner == null || owner == reader || reference == CoreTable.NULL || !isIndex(type)) {
            return reference;
        }
        if (type == CoreValueType.EXNREF) {
            return reader.exceptions.keep(owner.exceptions.get(reference));
        }
        CoreFunction function = owner.function(reference);
        return reader.reference(function.index(), function.owner());
    }
}
