package dev.nacre.conformance.script;

import dev.nacre.conformance.ConformanceException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/**
 * The folder of a script: reads the binaries that its commands name, and nothing else.
 *
 * @param path the folder
 */
public record ScriptFolder(Path path) {
    /** How large a binary may be. */
    public static final int MOST_BYTES = 64 << 20;

    /**
     * Reads a file.
     *
     * @param name without folders
     * @throws ConformanceException when it is not a regular file of this folder, too large, or cannot be read
     */
    public byte[] read(String name) {
        Path file = resolve(name);
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw unreadable(name, "expected a regular file beside the script, found none");
        }
        try (InputStream stream = Files.newInputStream(file)) {
            byte[] bytes = stream.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw unreadable(name, "expected at most " + MOST_BYTES + " bytes, found more");
            }
            return bytes;
        } catch (IOException failure) {
            throw new ConformanceException(
                    ConformanceException.Code.UNREADABLE, "file '" + name + "' cannot be read", failure);
        }
    }

    private Path resolve(String name) {
        try {
            Path relative = Path.of(name);
            if (relative.isAbsolute() || relative.getNameCount() != 1 || name.equals("..") || name.equals(".")) {
                throw unreadable(name, "expected a plain name, found a path");
            }
            return path.resolve(relative);
        } catch (InvalidPathException invalid) {
            throw unreadable(name, "expected the name of a file, found another text");
        }
    }

    private static ConformanceException unreadable(String name, String why) {
        return new ConformanceException(ConformanceException.Code.UNREADABLE, "file '" + name + "': " + why);
    }
}
