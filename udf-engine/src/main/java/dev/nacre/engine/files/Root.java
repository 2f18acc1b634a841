package dev.nacre.engine.files;

import dev.nacre.engine.EngineException;
import dev.nacre.engine.ErrorCode;
import dev.nacre.engine.FolderAccess;
import dev.nacre.engine.FolderGrant;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.attribute.BasicFileAttributes;

/** A granted folder, open. */
final class Root implements Closeable {
    private final FolderHandle handle;
    private final boolean writable;
    private final Object key;

    private Root(FolderHandle handle, boolean writable) throws FileFailure {
        this.handle = handle;
        this.writable = writable;
        this.key = handle.stat().key();
    }

    /**
     * Opens a granted folder.
     *
     * @throws EngineException with {@link ErrorCode#BAD_SETTING} when there is none, or none that can be confined
     */
    static Root open(FolderGrant grant, FileUse use) {
        try (Pending pending = new Pending()) {
            Root root = open(grant, use, pending.add(stream(grant)));
            pending.keep();
            return root;
        }
    }

    private static Root open(FolderGrant grant, FileUse use, DirectoryStream<Path> stream) {
        if (!(stream instanceof SecureDirectoryStream<Path> secure)) {
            throw refused(grant, "expected a file system on which the JDK keeps a guest inside (Linux), found another");
        }
        try {
            FolderHandle handle = new FolderHandle(use, secure, grant.folder());
            Root root = new Root(handle, grant.access() == FolderAccess.READ_WRITE);
            root.requireUnmoved();
            return root;
        } catch (FileFailure failure) {
            throw refused(
                    grant,
                    "expected a folder that stays where it is, found "
                            + failure.error().code());
        }
    }

    private static DirectoryStream<Path> stream(FolderGrant grant) {
        try {
            if (!grant.folder().toRealPath().equals(grant.folder())) {
                throw refused(grant, "expected a path that leads over no symbolic link, found one; give the real path");
            }
            return Files.newDirectoryStream(grant.folder());
        } catch (IOException failure) {
            throw refused(
                    grant, "expected a folder, found " + FileError.of(failure).code());
        }
    }

    /** Host paths are not the guest's business, nor that of whoever called it. */
    private static EngineException refused(FolderGrant grant, String what) {
        return new EngineException(
                ErrorCode.BAD_SETTING, "granted folder '" + grant.name() + "': " + what + "; correct the grant");
    }

    FolderHandle handle() {
        return handle;
    }

    void requireWritable() throws FileFailure {
        if (!writable) {
            throw new FileFailure(FileError.READ_ONLY);
        }
    }

    boolean writable() {
        return writable;
    }

    boolean isAt(FolderHandle folder) throws FileFailure {
        return folder.stat().key().equals(key);
    }

    /** Makes sure that the granted path still leads here. */
    void requireUnmoved() throws FileFailure {
        requireAt(handle.path(), key);
    }

    /** Makes sure that a path leads to the folder with a key. */
    void requireAt(Path path, Object folder) throws FileFailure {
        BasicFileAttributes found = handle.use()
                .step(() -> Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS));
        if (!found.isDirectory() || !folder.equals(found.fileKey())) {
            throw new FileFailure(FileError.BUSY);
        }
    }

    @Override
    public void close() {
        handle.close();
    }
}
