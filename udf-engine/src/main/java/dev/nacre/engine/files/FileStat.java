package dev.nacre.engine.files;

import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;

/**
 * What is known of a file.
 *
 * @param kind what it is
 * @param size in bytes
 * @param accessed when it was read last, as far as the file system notes it
 * @param modified when it was written last
 * @param key equal for what is the same file
 */
public record FileStat(FileKind kind, long size, Instant accessed, Instant modified, Object key) {
    static FileStat of(BasicFileAttributes attributes) {
        return new FileStat(
                FileKind.of(attributes),
                attributes.size(),
                attributes.lastAccessTime().toInstant(),
                attributes.lastModifiedTime().toInstant(),
                attributes.fileKey());
    }

    FileStat withSize(long bytes) {
        return new FileStat(kind, bytes, accessed, modified, key);
    }
}
