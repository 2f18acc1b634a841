package dev.nacre.engine.host;

import dev.nacre.engine.files.FileStat;
import dev.nacre.engine.files.OpenEntry;
import dev.nacre.engine.files.OpenFile;
import dev.nacre.engine.files.OpenRequest;
import dev.nacre.engine.wit.VariantValue;
import java.nio.charset.StandardCharsets;
import java.nio.file.attribute.FileTime;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is said about files, from WASI's types to the host's and back. */
final class FileValues {
    /** The JDK does not say how many names a file has. */
    private static final long LINK_COUNT = 1;

    /** Keeps guests from trying which device and which number on it give a hash. */
    private static final UUID SECRET = UUID.randomUUID();

    private FileValues() {}

    /** Returns a {@code descriptor-stat}. */
    static Object stat(FileStat stat) {
        return List.of(
                stat.kind().type(),
                LINK_COUNT,
                stat.size(),
                Optional.of(Clocks.datetime(stat.accessed())),
                Optional.of(Clocks.datetime(stat.modified())),
                Optional.empty());
    }

    /**
     * Returns a {@code metadata-hash-value}: the same for what is the same file in this JVM, whatever is in it, because C
     * takes it for the file's number; and nothing to learn of the host's.
     */
    static Object hash(FileStat stat) {
        byte[] key = (SECRET + String.valueOf(stat.key())).getBytes(StandardCharsets.UTF_8);
        UUID digest = UUID.nameUUIDFromBytes(key);
        return List.of(digest.getLeastSignificantBits(), digest.getMostSignificantBits());
    }

    /** Returns {@code descriptor-flags}. */
    static Object flags(OpenEntry entry) {
        if (entry instanceof OpenFile file) {
            return file.readable() && file.writable()
                    ? Set.of("read", "write")
                    : Set.of(file.writable() ? "write" : "read");
        }
        return entry.writable() ? Set.of("read", "mutate-directory") : Set.of("read");
    }

    static boolean follows(@Nullable Object pathFlags) {
        return has(pathFlags, "symlink-follow");
    }

    /** Returns what {@code open-at} is asked for. */
    static OpenRequest request(@Nullable Object pathFlags, @Nullable Object openFlags, @Nullable Object flags) {
        return new OpenRequest(
                follows(pathFlags),
                has(openFlags, "create"),
                has(openFlags, "exclusive"),
                has(openFlags, "truncate"),
                has(openFlags, "directory"),
                has(flags, "read"),
                has(flags, "write"),
                has(flags, "file-integrity-sync") || has(flags, "data-integrity-sync"));
    }

    private static boolean has(@Nullable Object flags, String flag) {
        return flags instanceof Set<?> set && set.contains(flag);
    }

    /** Returns what a {@code new-timestamp} says, null for no change. A time beyond the calendar is its last moment. */
    static @Nullable FileTime time(HostCall call, @Nullable Object timestamp) {
        if (!(timestamp instanceof VariantValue value) || value.name().equals("no-change")) {
            return null;
        }
        return FileTime.from(
                value.payload() instanceof List<?> datetime
                        ? instant(datetime)
                        : call.grants().clocks().wall().instant());
    }

    private static Instant instant(List<?> datetime) {
        long seconds = (Long) datetime.get(0);
        try {
            return seconds < 0 ? Instant.MAX : Instant.ofEpochSecond(seconds, (Long) datetime.get(1));
        } catch (DateTimeException | ArithmeticException beyond) {
            return Instant.MAX;
        }
    }

    /** Returns a {@code tuple<list<u8>, bool>}: what was read, and whether that was the end. */
    static Object read(byte[] bytes, long wanted) {
        return List.of(bytes, bytes.length == 0 && wanted != 0);
    }
}
