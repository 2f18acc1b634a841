package dev.nacre.bench.evil;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The folder of an attacked process, with the files that attacks go for; deleted in the end. */
final class Battlefield implements AutoCloseable {
    private final Path folder;

    private Battlefield(Path folder) {
        this.folder = folder;
    }

    static Battlefield make() throws IOException {
        Battlefield made =
                new Battlefield(Files.createTempDirectory("nacre-evil").toRealPath());
        made.furnish();
        return made;
    }

    Path folder() {
        return folder;
    }

    /** Empties it, and puts there what attacks go for. */
    void furnish() throws IOException {
        clear();
        Files.createDirectories(folder);
        Path canary = folder.resolve("canary.txt");
        Files.writeString(canary, Secrets.IN_FILE);
        try {
            Files.createSymbolicLink(folder.resolve("link.wasm"), canary);
            new ProcessBuilder("mkfifo", folder.resolve("pipe.wasm").toString())
                    .redirectErrorStream(true)
                    .start()
                    .waitFor();
        } catch (IOException | UnsupportedOperationException missing) {
            // a system without links or pipes: what names them finds nothing, which is refused as well
        } catch (InterruptedException unasked) {
            throw new IllegalStateException("nobody interrupts this thread", unasked);
        }
    }

    private void clear() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : files) {
            Files.deleteIfExists(file);
        }
    }

    @Override
    public void close() throws IOException {
        clear();
    }
}
