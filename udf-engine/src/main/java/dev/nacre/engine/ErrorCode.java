package dev.nacre.engine;

/**
 * The stable codes of what the engine refuses. A number is never given another meaning.
 *
 * <p>Each says what it means, then what raises it and what to do. docs/engine.md has the same as a table.
 */
public enum ErrorCode {
    /**
     * The bytes are not a component: wrong preamble, truncated, bad encoding.
     *
     * <p>Raised by {@code engine.load(new byte[8])}. Give the bytes of a component as a toolchain wrote them.
     */
    MALFORMED(1000, ErrorCategory.USER),
    /**
     * The bytes decode, but the component breaks a validation rule.
     *
     * <p>Raised by {@code engine.load(bytes)} of a component that exports a function it does not have. Build it again
     * with a current toolchain; what a tool wrote by itself is valid.
     */
    INVALID(1001, ErrorCategory.USER),
    /**
     * The bytes are a core module, not a component.
     *
     * <p>Raised by {@code engine.load(module)}. Wrap it with {@code wasm-tools component new}, or build for a component
     * target such as wasm32-wasip2.
     */
    CORE_MODULE(1002, ErrorCategory.USER),
    /**
     * The component uses a feature that is switched off or that the engine does not run.
     *
     * <p>Raised by {@code engine.load(bytes)} of a guest that was built with SIMD, and by a call of an asynchronous
     * function. Build the guest without what the message names, or allow it by {@code limits.withFeatures} if the engine
     * runs it.
     */
    UNSUPPORTED_FEATURE(1003, ErrorCategory.USER),
    /**
     * The component exceeds a structural cap.
     *
     * <p>Raised by {@code engine.load(bytes)} of 20 MiB under {@code Limits.sandbox()}. Use a smaller component, or raise
     * the setting that the message names.
     */
    CAP_EXCEEDED(1004, ErrorCategory.USER),
    /**
     * The component imports something that nobody provides.
     *
     * <p>Raised by {@code engine.load(bytes)} and {@code compiled.link(host)}. Register a host interface of that name, or
     * link a component that exports it.
     */
    UNKNOWN_IMPORT(1005, ErrorCategory.USER),
    /**
     * An import exists, but with another type.
     *
     * <p>Raised by {@code engine.load(bytes)} and {@code compiled.link(host, providers)}. Build the two sides against one
     * interface; the message has the expected and the found type.
     */
    IMPORT_MISMATCH(1006, ErrorCategory.USER),
    /**
     * A core function does not fit into one JVM method.
     *
     * <p>Raised by {@code engine.load(bytes)} of a guest with one function of 30,000 additions. Split the function, or
     * build the guest with less inlining.
     */
    FUNCTION_TOO_LARGE(1007, ErrorCategory.USER),
    /**
     * Compilation did not end in time.
     *
     * <p>Raised by {@code engine.load(bytes)} of a large component on a busy machine. Raise the setting {@code
     * compile_timeout}, or use a smaller component. The same component is refused at once for five minutes.
     */
    COMPILE_TIMEOUT(1008, ErrorCategory.RESOURCE),
    /**
     * The component has no such export.
     *
     * <p>Raised by {@code instance.function("no-such")}. Use one of the names in the message.
     */
    UNKNOWN_EXPORT(1010, ErrorCategory.USER),
    /**
     * A call's arguments do not fit the function's type.
     *
     * <p>Raised by {@code upper.call(5)} where a string is expected. Pass the Java form of the type that the message
     * names. The instance stays usable.
     */
    ARGUMENT_MISMATCH(1011, ErrorCategory.USER),
    /**
     * A string argument is not valid Unicode: it has an unpaired surrogate.
     *
     * <p>Raised by {@code upper.call(emoji.substring(0, 1))}. Replace the surrogate, for example by U+FFFD. The
     * instance stays usable.
     */
    NOT_UNICODE(1012, ErrorCategory.USER),
    /**
     * The instance was closed, or thrown away after a trap.
     *
     * <p>Raised by any call after {@code instance.close()}. Make a new instance; the cause is the error that ended the
     * old one.
     */
    INSTANCE_CLOSED(1013, ErrorCategory.USER),
    /**
     * A setting was given a value that it cannot have.
     *
     * <p>Raised by {@code limits.with(Setting.MEMORY, -1)}. Give a value in the range that the message names.
     */
    BAD_SETTING(1014, ErrorCategory.USER),
    /**
     * The instance runs a call, and was asked for something that only an idle one can do.
     *
     * <p>Raised by {@code instance.reset(options)} in a host function that this instance called. Reset it when the call
     * has returned.
     */
    INSTANCE_BUSY(1015, ErrorCategory.USER),

    /**
     * Guest code trapped.
     *
     * <p>Raised by a call of a guest that panics, divides by zero or reads out of bounds. Correct the guest; the message
     * says in which of its functions.
     */
    TRAP(1100, ErrorCategory.GUEST),
    /**
     * Guest code broke the canonical ABI: a bad pointer, string, discriminant, handle.
     *
     * <p>Raised by a call of a guest that returns a string which is not UTF-8. Correct the guest, or the bindings it was
     * built with.
     */
    ABI_VIOLATION(1101, ErrorCategory.GUEST),
    /**
     * Guest code asked to end the process.
     *
     * <p>Raised by a call of a guest that runs {@code std::process::exit}. Let the guest return an error instead.
     */
    EXIT(1102, ErrorCategory.GUEST),
    /**
     * Guest code called itself too deeply.
     *
     * <p>Raised by a call of a guest that recurses without end. Use less recursion in the guest, or make the meter with a
     * larger call depth.
     */
    CALL_DEPTH(1103, ErrorCategory.GUEST),

    /**
     * Guest code ran longer than it may.
     *
     * <p>Raised by a call of a guest that loops without end. Give the meter more time, or the guest less to do.
     */
    TIMEOUT(1200, ErrorCategory.RESOURCE),
    /**
     * The statement was cancelled.
     *
     * <p>Raised by a call during or after {@code meter.cancel()}. Make a new meter and a new instance to go on. Also raised by
     * {@code engine.load(bytes)} during or after {@code engine.close()}. Make a new engine.
     */
    CANCELLED(1201, ErrorCategory.RESOURCE),
    /**
     * Guest code used up its fuel.
     *
     * <p>Raised by a call of a guest that loops without end. Give the meter more fuel, or the guest less to do.
     */
    OUT_OF_FUEL(1202, ErrorCategory.RESOURCE),
    /**
     * A limit on memory was reached.
     *
     * <p>Raised by {@code component.instantiate(options)} of a component whose instances start with more memory together
     * than the setting {@code memory}, and where the JVM's heap ends. Raise the setting or {@code -Xmx}. A guest
     * that runs and asks for more is told no, which is no error by itself.
     */
    MEMORY_LIMIT(1203, ErrorCategory.RESOURCE),
    /**
     * Another limit on running was reached: handles, lifted values, tables.
     *
     * <p>Raised by a call of a guest that opens 10,001 handles. Raise the setting that the message names, or pass less in
     * one call.
     */
    LIMIT(1204, ErrorCategory.RESOURCE),

    /**
     * A function that the host provides failed; what it threw is the cause.
     *
     * <p>Raised by a call of a guest that calls a host function which throws {@code IllegalStateException}, or returns a
     * value of another type. Correct the host function.
     */
    HOST_FAILURE(1901, ErrorCategory.INTERNAL),
    /**
     * The engine failed.
     *
     * <p>Raised by nothing that we know of. Report it, with the component.
     */
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
