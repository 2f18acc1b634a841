package dev.nacre.engine.validate;

import dev.nacre.engine.EngineException;
import dev.nacre.engine.ErrorCode;
import dev.nacre.engine.Limits;
import dev.nacre.engine.Setting;
import java.util.Optional;

/**
 * What all parts of one validation share: where it is, what it may still spend, what it knows of types. Mutable; used by
 * one thread.
 */
final class ValidationContext {
    /** Bounds the work and the memory that types of types of types can cost; all of WASI needs 10,000. */
    private static final int WORK = 200_000;

    /** A scope has some thirty objects, however little is in it. */
    private static final int STEPS_PER_SCOPE = 30;

    private static final int STEPS_PER_POLL = 100;

    private final Limits limits;
    private final CoreModules modules;
    private final TypeTable types = new TypeTable(this);
    private final ExternDepth depths = new ExternDepth(this);
    private int offset;
    private int work;
    private int moduleCount;
    private int instanceCount;
    private Optional<EngineException> gated = Optional.empty();

    ValidationContext(Limits limits, CoreModules modules) {
        this.limits = limits;
        this.modules = modules;
    }

    CoreModules modules() {
        return modules;
    }

    TypeTable types() {
        return types;
    }

    ExternDepth depths() {
        return depths;
    }

    Limits limits() {
        return limits;
    }

    /** Says which declaration is looked at now. */
    void moveTo(int newOffset) {
        modules.poll();
        offset = newOffset;
    }

    int offset() {
        return offset;
    }

    /** Counts a step over a part of a type. */
    void spend() {
        if (work % STEPS_PER_POLL == 0) {
            modules.poll();
        }
        if (++work > WORK) {
            throw new EngineException(
                    ErrorCode.CAP_EXCEEDED,
                    "component exceeds a cap at byte 0x" + Integer.toHexString(offset) + ": its types need more than "
                            + WORK + " steps to check");
        }
    }

    /** Counts a component, or a type of one or of an instance. */
    void enterScope() {
        for (int i = 0; i < STEPS_PER_SCOPE; i++) {
            spend();
        }
    }

    void countModule() {
        limits.check(Setting.CORE_MODULES, ++moduleCount, () -> "the component");
    }

    void countInstance() {
        limits.check(Setting.COMPONENT_INSTANCES, ++instanceCount, () -> "the component");
    }

    EngineException invalid(String message) {
        return new EngineException(
                ErrorCode.INVALID, "invalid component at byte 0x" + Integer.toHexString(offset) + ": " + message);
    }

    /**
     * Notes the use of a feature of the component model that was never released. Validation goes on, because a component
     * that breaks a rule is invalid whatever else it uses, and {@link #requireReleased} refuses the component at the end.
     */
    void gate(String feature) {
        if (gated.isEmpty()) {
            gated = Optional.of(unsupported(feature));
        }
    }

    /** Refuses a valid component for the first feature that was noted. */
    void requireReleased() {
        gated.ifPresent(refusal -> {
            throw refusal;
        });
    }

    EngineException unsupported(String feature) {
        return new EngineException(
                ErrorCode.UNSUPPORTED_FEATURE,
                "component uses " + feature + " at byte 0x" + Integer.toHexString(offset)
                        + ", which this engine does not run; rebuild it without");
    }
}
