package dev.nacre.engine.files;

/**
 * Says that something with a file failed, and nothing of the host: no path, no cause. It is an answer to the guest, not an
 * error of the engine, and has no stack trace.
 */
public final class FileFailure extends Exception {
    private static final long serialVersionUID = 1;

    private final FileError error;

    /** Makes an answer. */
    public FileFailure(FileError error) {
        super(error.code(), null, false, false);
        this.error = error;
    }

    /** Returns why. */
    public FileError error() {
        return error;
    }
}
