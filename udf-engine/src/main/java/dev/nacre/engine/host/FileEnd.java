package dev.nacre.engine.host;

import dev.nacre.engine.files.FileFailure;
import dev.nacre.engine.files.OpenFile;

/** Writes at the end of a file, wherever that is by then. Holds the file open, whether or not the guest still does. */
final class FileEnd implements GuestSink {
    private final OpenFile file;

    FileEnd(OpenFile file) {
        this.file = file.retain();
    }

    @Override
    public void write(HostCall call, byte[] bytes) throws FileFailure {
        file.append(bytes);
    }

    @Override
    public void drop() {
        file.release();
    }
}
