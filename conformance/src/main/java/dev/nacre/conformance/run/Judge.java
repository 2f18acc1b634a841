package dev.nacre.conformance.run;

import dev.nacre.conformance.script.Phase;
import dev.nacre.engine.EngineException;
import dev.nacre.engine.ErrorCode;
import java.util.EnumSet;
import java.util.Set;

/** Says what an exception of the engine means for a command. */
final class Judge {
    /** What a trap of the specification is here. */
    private static final Set<ErrorCode> TRAPS =
            EnumSet.of(ErrorCode.TRAP, ErrorCode.ABI_VIOLATION, ErrorCode.CALL_DEPTH);

    private static final String ASYNC = "async";

    private Judge() {}

    /** Returns the verdict on a command that was to succeed. */
    static Verdict refused(EngineException refusal) {
        if (Unshipped.isAsync(refusal)) {
            return Verdict.skipped(ASYNC);
        }
        return Unshipped.feature(refusal)
                .map(feature -> Verdict.skipped(feature + ": not shipped"))
                .orElseGet(() -> Verdict.failed(describe(refusal)));
    }

    /** Returns the verdict on a call of an asynchronous function, which is not made. */
    static Verdict asyncCall() {
        return Verdict.skipped(ASYNC);
    }

    static boolean isTrap(EngineException exception) {
        return TRAPS.contains(exception.code());
    }

    /** Returns the verdict on a call that was to trap. */
    static Verdict trapped(EngineException exception, boolean poisoned, String expected) {
        boolean closedByTrap = poisoned && exception.code() == ErrorCode.INSTANCE_CLOSED;
        if (isTrap(exception) || closedByTrap) {
            return Verdict.passed(expected, String.valueOf(exception.getMessage()));
        }
        return Unshipped.isAsync(exception)
                ? Verdict.skipped(ASYNC)
                : Verdict.failed("expected a trap, found " + describe(exception));
    }

    /**
     * Returns the verdict on a component that was to be refused.
     *
     * @param reached the step that refused it
     */
    static Verdict refused(EngineException refusal, Phase expected, Step reached, String text) {
        if (isPhase(expected, reached, refusal.code())) {
            return Verdict.passed(text, String.valueOf(refusal.getMessage()));
        }
        return reached == Step.START && Unshipped.isAsync(refusal)
                ? Verdict.skipped(ASYNC)
                : Verdict.failed("expected a component that is " + word(expected) + ", found " + describe(refusal));
    }

    /** Returns the verdict on a component that was to be refused and is not. */
    static Verdict accepted(Phase expected) {
        return Verdict.failed("expected a component that is " + word(expected) + ", but it was accepted");
    }

    private static boolean isPhase(Phase phase, Step step, ErrorCode code) {
        return switch (phase) {
            case MALFORMED -> code == ErrorCode.MALFORMED || code == ErrorCode.CORE_MODULE;
            case INVALID -> code == ErrorCode.INVALID;
            case UNLINKABLE -> step == Step.LINK && isLinkError(code);
            case UNINSTANTIABLE ->
                (step == Step.START && TRAPS.contains(code)) || (step == Step.LINK && isLinkError(code));
        };
    }

    private static boolean isLinkError(ErrorCode code) {
        return code == ErrorCode.UNKNOWN_IMPORT || code == ErrorCode.IMPORT_MISMATCH;
    }

    private static String word(Phase phase) {
        return phase.command().substring("assert_".length());
    }

    static String describe(EngineException exception) {
        return exception.code() + ": " + exception.getMessage();
    }

    /** The steps of making an instance. */
    enum Step {
        COMPILE,
        LINK,
        START
    }
}
