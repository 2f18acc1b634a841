package dev.nacre.engine.cache;

import dev.nacre.engine.CodeCache;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A place for a folder and its key. */
abstract class SealedFolderFixture {
    static final String KEY = "aa";
    static final byte[] CONTENT = "some code".getBytes(StandardCharsets.US_ASCII);

    static final Disk FULL = new Disk() {
        @Override
        public void write(Path file, byte[] bytes) throws IOException {
            Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
            throw new IOException("No space left on device");
        }
    };

    @TempDir
    Path home;

    CodeCache place;

    @BeforeEach
    void choosePlace() {
        place = CodeCache.of(home.resolve("cache/nacre"), home.resolve("key"));
    }

    SealedFolder open() {
        return SealedFolder.open(place).orElseThrow();
    }

    Path file(String key) {
        return place.folder().resolve(key + ".code");
    }

    void mode(Path path, String permissions) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    }

    List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(place.folder())) {
            return files.toList();
        }
    }

    /** Larger than any array, and with no bytes on the disk. */
    static void makeHuge(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.CREATE)) {
            channel.write(ByteBuffer.allocate(1), 5L << 30);
        }
    }
}
