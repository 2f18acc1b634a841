package dev.nacre.engine.host;

import dev.nacre.engine.OutputSink;
import dev.nacre.engine.files.FileError;
import dev.nacre.engine.files.FileFailure;
import java.util.Arrays;

/**
 * A standard stream whose bytes the host wants as they are. Where there is no room, the guest is told as it is told of files
 * that may not grow: what fits was taken, and the quota is used up.
 */
record GrantedOutput(OutputSink sink) implements GuestSink {
    private static final int CHARGED_BYTES = 64;

    @Override
    public long room() throws FileFailure {
        long room = sink.roomBytes();
        if (room <= 0) {
            throw new FileFailure(FileError.QUOTA);
        }
        return Math.min(room, WRITE_BYTES);
    }

    @Override
    public void write(HostCall call, byte[] bytes) throws FileFailure {
        call.meter().charge(bytes.length / CHARGED_BYTES);
        int taken = (int) Math.max(0, Math.min(bytes.length, sink.roomBytes()));
        if (taken > 0) {
            sink.write(Arrays.copyOf(bytes, taken));
        }
        if (taken < bytes.length) {
            throw new FileFailure(FileError.QUOTA);
        }
    }
}
