package dev.nacre.engine.host;

import dev.nacre.engine.OutputSink;
import java.io.ByteArrayOutputStream;

/**
 * Keeps the first bytes that a guest prints, exactly as it prints them. A guest that prints more is told that its quota is
 * used up. Mutable, used by one thread at a time.
 */
public final class BoundedOutput implements OutputSink {
    private final int mostBytes;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();

    /**
     * Makes an empty one.
     *
     * @param mostBytes how many bytes are kept at most
     */
    public BoundedOutput(int mostBytes) {
        this.mostBytes = mostBytes;
    }

    @Override
    public long roomBytes() {
        return (long) mostBytes - kept.size();
    }

    @Override
    public void write(byte[] bytes) {
        kept.writeBytes(bytes);
    }

    /** Returns a copy of the bytes kept so far. */
    public byte[] bytes() {
        return kept.toByteArray();
    }

    /** Returns whether no byte more is kept, so that some may be missing. */
    public boolean isFull() {
        return roomBytes() <= 0;
    }
}
