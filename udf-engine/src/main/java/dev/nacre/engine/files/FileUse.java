package dev.nacre.engine.files;

import dev.nacre.engine.FileGrants;
import dev.nacre.engine.sandbox.Meter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * What one instance uses of the host's files: bounded in what it holds open and writes, metered in what it does, and closed
 * with the instance. Mutable, used by the instance's thread.
 */
final class FileUse implements AutoCloseable {
    /** A step asks the operating system once, which takes as long as some hundred turns of a loop. */
    private static final int STEP_UNITS = 500;

    private static final int CHARGED_BYTES = 64;

    /** What a new name takes of the disk, about. */
    private static final int NAME_BYTES = 4096;

    private final Meter meter;
    private final FileGrants grants;
    private final Set<Closeable> open = Collections.newSetFromMap(new IdentityHashMap<>());
    private long written;

    /** Makes the use of an instance that has not begun. */
    FileUse(Meter meter, FileGrants grants) {
        this.meter = meter;
        this.grants = grants;
    }

    /** Something that asks the operating system. */
    @FunctionalInterface
    interface Step<T> {
        T run() throws IOException;
    }

    /** Takes a step. */
    <T> T step(Step<T> step) throws FileFailure {
        meter.charge(STEP_UNITS);
        try {
            return step.run();
        } catch (IOException failure) {
            throw new FileFailure(FileError.of(failure));
        } catch (DirectoryIteratorException failure) {
            throw new FileFailure(FileError.IO);
        }
    }

    /** Counts bytes that were moved. */
    void moved(int bytes) {
        meter.charge(bytes / CHARGED_BYTES);
    }

    /** Counts bytes by which a file is about to grow. */
    void grow(long bytes) throws FileFailure {
        if (bytes > grants.writtenBytes() - written) {
            throw new FileFailure(FileError.QUOTA);
        }
        written += bytes;
    }

    /** Counts a name that is about to be made. */
    void name() throws FileFailure {
        grow(NAME_BYTES);
    }

    /** Refuses to open one thing more than allowed. */
    void mayOpen() throws FileFailure {
        if (open.size() >= grants.openFiles()) {
            throw new FileFailure(FileError.QUOTA);
        }
    }

    /** Takes charge of something open. */
    <T extends Closeable> T hold(T opened) {
        open.add(opened);
        return opened;
    }

    /** Closes something that was held. Closing again does nothing. */
    void release(Closeable opened) {
        open.remove(opened);
        closeQuietly(opened);
    }

    /** Returns how many files and folders are open. */
    int openCount() {
        return open.size();
    }

    /** Closes all that is open. */
    @Override
    public void close() {
        List.copyOf(open).forEach(this::release);
    }

    /** What was written has been written: the JDK keeps nothing back that a failing close could lose. */
    static void closeQuietly(Closeable opened) {
        quietly(opened);
    }

    /** Does what may fail. */
    static void quietly(Closeable action) {
        try {
            action.close();
        } catch (IOException ignored) {
            // nobody could do anything about it
        }
    }
}
