package dev.nacre.h2.catalog;

import dev.nacre.engine.CodeCache;
import dev.nacre.engine.EngineException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether and where the JVM keeps compiled code: system properties of whoever starts it. No SQL, no URL and no database sets
 * them, since what is kept is executable.
 */
final class CodeCacheSettings {
    /** Names the folder, and so turns the cache on. */
    static final String FOLDER = "nacre.code_cache";

    /** Names the key file; otherwise it lies beside the folder, with {@code .key} behind its name. */
    static final String KEY_FILE = "nacre.code_cache.key_file";

    /** Bounds the folder's size: bytes, or a number with KiB, MiB or GiB. */
    static final String SIZE = "nacre.code_cache.size";

    private static final Logger LOG = LoggerFactory.getLogger(CodeCacheSettings.class);
    private static final Pattern SIZES = Pattern.compile("(\\d{1,9}) ?([KMG])IB|(\\d{1,18})");

    private CodeCacheSettings() {}

    /** Returns the cache of this JVM. Nonsense in the settings turns it off and is said in the log; it fails no statement. */
    static Optional<CodeCache> read() {
        return read(CodeCacheSettings::property);
    }

    private static String property(String name) {
        return System.getProperty(name, "");
    }

    /** @param properties gives the text of each, empty when it is not set */
    static Optional<CodeCache> read(UnaryOperator<String> properties) {
        String folder = properties.apply(FOLDER).strip();
        if (folder.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(cache(Path.of(folder).toAbsolutePath().normalize(), properties));
        } catch (EngineException | IllegalArgumentException wrong) {
            LOG.warn("the code cache is off: {}", wrong.getMessage());
            return Optional.empty();
        }
    }

    private static CodeCache cache(Path folder, UnaryOperator<String> properties) {
        String key = properties.apply(KEY_FILE).strip();
        Path keyFile = key.isEmpty() ? beside(folder) : Path.of(key);
        String size = properties.apply(SIZE).strip();
        CodeCache standard = CodeCache.of(folder, keyFile);
        return size.isEmpty() ? standard : new CodeCache(folder, keyFile, bytes(size));
    }

    private static Path beside(Path folder) {
        @Nullable Path name = folder.getFileName();
        if (name == null) {
            throw new IllegalArgumentException(
                    "property " + FOLDER + ": expected a folder of its own, found '" + folder + "'");
        }
        return folder.resolveSibling(name + ".key");
    }

    private static long bytes(String size) {
        Matcher parts = SIZES.matcher(size.toUpperCase(Locale.ROOT));
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    "property " + SIZE + ": expected a size such as '256 MiB', found '" + size + "'");
        }
        if (parts.group(3) != null) {
            return Long.parseLong(parts.group(3));
        }
        return Long.parseLong(parts.group(1)) << (10 * ("KMG".indexOf(parts.group(2)) + 1));
    }
}
