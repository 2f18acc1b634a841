package dev.nacre.engine.files;

import java.io.Closeable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a path leads: a folder, open, and a name in it, or the folder itself. To be closed.
 *
 * @param folder the folder
 * @param borrowed whether somebody else closes the folder
 * @param name null for the folder itself
 * @param found what the name stood for, empty for nothing; of the folder itself, empty
 * @param slashed whether the path says, by a slash at its end, that it leads to a folder
 */
record Place(
        FolderHandle folder, boolean borrowed, @Nullable String name, Optional<FileStat> found, boolean slashed)
        implements Closeable {
    /** Returns the name, where a path has to have one. */
    String requireName() throws FileFailure {
        if (name == null) {
            throw new FileFailure(FileError.INVALID);
        }
        return name;
    }

    /** Returns what the path leads to. */
    FileStat stat() throws FileFailure {
        if (name == null) {
            return folder.stat();
        }
        FileStat stat = found.orElseThrow(() -> new FileFailure(FileError.NO_ENTRY));
        if (slashed && stat.kind() != FileKind.DIRECTORY) {
            throw new FileFailure(FileError.NOT_DIRECTORY);
        }
        return stat;
    }

    /** Makes sure that nothing is there yet. */
    void requireNothing() throws FileFailure {
        requireName();
        if (found.isPresent()) {
            throw new FileFailure(FileError.EXIST);
        }
    }

    @Override
    public void close() {
        if (!borrowed) {
            folder.close();
        }
    }
}
