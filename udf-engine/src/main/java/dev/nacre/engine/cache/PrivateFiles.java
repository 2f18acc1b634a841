package dev.nacre.engine.cache;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.Set;

/**
 * Files and folders that are the process owner's alone, on file systems with POSIX permissions. On others every method throws
 * an {@link UnsupportedOperationException}.
 */
final class PrivateFiles {
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");

    static final FileAttribute<?> FILE_MODE = PosixFilePermissions.asFileAttribute(FILE);
    static final FileAttribute<?> FOLDER_MODE = PosixFilePermissions.asFileAttribute(FOLDER);

    private static final int WRITABLE_FOR_OTHERS = 0022;
    private static final int STICKY = 01000;

    private PrivateFiles() {}

    /**
     * Returns what is wrong with a folder, in words that follow its name; empty when nothing is.
     *
     * @param owner whom it has to belong to
     */
    static String faultOfFolder(Path folder, UserPrincipal owner) throws IOException {
        PosixFileAttributes found = attributes(folder);
        return found.isDirectory() ? fault(found, owner, FOLDER, "0700") : "is not a folder";
    }

    /** Returns what is wrong with a file, likewise. */
    static String faultOfFile(Path file, UserPrincipal owner) throws IOException {
        PosixFileAttributes found = attributes(file);
        return found.isRegularFile() ? fault(found, owner, FILE, "0600") : "is not a file";
    }

    private static PosixFileAttributes attributes(Path path) throws IOException {
        return Files.readAttributes(path, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    }

    private static String fault(
            PosixFileAttributes found, UserPrincipal owner, Set<PosixFilePermission> mode, String modeText) {
        if (!found.owner().equals(owner)) {
            return "belongs to another user than the process";
        }
        return found.permissions().equals(mode)
                ? ""
                : "has mode " + PosixFilePermissions.toString(found.permissions()) + " and not " + modeText;
    }

    /**
     * Checks that nobody but this user and root can put something else in the place of a file or folder: that each folder above
     * it is closed to others, or lets them touch only what is theirs, as {@code /tmp} does.
     */
    static void requireSafeWay(Path path) throws IOException, UnfitException {
        for (Path above = parent(path); above != null; above = above.getParent()) {
            int mode = (int) Files.getAttribute(above, "unix:mode");
            if ((mode & WRITABLE_FOR_OTHERS) != 0 && (mode & STICKY) == 0) {
                throw new UnfitException("others can write to '" + above + "', which is above '" + path + "'");
            }
        }
    }

    private static Path parent(Path path) throws IOException, UnfitException {
        Path parent = path.getParent();
        if (parent == null) {
            throw new UnfitException("'" + path + "' is no place for it");
        }
        return parent.toRealPath();
    }

    /** Checks that a key is not in the folder that it signs for, whatever links lead there. */
    static void requireApart(Path folder, Path keyFile) throws IOException, UnfitException {
        if (parent(keyFile).startsWith(folder.toRealPath())) {
            throw new UnfitException("its key file '" + keyFile + "' is in its folder");
        }
    }

    /** Returns whom new files belong to: the user that the process runs as, whatever the environment says. */
    static UserPrincipal processOwner() throws IOException {
        Path probe = Files.createTempFile("nacre", null, FILE_MODE);
        try {
            return attributes(probe).owner();
        } finally {
            Files.delete(probe);
        }
    }
}
