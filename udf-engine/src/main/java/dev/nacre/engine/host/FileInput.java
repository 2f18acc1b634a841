package dev.nacre.engine.host;

import dev.nacre.engine.files.FileFailure;
import dev.nacre.engine.files.OpenFile;
import org.jspecify.annotations.Nullable;

/** Reads a file from a place on. Holds the file open, whether or not the guest still does. */
final class FileInput implements GuestInput {
    private final OpenFile file;
    private long next;

    FileInput(OpenFile file, long offset) {
        this.file = file.retain();
        this.next = offset;
    }

    @Override
    public byte @Nullable [] read(HostCall call, int most) throws FileFailure {
        byte[] bytes = file.read(next, most);
        next += bytes.length;
        return bytes.length == 0 ? null : bytes;
    }

    @Override
    public void drop() {
        file.release();
    }
}
