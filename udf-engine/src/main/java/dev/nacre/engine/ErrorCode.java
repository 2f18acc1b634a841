package dev.nacre.engine;

/** The stable codes of what the engine refuses. A number is never given another meaning. */
public enum ErrorCode {
    /** The bytes are not a component: wrong preamble, truncated, bad encoding. */
    MALFORMED(1000, ErrorCategory.USER),
    /** The bytes decode, but the component breaks a validation rule. */
    INVALID(1001, ErrorCategory.USER),
    /** The bytes are a core module, not a component. */
    CORE_MODULE(1002, ErrorCategory.USER),
    /** The component uses a feature that is switched off or that the engine does not run. */
    UNSUPPORTED_FEATURE(1003, ErrorCategory.USER),
    /** The component exceeds a structural cap. */
    CAP_EXCEEDED(1004, ErrorCategory.USER),
    /** The component imports something that nobody provides. */
    UNKNOWN_IMPORT(1005, ErrorCategory.USER),
    /** An import exists, but with another type. */
    IMPORT_MISMATCH(1006, ErrorCategory.USER),
    /** A core function does not fit into one JVM method. */
    FUNCTION_TOO_LARGE(1007, ErrorCategory.USER),
    /** Compilation did not end in time. */
    COMPILE_TIMEOUT(1008, ErrorCategory.RESOURCE),
    /** The component has no such export. */
    UNKNOWN_EXPORT(1010, ErrorCategory.USER),
    /** A call's arguments do not fit the function's type. */
    ARGUMENT_MISMATCH(1011, ErrorCategory.USER),
    /** A string argument is not valid Unicode: it has an unpaired surrogate. */
    NOT_UNICODE(1012, ErrorCategory.USER),
    /** The instance was closed, or thrown away after a trap. */
    INSTANCE_CLOSED(1013, ErrorCategory.USER),
    /** A setting was given a value that it cannot have. */
    BAD_SETTING(1014, ErrorCategory.USER),
    /** The instance runs a call, and was asked for something that only an idle one can do. */
    INSTANCE_BUSY(1015, ErrorCategory.USER),

    /** Guest code trapped. */
    TRAP(1100, ErrorCategory.GUEST),
    /** Guest code broke the canonical ABI: a bad pointer, string, discriminant, handle. */
    ABI_VIOLATION(1101, ErrorCategory.GUEST),
    /** Guest code asked to end the process. */
    EXIT(1102, ErrorCategory.GUEST),
    /** Guest code called itself too deeply. */
    CALL_DEPTH(1103, ErrorCategory.GUEST),

    /** Guest code ran longer than it may. */
    TIMEOUT(1200, ErrorCategory.RESOURCE),
    /** The statement was cancelled. */
    CANCELLED(1201, ErrorCategory.RESOURCE),
    /** Guest code used up its fuel. */
    OUT_OF_FUEL(1202, ErrorCategory.RESOURCE),
    /** A limit on memory was reached. */
    MEMORY_LIMIT(1203, ErrorCategory.RESOURCE),
    /** Another limit on running was reached: handles, lifted values, tables. */
    LIMIT(1204, ErrorCategory.RESOURCE),

    /** A function that the host provides threw something of its own; that is the cause. */
    HOST_FAILURE(1901, ErrorCategory.INTERNAL),
    /** The engine failed. */
    INTERNAL(1900, ErrorCategory.INTERNAL);

    private final int number;
    private final ErrorCategory category;

    ErrorCode(int number, ErrorCategory category) {
        this.number = number;
        this.category = category;
    }

    /** Returns the stable number, 1000 to 1999. */
    public int number() {
        return number;
    }

    /** Returns who has to act. */
    public ErrorCategory category() {
        return category;
    }
}
