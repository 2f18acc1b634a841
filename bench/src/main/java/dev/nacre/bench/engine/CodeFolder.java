package dev.nacre.bench.engine;

import dev.nacre.engine.CodeCache;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A code cache in a new folder of its own.
 *
 * @param home has the cache and its key file, and nothing else
 */
record CodeFolder(Path home) {
    /** There is none. */
    static final CodeFolder NONE = new CodeFolder(Path.of(""));

    /** Makes the folder. */
    static CodeFolder make() {
        try {
            return new CodeFolder(Files.createTempDirectory("nacre-bench"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    CodeCache cache() {
        return CodeCache.of(home.resolve("cache"), home.resolve("key"));
    }

    /** Fails when the cache has nothing: then nothing that is said of it would be true. */
    void requireFilled() {
        try (Stream<Path> entries = Files.list(cache().folder())) {
            if (entries.findAny().isEmpty()) {
                throw new IllegalStateException("nothing was kept in '" + cache().folder() + "'");
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    void delete() {
        try (Stream<Path> files = Files.walk(home)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.delete(file);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
