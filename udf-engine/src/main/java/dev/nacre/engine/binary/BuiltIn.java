package dev.nacre.engine.binary;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The built-in functions of the asynchronous part of the model, with their codes.
 *
 * <p>See Binary.md, "Canonical Definitions".
 */
public enum BuiltIn {
    BACKPRESSURE_INC(0x24, "backpressure.inc", Operands.NONE),
    BACKPRESSURE_DEC(0x25, "backpressure.dec", Operands.NONE),
    TASK_RETURN(0x09, "task.return", Operands.RESULT_AND_OPTIONS),
    TASK_CANCEL(0x05, "task.cancel", Operands.NONE),
    CONTEXT_GET(0x0a, "context.get", Operands.CONTEXT),
    CONTEXT_SET(0x0b, "context.set", Operands.CONTEXT),
    SUBTASK_CANCEL(0x06, "subtask.cancel", Operands.ASYNC),
    SUBTASK_DROP(0x0d, "subtask.drop", Operands.NONE),
    STREAM_NEW(0x0e, "stream.new", Operands.TYPE),
    STREAM_READ(0x0f, "stream.read", Operands.TYPE_AND_OPTIONS),
    STREAM_WRITE(0x10, "stream.write", Operands.TYPE_AND_OPTIONS),
    STREAM_CANCEL_READ(0x11, "stream.cancel-read", Operands.TYPE_AND_ASYNC),
    STREAM_CANCEL_WRITE(0x12, "stream.cancel-write", Operands.TYPE_AND_ASYNC),
    STREAM_DROP_READABLE(0x13, "stream.drop-readable", Operands.TYPE),
    STREAM_DROP_WRITABLE(0x14, "stream.drop-writable", Operands.TYPE),
    FUTURE_NEW(0x15, "future.new", Operands.TYPE),
    FUTURE_READ(0x16, "future.read", Operands.TYPE_AND_OPTIONS),
    FUTURE_WRITE(0x17, "future.write", Operands.TYPE_AND_OPTIONS),
    FUTURE_CANCEL_READ(0x18, "future.cancel-read", Operands.TYPE_AND_ASYNC),
    FUTURE_CANCEL_WRITE(0x19, "future.cancel-write", Operands.TYPE_AND_ASYNC),
    FUTURE_DROP_READABLE(0x1a, "future.drop-readable", Operands.TYPE),
    FUTURE_DROP_WRITABLE(0x1b, "future.drop-writable", Operands.TYPE),
    WAITABLE_SET_NEW(0x1f, "waitable-set.new", Operands.NONE),
    WAITABLE_SET_WAIT(0x20, "waitable-set.wait", Operands.CANCEL_AND_MEMORY),
    WAITABLE_SET_POLL(0x21, "waitable-set.poll", Operands.CANCEL_AND_MEMORY),
    WAITABLE_SET_DROP(0x22, "waitable-set.drop", Operands.NONE),
    WAITABLE_JOIN(0x23, "waitable.join", Operands.NONE),
    THREAD_YIELD(0x0c, "thread.yield", Operands.CANCEL),
    THREAD_INDEX(0x26, "thread.index", Operands.NONE),
    THREAD_NEW_INDIRECT(0x27, "thread.new-indirect", Operands.TYPE_AND_TABLE),
    THREAD_RESUME_LATER(0x28, "thread.resume-later", Operands.NONE),
    THREAD_SUSPEND(0x29, "thread.suspend", Operands.CANCEL),
    THREAD_SUSPEND_THEN_RESUME(0x2a, "thread.suspend-then-resume", Operands.CANCEL),
    THREAD_YIELD_THEN_RESUME(0x2b, "thread.yield-then-resume", Operands.CANCEL),
    THREAD_SUSPEND_THEN_PROMOTE(0x2c, "thread.suspend-then-promote", Operands.CANCEL),
    THREAD_YIELD_THEN_PROMOTE(0x2d, "thread.yield-then-promote", Operands.CANCEL);

    /** What follows the code. */
    enum Operands {
        NONE,
        TYPE,
        TYPE_AND_OPTIONS,
        TYPE_AND_ASYNC,
        ASYNC,
        CANCEL,
        CANCEL_AND_MEMORY,
        RESULT_AND_OPTIONS,
        TYPE_AND_TABLE,
        CONTEXT
    }

    private static final Map<Integer, BuiltIn> BY_CODE =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(item -> item.code, Function.identity()));

    private final int code;
    private final String text;
    private final Operands operands;

    BuiltIn(int code, String text, Operands operands) {
        this.code = code;
        this.text = text;
        this.operands = operands;
    }

    /** Returns the name as the text format has it. */
    public String text() {
        return text;
    }

    /** Returns whether the built-in was released: {@code thread.yield} was, the other built-ins of threads were not. */
    public boolean isReleased() {
        return this == THREAD_YIELD || !text.startsWith("thread.");
    }

    Operands operands() {
        return operands;
    }

    static Optional<BuiltIn> of(int code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }
}
