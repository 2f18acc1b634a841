package dev.nacre.engine.runtime;

import dev.nacre.engine.EngineException;
import org.jspecify.annotations.Nullable;

/** Calls, globals, exceptions and traps as compiled code calls them. */
public final class GuestCalls {
    private GuestCalls() {}

    /** Returns the memory that functions of the instance are passed. */
    public static LinearMemory memory(CoreInstance instance) {
        return instance.memory;
    }

    /** Returns a memory that an instruction names, other than the first. */
    public static LinearMemory memory(CoreInstance instance, int index) {
        return instance.memories[index];
    }

    /** Calls an imported function; the arguments' array may hold the result afterwards. */
    public static long @Nullable [] callHostFunction(CoreInstance instance, int function, long[] arguments) {
        return instance.function(function).callFromGuest(instance, arguments);
    }

    /**
     * Calls a function of another instance through a table.
     *
     * @param type the index of the expected type in the caller's module
     * @param function the index of the function in the callee
     */
    public static long @Nullable [] callIndirect(
            long[] arguments, int type, int function, CoreInstance callee, CoreInstance caller) {
        CoreFunction target = callee.function(function);
        if (!target.type().equals(caller.type(type))) {
            throw throwIndirectCallTypeMismatch();
        }
        return target.callFromGuest(caller, arguments);
    }

    /** {@code global.get} of a number. */
    public static long readGlobal(int global, CoreInstance instance) {
        return instance.globals[global].value;
    }

    /** {@code global.get} of a reference. */
    public static int readGlobalRef(int global, CoreInstance instance) {
        return instance.globals[global].reference(instance);
    }

    /** {@code global.set}. */
    public static void writeGlobal(long value, int global, CoreInstance instance) {
        instance.globals[global].set(value, instance);
    }

    /** {@code throw}. */
    public static GuestException createWasmException(long[] arguments, int tag, CoreInstance instance) {
        return new GuestException(instance.tags[tag], arguments, instance);
    }

    /** Tells whether a handler catches an exception, whose values it asks for next: tags match by identity. */
    public static boolean exceptionMatches(GuestException exception, int tag, CoreInstance instance) {
        boolean matches = exception.tag() == instance.tags[tag];
        if (matches) {
            exception.caughtBy(instance);
        }
        return matches;
    }

    /** Makes a reference of a caught exception. */
    public static int registerException(CoreInstance instance, GuestException exception) {
        return instance.exceptions.keep(exception);
    }

    /** {@code throw_ref}: returns the exception behind a reference. */
    public static GuestException exn(CoreInstance instance, int reference) {
        return instance.exceptions.get(reference);
    }

    /** {@code unreachable}. */
    public static RuntimeException throwTrapException() {
        throw Traps.trap("unreachable");
    }

    /** A constant offset beyond 2 GiB. */
    public static RuntimeException throwOutOfBoundsMemoryAccess() {
        throw Traps.memoryOutOfBounds();
    }

    /** An indirect call with another type than the function's. */
    public static RuntimeException throwIndirectCallTypeMismatch() {
        throw Traps.trap("indirect call type mismatch");
    }

    /** A call by an index that the module does not have. */
    public static RuntimeException throwUnknownFunction(int function) {
        throw new IllegalArgumentException("unknown function " + function);
    }

    /** Lets the outermost call deal with a stack overflow. */
    public static RuntimeException throwCallStackExhausted(StackOverflowError error) {
        throw error;
    }

    /** Ends a typed call that failed. */
    public static EngineException failed(Throwable failure, CoreInstance instance, int outerDepth) {
        instance.memory.meter.exitCall(outerDepth);
        return Boundary.translate(failure, instance);
    }
}
