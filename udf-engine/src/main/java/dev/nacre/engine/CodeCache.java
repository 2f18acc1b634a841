package dev.nacre.engine;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;

/**
 * Where an engine keeps compiled code, so that a component that was compiled once starts from disk the next time, in another
 * JVM too.
 *
 * <p>What is kept is executable code. So the folder has to belong to the user that the process runs as, with mode 0700, and
 * every entry is signed with a key that is kept apart; without both, on file systems without POSIX permissions for one, the
 * engine compiles as if there were no cache and says so in the log. What is damaged, foreign, of another version or of another
 * key is compiled again. Several JVMs may share a folder. A failing disk fails no load.
 *
 * {@snippet :
 * CodeCache cache = CodeCache.of(home.resolve("cache/nacre"), home.resolve("nacre.key"));
 * EngineOptions options = new EngineOptions(Limits.sandbox(), host).withCodeCache(cache);
 * }
 *
 * @param folder made when it is not there; nothing else should be in it
 * @param keyFile 32 random bytes, mode 0600, outside the folder; made when it is not there. Its own folder has to be there
 * @param maxBytes how large the entries may get together; those that were not used for longest go first
 */
public record CodeCache(Path folder, Path keyFile, long maxBytes) {
    /** A few dozen large components, or hundreds of small ones. */
    private static final long STANDARD_BYTES = 256L << 20;

    /**
     * Takes the places as they are; whether they are fit for use shows when an engine opens them.
     *
     * @throws EngineException with {@link ErrorCode#BAD_SETTING} for a key file in the folder, or a size that is not positive
     */
    public CodeCache {
        requireNonNull(folder, "folder is null");
        requireNonNull(keyFile, "keyFile is null");
        folder = folder.toAbsolutePath().normalize();
        keyFile = keyFile.toAbsolutePath().normalize();
        if (keyFile.startsWith(folder)) {
            throw new EngineException(
                    ErrorCode.BAD_SETTING,
                    "the code cache's key file: expected a place outside the cache's folder, found one inside of it");
        }
        if (maxBytes <= 0) {
            throw new EngineException(
                    ErrorCode.BAD_SETTING, "the code cache's size: expected at least 1 byte, found " + maxBytes);
        }
    }

    /** Returns a cache of 256 MiB. */
    public static CodeCache of(Path folder, Path keyFile) {
        return new CodeCache(folder, keyFile, STANDARD_BYTES);
    }
}
