package dev.nacre.engine.abi;

import static java.util.Objects.requireNonNull;

import dev.nacre.engine.ErrorCode;
import dev.nacre.engine.Setting;
import dev.nacre.engine.runtime.CoreFunction;
import dev.nacre.engine.runtime.LinearMemory;
import org.jspecify.annotations.Nullable;

/**
 * What one canonical function lifts from and lowers into: a memory, an allocator, the handle table of its instance.
 * Mutable, used by one thread at a time.
 *
 * <p>CanonicalABI.md, "Lifting and Lowering Context". Every range that guest code names is checked here, in sums of 64 bits.
 */
public final class AbiContext {
    /** As for bulk work in the guest's own code. */
    private static final int BYTES_PER_UNIT = 1 << 10;

    /** Less than this a call may lift without a look at what memory there is. */
    private static final long UNASKED_BYTES = 64 << 10;

    private final InstanceState state;
    private final @Nullable LinearMemory memory;
    private final @Nullable Realloc realloc;
    private final long mostLifted;
    private long granted;
    private long liftable;
    private @Nullable CallScope scope;

    /**
     * @param memory null when the function's types need none
     * @param realloc null when the function's types need none
     */
    public AbiContext(InstanceState state, @Nullable LinearMemory memory, @Nullable CoreFunction realloc) {
        this(state, memory, realloc == null ? null : realloc.as(Realloc.class));
    }

    AbiContext(InstanceState state, @Nullable LinearMemory memory, @Nullable Realloc realloc) {
        this.state = state;
        this.memory = memory;
        this.realloc = realloc;
        this.mostLifted = state.store().liftedBytesLimit();
        beginLift();
    }

    /** Returns the state of the instance that the canonical function belongs to. */
    public InstanceState state() {
        return state;
    }

    /** Returns the memory; only for functions whose types need one. */
    public LinearMemory memory() {
        return requireNonNull(memory, "validation requires a memory here");
    }

    /** Returns the array behind the memory; another one after every call into the guest. */
    byte[] bytes() {
        return memory().array();
    }

    /** Starts the count of lifted bytes for a call. */
    void beginLift() {
        granted = Math.min(mostLifted, UNASKED_BYTES);
        liftable = granted;
    }

    /** Counts bytes of the Java heap, or of another guest's memory, that a lifted value takes; copying many takes fuel. */
    void chargeLifted(long bytes) {
        liftable -= bytes;
        if (liftable < 0) {
            grantMore(granted - liftable);
        }
        if (bytes >= BYTES_PER_UNIT) {
            state.store().meter().charge((int) (bytes / BYTES_PER_UNIT));
        }
    }

    private void grantMore(long lifted) {
        if (lifted > mostLifted) {
            throw new AbiFailure(
                    ErrorCode.LIMIT,
                    "a call takes more than " + mostLifted + " bytes out of guest memory (setting "
                            + Setting.OUTPUT_BYTES.key() + "); pass less in one call");
        }
        granted = Math.min(mostLifted, state.store().roomBeside(lifted, 2 * lifted));
        liftable = granted - lifted;
    }

    /** Returns what counts the borrows of the call being lifted or lowered; made when the first borrow asks for it. */
    CallScope scope() {
        CallScope current = scope;
        if (current == null) {
            current = new CallScope();
            scope = current;
        }
        return current;
    }

    /** Takes the scope of the call whose arguments were lifted or lowered; null when there was no borrow. */
    @Nullable
    CallScope takeScope() {
        CallScope taken = scope;
        scope = null;
        return taken;
    }

    /** Checks where a string lies, and counts its bytes. */
    void requireStringRange(int pointer, long byteLength, int alignment) {
        if (byteLength > TextEncoding.MAX_BYTE_LENGTH) {
            throw AbiFailure.violation(
                    "string of " + byteLength + " bytes, expected at most " + TextEncoding.MAX_BYTE_LENGTH);
        }
        requireRange("string", pointer, byteLength, alignment);
        chargeLifted(byteLength);
    }

    /** Checks where the elements of a list lie. */
    void requireListRange(int pointer, long length, Layout element) {
        long byteLength = length * element.size();
        if (byteLength > SequenceCodec.MAX_BYTE_LENGTH) {
            throw AbiFailure.violation(
                    "list of " + byteLength + " bytes, expected at most " + SequenceCodec.MAX_BYTE_LENGTH);
        }
        requireRange("list", pointer, byteLength, element.alignment());
    }

    /** Checks that a range is aligned and in bounds, whatever its numbers. */
    void requireRange(String what, int pointer, long byteLength, int alignment) {
        AbiFailure failure = rangeFailure(what, pointer, byteLength, alignment);
        if (failure != null) {
            throw failure;
        }
    }

    /** Checks a range that a value is to be written to. */
    void requireTarget(String what, int pointer, long byteLength, int alignment) {
        AbiFailure failure = rangeFailure(what, pointer, byteLength, alignment);
        if (failure != null) {
            throw failure.whileLowering();
        }
    }

    private @Nullable AbiFailure rangeFailure(String what, int pointer, long byteLength, int alignment) {
        if ((pointer & alignment - 1) != 0) {
            return AbiFailure.misaligned(what, pointer, alignment);
        }
        int size = memory().byteLength();
        return Integer.toUnsignedLong(pointer) + byteLength > size
                ? AbiFailure.outOfBounds(what, pointer, byteLength, size)
                : null;
    }

    /** Asks the guest for memory, and does not believe the answer (CanonicalABI.md, {@code allocate}). */
    int allocate(int alignment, int byteLength) {
        return reallocate(0, 0, alignment, byteLength);
    }

    /**
     * Asks the guest for other memory, with what was in the old; the guest may move it even to make it smaller.
     *
     * @return the pointer, aligned and in bounds
     */
    int reallocate(int oldPointer, int oldByteLength, int alignment, int byteLength) {
        Realloc allocator = requireNonNull(realloc, "validation requires a realloc here");
        state.setMayLeave(false);
        state.beginTask();
        int pointer = allocator.call(oldPointer, oldByteLength, alignment, byteLength);
        state.endTask();
        state.setMayLeave(true);
        requireTarget("memory from realloc", pointer, byteLength, alignment);
        return pointer;
    }
}
