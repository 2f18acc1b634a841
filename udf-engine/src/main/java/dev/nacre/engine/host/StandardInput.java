package dev.nacre.engine.host;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The bytes that an instance was given to read. All its handles of standard input read on in the same place. */
final class StandardInput implements GuestInput, HostState {
    private static final int CHARGED_BYTES = 64;

    private final byte[] bytes;
    private int next;

    private StandardInput(byte[] bytes) {
        this.bytes = bytes;
    }

    static StandardInput of(HostCall call) {
        return call.state(
                StandardInput.class, () -> new StandardInput(call.grants().input()));
    }

    @Override
    public byte @Nullable [] read(HostCall call, int most) {
        if (next == bytes.length) {
            return null;
        }
        int count = Math.min(most, bytes.length - next);
        call.meter().charge(count / CHARGED_BYTES);
        byte[] read = Arrays.copyOfRange(bytes, next, next + count);
        next += count;
        return read;
    }
}
