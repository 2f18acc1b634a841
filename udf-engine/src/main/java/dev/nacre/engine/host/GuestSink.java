package dev.nacre.engine.host;

import dev.nacre.engine.EngineException;
import dev.nacre.engine.ErrorCode;
import dev.nacre.engine.files.FileFailure;

/** What a guest writes to by an {@code output-stream}. */
interface GuestSink extends GuestObject {
    /** Bytes that a guest is told it may write at once. Any number of its own is taken. */
    int WRITE_BYTES = 1 << 16;

    /** Returns how many bytes may be written at once, at least one. */
    default long room() throws FileFailure {
        return WRITE_BYTES;
    }

    /** Writes all bytes, or as many as fit before it fails. */
    void write(HostCall call, byte[] bytes) throws FileFailure;

    /** Writes as many zeroes. */
    default void writeZeroes(HostCall call, long count) throws FileFailure {
        if (count < 0 || count > WRITE_BYTES) {
            throw new EngineException(
                    ErrorCode.TRAP,
                    "guest code wrote " + Long.toUnsignedString(count) + " zeroes at once, expected at most "
                            + WRITE_BYTES + " as check-write allows");
        }
        write(call, new byte[(int) count]);
    }

    /** Lets everything that was written reach its place. */
    default void flush() throws FileFailure {}
}
