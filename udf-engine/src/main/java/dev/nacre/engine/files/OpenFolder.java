package dev.nacre.engine.files;

import java.io.Closeable;
import java.nio.channels.FileChannel;
import java.nio.file.attribute.FileTime;
import org.jspecify.annotations.Nullable;

/**
 * A folder that a guest holds open. Paths begin here, and lead nowhere but into it. Mutable, used by the instance's thread.
 *
 * <p>No path is absolute, and none leads above its beginning by {@code ..} or a link: {@link FileError#NOT_PERMITTED}.
 */
public final class OpenFolder implements OpenEntry, Closeable {
    private final Root root;
    private final FolderHandle handle;

    private OpenFolder(Root root, FolderHandle handle) {
        this.root = root;
        this.handle = handle;
    }

    /** Opens a folder for the guest, once more. */
    static OpenFolder open(Root root, FolderHandle folder) throws FileFailure {
        folder.use().mayOpen();
        return folder.use().hold(new OpenFolder(root, folder.again()));
    }

    Root root() {
        return root;
    }

    /** Walks along a path. The caller closes the place. */
    Place place(String path, boolean followLast) throws FileFailure {
        return new PathWalk(root, handle, followLast).to(path);
    }

    /** Opens what a path leads to. */
    public OpenEntry open(String path, OpenRequest request) throws FileFailure {
        if (request.changes()) {
            root.requireWritable();
        }
        boolean follow = request.followLink() && !(request.create() && request.exclusive());
        try (Place place = place(path, follow)) {
            return place.name() == null ? openItself(place, request) : openNamed(place, request);
        }
    }

    private OpenFolder openItself(Place place, OpenRequest request) throws FileFailure {
        if (request.create() && request.exclusive()) {
            throw new FileFailure(FileError.EXIST);
        }
        if (request.changes()) {
            throw new FileFailure(FileError.IS_DIRECTORY);
        }
        return open(root, place.folder());
    }

    private OpenEntry openNamed(Place place, OpenRequest request) throws FileFailure {
        if (place.found().isEmpty()) {
            return create(place, request);
        }
        if (request.create() && request.exclusive()) {
            throw new FileFailure(FileError.EXIST);
        }
        return switch (place.stat().kind()) {
            case LINK -> throw new FileFailure(FileError.LOOP);
            case OTHER -> throw new FileFailure(FileError.NOT_PERMITTED);
            case FILE -> openFile(place, request);
            case DIRECTORY -> openFolder(place, request);
        };
    }

    private OpenFolder openFolder(Place place, OpenRequest request) throws FileFailure {
        try (FolderHandle found = place.folder().folder(place.requireName())) {
            return openItself(new Place(found, true, null, place.found(), true), request);
        }
    }

    private OpenFile create(Place place, OpenRequest request) throws FileFailure {
        if (!request.create()) {
            throw new FileFailure(FileError.NO_ENTRY);
        }
        if (request.folder() || place.slashed()) {
            throw new FileFailure(FileError.INVALID);
        }
        place.folder().use().name();
        return file(place, request, false);
    }

    private static OpenFile openFile(Place place, OpenRequest request) throws FileFailure {
        if (request.folder()) {
            throw new FileFailure(FileError.NOT_DIRECTORY);
        }
        return file(place, request, true);
    }

    private static OpenFile file(Place place, OpenRequest request, boolean there) throws FileFailure {
        FileUse use = place.folder().use();
        String name = place.requireName();
        use.mayOpen();
        try (Pending pending = new Pending()) {
            FileChannel channel = pending.add(place.folder().file(name, request.options(there)));
            FolderHandle folder = pending.add(place.folder().again());
            FileStat opened = folder.stat(name).orElseThrow(() -> new FileFailure(FileError.BUSY));
            OpenFile file = new OpenFile(channel, folder, name, opened, request);
            pending.keep();
            return use.hold(file);
        }
    }

    /** Looks at what a path leads to. */
    public FileStat stat(String path, boolean followLink) throws FileFailure {
        try (Place place = place(path, followLink)) {
            return place.stat();
        }
    }

    /** Returns the text of a link. */
    public String readLink(String path) throws FileFailure {
        try (Place place = place(path, false)) {
            if (place.stat().kind() != FileKind.LINK) {
                throw new FileFailure(FileError.INVALID);
            }
            return LinkText.of(root, place.folder(), place.requireName());
        }
    }

    /** Begins to list the names in it. */
    public Listing list() throws FileFailure {
        handle.use().mayOpen();
        try (Pending pending = new Pending()) {
            Listing listing = new Listing(pending.add(handle.again()));
            pending.keep();
            return handle.use().hold(listing);
        }
    }

    @Override
    public FileStat stat() throws FileFailure {
        return handle.stat();
    }

    @Override
    public void setTimes(@Nullable FileTime accessed, @Nullable FileTime modified) throws FileFailure {
        root.requireWritable();
        handle.setTimes(accessed, modified);
    }

    /** Lets names reach the disk. */
    @Override
    public void sync() throws FileFailure {
        handle.sync();
    }

    @Override
    public boolean writable() {
        return root.writable();
    }

    @Override
    public void release() {
        handle.use().release(this);
    }

    @Override
    public void close() {
        handle.close();
    }
}
