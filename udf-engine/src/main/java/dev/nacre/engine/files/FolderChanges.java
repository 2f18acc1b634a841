package dev.nacre.engine.files;

import java.nio.file.attribute.FileTime;
import org.jspecify.annotations.Nullable;

/** What a guest may do to the names in a folder that it may write to. */
public final class FolderChanges {
    private FolderChanges() {}

    /** Makes a folder. */
    public static void makeFolder(OpenFolder folder, String path) throws FileFailure {
        try (Place place = place(folder, path)) {
            NewEntries.folder(folder.root(), place);
        }
    }

    /**
     * Makes a symbolic link.
     *
     * @param text where it leads: not to an absolute path, and not out of the folder, as far as that can be seen of the text
     */
    public static void makeLink(OpenFolder folder, String text, String path) throws FileFailure {
        PathWalk.requireWalkable(text);
        PathWalk.requireWalkable(path);
        requireInside(text, path);
        try (Place place = place(folder, path)) {
            NewEntries.link(folder.root(), place, text);
        }
    }

    /** A guest is never led out by a link, but a program of the host might be. */
    private static void requireInside(String text, String path) throws FileFailure {
        int depth = depthOf(path, 0) - 1;
        depthOf(text, depth);
    }

    private static int depthOf(String path, int from) throws FileFailure {
        int depth = from;
        for (String step : path.split("/")) {
            if (step.equals("..")) {
                depth--;
            } else if (!step.isEmpty() && !step.equals(".")) {
                depth++;
            }
            if (depth < 0) {
                throw new FileFailure(FileError.NOT_PERMITTED);
            }
        }
        return depth;
    }

    /** Removes a file or a link. */
    public static void removeFile(OpenFolder folder, String path) throws FileFailure {
        try (Place place = place(folder, path)) {
            String name = place.requireName();
            if (place.stat().kind() == FileKind.DIRECTORY) {
                throw new FileFailure(FileError.IS_DIRECTORY);
            }
            place.folder().deleteFile(name);
        }
    }

    /** Removes a folder with nothing in it. */
    public static void removeFolder(OpenFolder folder, String path) throws FileFailure {
        try (Place place = place(folder, path)) {
            String name = place.requireName();
            if (place.stat().kind() != FileKind.DIRECTORY) {
                throw new FileFailure(FileError.NOT_DIRECTORY);
            }
            place.folder().deleteFolder(name);
        }
    }

    /** Moves what is at a path, and a link itself, to another path, in the place of a file or an empty folder there. */
    public static void rename(OpenFolder folder, String path, OpenFolder target, String newPath) throws FileFailure {
        try (Place from = place(folder, path);
                Place to = place(target, newPath)) {
            String name = from.requireName();
            String newName = to.requireName();
            if (to.slashed() && from.stat().kind() != FileKind.DIRECTORY) {
                throw new FileFailure(FileError.NOT_DIRECTORY);
            }
            from.stat();
            from.folder().move(name, to.folder(), newName);
        }
    }

    /**
     * Makes no hard link, where the paths would allow one: the JDK makes none relative to an open folder, and one by paths could
     * be led to a file outside.
     */
    public static void makeHardLink(
            OpenFolder folder, String path, boolean followLink, OpenFolder target, String newPath) throws FileFailure {
        folder.root().requireWritable();
        target.root().requireWritable();
        try (Place from = folder.place(path, followLink);
                Place to = place(target, newPath)) {
            if (from.stat().kind() == FileKind.DIRECTORY) {
                throw new FileFailure(FileError.NOT_PERMITTED);
            }
            to.requireNothing();
            throw new FileFailure(to.slashed() ? FileError.NO_ENTRY : FileError.UNSUPPORTED);
        }
    }

    /** Sets the times of what a path leads to, null for one that stays. */
    public static void setTimes(
            OpenFolder folder,
            String path,
            boolean followLink,
            @Nullable FileTime accessed,
            @Nullable FileTime modified)
            throws FileFailure {
        folder.root().requireWritable();
        try (Place place = folder.place(path, followLink)) {
            FileKind kind = place.stat().kind();
            if (place.name() == null) {
                place.folder().setTimes(accessed, modified);
            } else if (kind == FileKind.FILE || kind == FileKind.DIRECTORY) {
                place.folder().setTimes(place.name(), accessed, modified);
            } else {
                throw new FileFailure(FileError.NOT_PERMITTED);
            }
        }
    }

    private static Place place(OpenFolder folder, String path) throws FileFailure {
        folder.root().requireWritable();
        return folder.place(path, false);
    }
}
