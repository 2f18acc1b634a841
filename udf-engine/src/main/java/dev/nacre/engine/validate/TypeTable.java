package dev.nacre.engine.validate;

import dev.nacre.engine.EngineException;
import dev.nacre.engine.ErrorCode;
import dev.nacre.engine.Setting;
import dev.nacre.engine.wit.WitType;
import java.util.IdentityHashMap;
import java.util.Map;

/** Keeps the facts of every type object that was asked for. */
final class TypeTable {
    private static final int MAXIMUM_SIZE = 1_000_000;
    private static final long MAXIMUM_BYTES = 1L << 28;

    private final ValidationContext context;
    private final Map<WitType, TypeFacts> facts = new IdentityHashMap<>();
    private final TypeMeasure measure = new TypeMeasure(this);

    TypeTable(ValidationContext context) {
        this.context = context;
    }

    /** Returns the facts of a type; a type within bounds contains only such. */
    TypeFacts of(WitType type) {
        TypeFacts known = facts.get(type);
        if (known != null) {
            return known;
        }
        context.spend();
        TypeFacts found = type.accept(measure);
        facts.put(type, found);
        return found;
    }

    /** Checks the bounds on types: Binary.md, "Type Definitions", and the limits that implementations share. */
    void requireBounded(WitType type) {
        TypeFacts found = of(type);
        context.limits().check(Setting.VALUE_DEPTH, found.depth(), () -> "a type");
        if (found.size() > MAXIMUM_SIZE) {
            throw new EngineException(
                    ErrorCode.CAP_EXCEEDED,
                    "component exceeds a cap at byte 0x" + Integer.toHexString(context.offset())
                            + ": a type has at most " + MAXIMUM_SIZE + " parts, found " + found.size());
        }
        if (found.byteSize() >= MAXIMUM_BYTES) {
            throw context.invalid(
                    "expected a type of less than 2^28 bytes, found one of " + found.byteSize() + " bytes");
        }
    }
}
