package dev.nacre.engine.validate;

import dev.nacre.engine.EngineException;
import dev.nacre.engine.ErrorCode;
import dev.nacre.engine.wit.ExternType;
import dev.nacre.engine.wit.NamedExtern;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Bounds how deep instances and components nest by reference, so that recursion over their types ends in time. */
final class ExternDepth {
    private static final int MAXIMUM = 100;

    private final ValidationContext context;
    private final Map<Object, Integer> known = new IdentityHashMap<>();

    ExternDepth(ValidationContext context) {
        this.context = context;
    }

    /** Refuses a type that nests too deep. What is inside it has passed already. */
    void require(ExternType type) {
        if (of(type) > MAXIMUM) {
            throw new EngineException(
                    ErrorCode.CAP_EXCEEDED,
                    "component exceeds a cap at byte 0x" + Integer.toHexString(context.offset())
                            + ": types of instances and components nest at most " + MAXIMUM + " deep");
        }
    }

    private int of(ExternType type) {
        if (type instanceof ExternType.Instance instance) {
            return of(instance.type(), instance.type().exports(), List.of());
        }
        if (type instanceof ExternType.Component component) {
            return of(
                    component.type(),
                    component.type().imports(),
                    component.type().exports());
        }
        return type instanceof ExternType.Alias alias ? 1 + of(alias.type()) : 1;
    }

    private int of(Object identity, List<NamedExtern> first, List<NamedExtern> second) {
        Integer before = known.get(identity);
        if (before != null) {
            return before;
        }
        int deepest = Math.max(deepest(first), deepest(second)) + 1;
        known.put(identity, deepest);
        return deepest;
    }

    private int deepest(List<NamedExtern> externs) {
        int deepest = 0;
        for (NamedExtern extern : externs) {
            context.spend();
            deepest = Math.max(deepest, of(extern.type()));
        }
        return deepest;
    }
}
