package dev.nacre.engine.files;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A folder held open, and what can be done to single names in it. A name is one step: it has no slash, and is neither
 * {@code .} nor {@code ..}.
 */
final class FolderHandle implements Closeable {
    private static final String ITSELF = ".";

    private final FileUse use;
    private final SecureDirectoryStream<Path> stream;
    private final Path path;

    /**
     * Takes an open folder.
     *
     * @param path that led to it, over no symbolic link; others may have moved it since
     */
    FolderHandle(FileUse use, SecureDirectoryStream<Path> stream, Path path) {
        this.use = use;
        this.stream = stream;
        this.path = path;
    }

    FileUse use() {
        return use;
    }

    Path path() {
        return path;
    }

    /** Returns a name as the file system has it. */
    Path name(String text) throws FileFailure {
        try {
            return path.getFileSystem().getPath(text);
        } catch (InvalidPathException unfit) {
            throw new FileFailure(text.indexOf('\0') >= 0 ? FileError.INVALID : FileError.ILLEGAL_BYTE_SEQUENCE);
        }
    }

    /** Looks at the folder. */
    FileStat stat() throws FileFailure {
        return FileStat.of(use.step(
                () -> stream.getFileAttributeView(BasicFileAttributeView.class).readAttributes()));
    }

    /** Looks at a name, and not at what a link there leads to. */
    Optional<FileStat> stat(String text) throws FileFailure {
        Path name = name(text);
        return use.step(() -> attributes(name)).map(FileStat::of);
    }

    private Optional<BasicFileAttributes> attributes(Path name) throws IOException {
        try {
            return Optional.of(view(name).readAttributes());
        } catch (NoSuchFileException none) {
            return Optional.empty();
        }
    }

    private BasicFileAttributeView view(Path name) {
        return stream.getFileAttributeView(name, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
    }

    /** Opens a folder in this one. */
    FolderHandle folder(String text) throws FileFailure {
        Path name = name(text);
        return new FolderHandle(use, use.step(() -> open(name)), path.resolve(name));
    }

    /** Opens this folder once more, with a position of its own among its names. */
    FolderHandle again() throws FileFailure {
        Path itself = name(ITSELF);
        return new FolderHandle(use, use.step(() -> open(itself)), path);
    }

    private SecureDirectoryStream<Path> open(Path name) throws IOException {
        return stream.newDirectoryStream(name, LinkOption.NOFOLLOW_LINKS);
    }

    /** Opens a file; the options say that no link is followed. */
    FileChannel file(String text, Set<OpenOption> options) throws FileFailure {
        Path name = name(text);
        return (FileChannel) use.step(() -> stream.newByteChannel(name, options));
    }

    /** Lets names that were made, moved and deleted reach the disk. */
    void sync() throws FileFailure {
        try (Pending pending = new Pending()) {
            FileChannel itself = pending.add(file(ITSELF, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)));
            use.step(() -> {
                itself.force(true);
                return itself;
            });
        }
    }

    /** Returns what walks over the names; to be called once. */
    Iterator<Path> names() throws FileFailure {
        return use.step(stream::iterator);
    }

    void deleteFile(String text) throws FileFailure {
        Path name = name(text);
        use.step(() -> {
            stream.deleteFile(name);
            return name;
        });
    }

    void deleteFolder(String text) throws FileFailure {
        Path name = name(text);
        use.step(() -> {
            stream.deleteDirectory(name);
            return name;
        });
    }

    /** Deletes a file, a link or an empty folder, also when the guest is stopped. */
    void deleteUnmetered(String text) throws FileFailure {
        Path name = name(text);
        FileUse.quietly(() -> stream.deleteFile(name));
        FileUse.quietly(() -> stream.deleteDirectory(name));
    }

    void move(String text, FolderHandle target, String newText) throws FileFailure {
        Path name = name(text);
        Path newName = target.name(newText);
        use.step(() -> {
            stream.move(name, target.stream, newName);
            return name;
        });
    }

    /** Sets the times of a name, null for one that stays. */
    void setTimes(String text, @Nullable FileTime accessed, @Nullable FileTime modified) throws FileFailure {
        Path name = name(text);
        use.step(() -> {
            view(name).setTimes(modified, accessed, null);
            return name;
        });
    }

    /** Sets the folder's own times. */
    void setTimes(@Nullable FileTime accessed, @Nullable FileTime modified) throws FileFailure {
        use.step(() -> {
            stream.getFileAttributeView(BasicFileAttributeView.class).setTimes(modified, accessed, null);
            return path;
        });
    }

    @Override
    public void close() {
        FileUse.closeQuietly(stream);
    }
}
