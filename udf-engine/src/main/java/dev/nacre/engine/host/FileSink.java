package dev.nacre.engine.host;

import dev.nacre.engine.files.FileFailure;
import dev.nacre.engine.files.OpenFile;

/** Writes to a file from a place on. Holds the file open, whether or not the guest still does. */
final class FileSink implements GuestSink {
    private final OpenFile file;
    private long next;

    FileSink(OpenFile file, long offset) {
        this.file = file.retain();
        this.next = offset;
    }

    @Override
    public void write(HostCall call, byte[] bytes) throws FileFailure {
        file.write(bytes, next);
        next += bytes.length;
    }

    @Override
    public void drop() {
        file.release();
    }
}
