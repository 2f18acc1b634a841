package dev.nacre.engine.runtime;

import dev.nacre.engine.CodeCache;
import dev.nacre.engine.cache.SealedFolder;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps compiled code on disk, or nowhere. Nothing that happens there fails a load. Safe for use by many threads. */
public final class CodeStore {
    /** Keeps nothing. */
    public static final CodeStore NONE = new CodeStore(Optional.empty());

    private static final Logger LOG = LoggerFactory.getLogger(CodeStore.class);

    private final Optional<SealedFolder> folder;

    private CodeStore(Optional<SealedFolder> folder) {
        this.folder = folder;
    }

    /** Opens a cache; one that cannot be used keeps nothing, and the log has the reason. */
    public static CodeStore open(CodeCache cache) {
        return new CodeStore(SealedFolder.open(cache));
    }

    /** Returns whether code can be kept, so that its key is worth computing. */
    boolean isOn() {
        return folder.isPresent();
    }

    /** Returns code that was kept and may be defined. */
    Optional<CompiledCode> find(String key) {
        Optional<CompiledCode> found =
                folder.flatMap(entries -> entries.find(key)).flatMap(CodeEntry::read);
        if (found.isPresent() && !ClassCheck.passesAll(found.get().classes())) {
            LOG.debug("code {} refers to what compiled code has no business with, and is compiled again", key);
            return Optional.empty();
        }
        return found;
    }

    void keep(String key, CompiledCode code) {
        folder.ifPresent(entries -> entries.put(key, CodeEntry.write(code)));
    }
}
