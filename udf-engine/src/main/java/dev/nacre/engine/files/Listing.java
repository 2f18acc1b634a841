package dev.nacre.engine.files;

import java.io.Closeable;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;

/** Walks over the names in a folder. Mutable, used by the instance's thread. */
public final class Listing implements Closeable {
    private final FolderHandle folder;
    private final Iterator<Path> names;

    Listing(FolderHandle folder) throws FileFailure {
        this.folder = folder;
        this.names = folder.names();
    }

    /**
     * One name.
     *
     * @param name without the folder's
     * @param kind what it stood for when it was read
     */
    public record Entry(String name, FileKind kind) {}

    /** Returns the next name, in no order; empty after the last. Names that are gone meanwhile are left out. */
    public Optional<Entry> next() throws FileFailure {
        while (folder.use().step(names::hasNext)) {
            String name = names.next().getFileName().toString();
            Optional<FileStat> found = folder.stat(name);
            if (found.isPresent()) {
                return Optional.of(new Entry(name, found.get().kind()));
            }
        }
        return Optional.empty();
    }

    /** Gives it back. */
    public void release() {
        folder.use().release(this);
    }

    @Override
    public void close() {
        folder.close();
    }
}
