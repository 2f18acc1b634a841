package dev.nacre.engine.cache;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Makes room in a folder: entries that were not used for longest go, and files that a process left unfinished. */
final class Eviction {
    /** How the names of files end that are being written. */
    static final String UNFINISHED = ".tmp";

    /** Longer than writing an entry takes. */
    private static final Duration ABANDONED = Duration.ofHours(1);

    private final Path folder;
    private final long maxBytes;

    Eviction(Path folder, long maxBytes) {
        this.folder = folder;
        this.maxBytes = maxBytes;
    }

    private record Entry(Path file, long bytes, Instant used) {}

    void run() throws IOException {
        List<Entry> entries = entries();
        entries.sort(Comparator.comparing(Entry::used));
        long bytes = entries.stream().mapToLong(Entry::bytes).sum();
        for (Entry entry : entries) {
            boolean abandoned = entry.file().toString().endsWith(UNFINISHED)
                    && entry.used().isBefore(Instant.now().minus(ABANDONED));
            if (bytes > maxBytes || abandoned) {
                bytes -= delete(entry);
            }
        }
    }

    /** Returns how many bytes that gave; one that stays must not keep the others. */
    private static long delete(Entry entry) {
        try {
            Files.deleteIfExists(entry.file());
            return entry.bytes();
        } catch (IOException stays) {
            return 0;
        }
    }

    private List<Entry> entries() throws IOException {
        List<Entry> entries = new ArrayList<>();
        try (DirectoryStream<Path> files =
                Files.newDirectoryStream(folder, "*{" + SealedFolder.SUFFIX + "," + UNFINISHED + "}")) {
            for (Path file : files) {
                add(file, entries);
            }
        } catch (DirectoryIteratorException failure) {
            throw failure.getCause();
        }
        return entries;
    }

    private static void add(Path file, List<Entry> entries) throws IOException {
        try {
            BasicFileAttributes found =
                    Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            entries.add(new Entry(file, found.size(), found.lastModifiedTime().toInstant()));
        } catch (NoSuchFileException another) {
            // another process was faster
        }
    }
}
