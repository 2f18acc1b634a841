package dev.nacre.conformance.script;

import dev.nacre.conformance.ConformanceException;
import dev.nacre.conformance.ConformanceException.Code;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Finds JSON files. */
public final class ScriptFiles {
    private ScriptFiles() {}

    /**
     * Returns the files among the paths, and the files {@code *.json} in the folders among them, at any depth, each once. Links
     * to folders are not followed.
     *
     * @return in the order of the paths, those of a folder sorted
     * @throws ConformanceException with {@link Code#UNREADABLE} when a path does not exist or a folder cannot be read
     */
    public static List<Path> under(List<Path> paths) {
        Set<Path> files = new LinkedHashSet<>();
        for (Path path : paths) {
            if (Files.isDirectory(path)) {
                files.addAll(inFolder(path));
            } else if (Files.exists(path)) {
                files.add(path);
            } else {
                throw new ConformanceException(
                        Code.UNREADABLE, "'" + path + "': expected a file or a folder, found nothing of that name");
            }
        }
        return List.copyOf(files);
    }

    private static List<Path> inFolder(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(path -> path.toString().endsWith(".json"))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException failure) {
            throw new ConformanceException(Code.UNREADABLE, "folder '" + folder + "' cannot be read", failure);
        }
    }
}
