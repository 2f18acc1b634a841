package dev.nacre.engine.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/**
 * Makes folders and links, which the JDK does not make relative to an open folder.
 *
 * <p>They are made under a name nobody knows directly in the root, whose path is the administrator's and no guest's, and
 * moved to where they belong from open folder to open folder. So one may be seen in the root for a moment under another
 * name; and what others put in the place in that moment is replaced, where a file can replace it.
 */
final class NewEntries {
    private static final String PREFIX = ".nacre-";

    private NewEntries() {}

    /** Makes what a path leads to. */
    @FunctionalInterface
    private interface Maker {
        void make(Path path) throws IOException;
    }

    static void folder(Root root, Place place) throws FileFailure {
        place.requireNothing();
        make(root, place, Files::createDirectory);
    }

    static void link(Root root, Place place, String text) throws FileFailure {
        place.requireNothing();
        if (place.slashed()) {
            throw new FileFailure(FileError.NO_ENTRY);
        }
        Path target = place.folder().name(text);
        make(root, place, path -> Files.createSymbolicLink(path, target));
    }

    private static void make(Root root, Place place, Maker maker) throws FileFailure {
        FolderHandle top = root.handle();
        String name = place.requireName();
        top.use().name();
        root.requireUnmoved();
        if (root.isAt(place.folder())) {
            make(top, name, maker);
        } else {
            makeThere(top, place.folder(), name, maker);
        }
    }

    private static void makeThere(FolderHandle top, FolderHandle folder, String name, Maker maker) throws FileFailure {
        String passing = PREFIX + UUID.randomUUID();
        make(top, passing, maker);
        boolean arrived = false;
        try {
            top.move(passing, folder, name);
            arrived = true;
        } finally {
            if (!arrived) {
                top.deleteUnmetered(passing);
            }
        }
    }

    private static void make(FolderHandle top, String name, Maker maker) throws FileFailure {
        Path path = top.path().resolve(top.name(name));
        top.use().step(() -> {
            maker.make(path);
            return path;
        });
    }
}
