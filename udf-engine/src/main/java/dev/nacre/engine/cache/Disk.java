package dev.nacre.engine.cache;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;

/** How bytes get to the disk and back. Tests have others, which fail as disks do. */
interface Disk {
    /** The disk that is there. */
    Disk REAL = new Disk() {};

    /** Returns the first bytes of a file, which is not a link, fewer when it has not as many. */
    default byte[] read(Path file, int length) throws IOException {
        byte[] bytes = new byte[length];
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            int found = in.readNBytes(bytes, 0, length);
            return found == length ? bytes : Arrays.copyOf(bytes, found);
        }
    }

    /** Writes all bytes of a file. */
    default void write(Path file, byte[] bytes) throws IOException {
        Files.write(file, bytes);
    }
}
