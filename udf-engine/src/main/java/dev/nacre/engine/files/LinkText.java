package dev.nacre.engine.files;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Reads where a symbolic link leads.
 *
 * <p>Of all that is done here this alone goes by a path, because the JDK reads no link relative to an open folder. So it is
 * made sure, before and after, that the path leads to the folder that is open, twice, with the same text. Who swaps a folder
 * on the way for a link would have to do so four times, each time between two steps of ours, to learn the text of a link
 * elsewhere, and the text is all there is to learn: what it says is resolved inside the root like any other path.
 */
final class LinkText {
    private LinkText() {}

    /**
     * Returns the text of a link.
     *
     * @throws FileFailure with {@link FileError#BUSY} when the folder is no longer where it was opened
     */
    static String of(Root root, FolderHandle folder, String text) throws FileFailure {
        Path link = folder.path().resolve(folder.name(text));
        Object key = folder.stat().key();
        String first = read(root, folder, link, key);
        if (!first.equals(read(root, folder, link, key))) {
            throw new FileFailure(FileError.BUSY);
        }
        return first;
    }

    private static String read(Root root, FolderHandle folder, Path link, Object key) throws FileFailure {
        root.requireAt(folder.path(), key);
        String target = folder.use().step(() -> Files.readSymbolicLink(link)).toString();
        root.requireAt(folder.path(), key);
        return target;
    }
}
