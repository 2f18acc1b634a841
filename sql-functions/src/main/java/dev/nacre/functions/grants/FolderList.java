package dev.nacre.functions.grants;

import dev.nacre.functions.FunctionErrorCode;
import dev.nacre.functions.FunctionException;
import java.io.File;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Folders of the host, as whoever started the JVM lists them.
 *
 * @param folders absolute paths, as they were written
 */
public record FolderList(List<Path> folders) {
    public FolderList {
        folders = List.copyOf(folders);
    }

    /**
     * Reads a property of the JVM, a list as a class path is one; empty when it is not set.
     *
     * @throws FunctionException for what is no absolute path
     */
    public static FolderList ofProperty(String property) {
        List<Path> folders = new ArrayList<>();
        for (String folder : System.getProperty(property, "").split(File.pathSeparator)) {
            if (!folder.isBlank()) {
                folders.add(absolute(property, folder));
            }
        }
        return new FolderList(folders);
    }

    private static Path absolute(String property, String folder) {
        try {
            Path path = Path.of(folder).normalize();
            if (path.isAbsolute()) {
                return path;
            }
        } catch (InvalidPathException none) {
            // as any other that is no absolute path
        }
        throw new FunctionException(
                FunctionErrorCode.BAD_SETTING,
                "property " + property + ": expected absolute paths of folders with '" + File.pathSeparator
                        + "' between them, found another; start the JVM with another value");
    }

    /** Returns whether a path, as it is written, could be in one of the folders; nothing is looked up for that. */
    public boolean mayContain(Path written) {
        Path path = written.toAbsolutePath().normalize();
        return folders.stream()
                .flatMap(folder -> Stream.concat(Stream.of(folder), real(folder)))
                .anyMatch(path::startsWith);
    }

    /** Returns whether a real path is in one of the folders as they are now, or is one of them. */
    public boolean contains(Path real) {
        return folders.stream().flatMap(FolderList::real).anyMatch(real::startsWith);
    }

    private static Stream<Path> real(Path folder) {
        try {
            return Stream.of(folder.toRealPath());
        } catch (IOException | SecurityException none) {
            return Stream.empty(); // a folder that is not there holds nothing
        }
    }
}
