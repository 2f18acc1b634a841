package dev.nacre.engine.files;

import java.nio.file.attribute.FileTime;
import org.jspecify.annotations.Nullable;

/** What a guest holds open. Mutable, used by the instance's thread. */
public sealed interface OpenEntry permits OpenFile, OpenFolder {
    /** Looks at it. */
    FileStat stat() throws FileFailure;

    /** Sets its times, null for one that stays. */
    void setTimes(@Nullable FileTime accessed, @Nullable FileTime modified) throws FileFailure;

    /** Lets what was written reach the disk. */
    void sync() throws FileFailure;

    /** Returns whether it may be changed. */
    boolean writable();

    /** Gives it back; what still reads or writes it by a stream keeps it open. */
    void release();
}
