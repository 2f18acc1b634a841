package dev.nacre.engine.cache;

import dev.nacre.engine.CodeCache;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.UserPrincipal;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A folder of signed entries. Safe for use by many threads and processes: an entry appears whole or not at all.
 *
 * <p>A file is named by its entry's key, and has a signature of 32 bytes and then the entry's bytes. The time of its last
 * change is that of its last use.
 */
public final class SealedFolder {
    static final String SUFFIX = ".code";

    /** More than the classes of the largest component that SQL admits; the rest of a longer file is none of ours. */
    private static final long MOST_BYTES = 64 << 20;

    private static final Logger LOG = LoggerFactory.getLogger(SealedFolder.class);

    private final CodeCache place;
    private final Seal seal;
    private final Disk disk;

    private SealedFolder(CodeCache place, Seal seal, Disk disk) {
        this.place = place;
        this.seal = seal;
        this.disk = disk;
    }

    /** Opens a folder, or makes it. Returns nothing, and says why in the log, when it is not fit for code. */
    public static Optional<SealedFolder> open(CodeCache place) {
        return open(place, Disk.REAL);
    }

    static Optional<SealedFolder> open(CodeCache place, Disk disk) {
        try {
            UserPrincipal owner = PrivateFiles.processOwner();
            create(place.folder());
            PrivateFiles.requireSafeWay(place.folder());
            PrivateFiles.requireSafeWay(place.keyFile());
            String fault = PrivateFiles.faultOfFolder(place.folder(), owner);
            if (!fault.isEmpty()) {
                throw new UnfitException("its folder '" + place.folder() + "' " + fault);
            }
            PrivateFiles.requireApart(place.folder(), place.keyFile());
            Seal seal = new Seal(new KeyFile(place.keyFile(), owner, disk).secret());
            return Optional.of(new SealedFolder(place, seal, disk));
        } catch (UnfitException unfit) {
            LOG.warn("the code cache is off: {}", unfit.getMessage());
        } catch (IOException | UnsupportedOperationException | SecurityException failure) {
            LOG.warn("the code cache is off: {}", failure.toString());
        }
        return Optional.empty();
    }

    private static void create(Path folder) throws IOException {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            Files.createDirectories(folder, PrivateFiles.FOLDER_MODE);
        }
    }

    /**
     * Returns an entry as it was put.
     *
     * @param key 64 hexadecimal digits
     */
    public Optional<byte[]> find(String key) {
        Path file = file(key);
        try {
            BasicFileAttributes facts =
                    Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            if (!facts.isRegularFile() || facts.size() > mostBytes()) {
                return damaged(key);
            }
            byte[] found = disk.read(file, (int) facts.size());
            if (found.length < Seal.LENGTH || !seal.fits(Arrays.copyOf(found, Seal.LENGTH), key, found, Seal.LENGTH)) {
                return damaged(key);
            }
            touch(file);
            return Optional.of(Arrays.copyOfRange(found, Seal.LENGTH, found.length));
        } catch (NoSuchFileException absent) {
            return Optional.empty();
        } catch (IOException | SecurityException failure) {
            LOG.debug("code {} cannot be read, and is compiled again: {}", key, failure.toString());
            return Optional.empty();
        }
    }

    private static Optional<byte[]> damaged(String key) {
        LOG.debug("code {} is damaged or was not written by this user, and is compiled again", key);
        return Optional.empty();
    }

    private static void touch(Path file) {
        try {
            Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
        } catch (IOException | SecurityException readOnly) {
            LOG.debug("the use of code is not noted: {}", readOnly.toString());
        }
    }

    /**
     * Keeps an entry, if that is possible.
     *
     * @param key 64 hexadecimal digits
     */
    public void put(String key, byte[] content) {
        if (content.length > mostBytes() - Seal.LENGTH) {
            return;
        }
        byte[] signed = Arrays.copyOf(seal.sign(key, content, 0), Seal.LENGTH + content.length);
        System.arraycopy(content, 0, signed, Seal.LENGTH, content.length);
        try {
            write(file(key), signed);
            new Eviction(place.folder(), place.maxBytes()).run();
        } catch (IOException | SecurityException failure) {
            LOG.debug("code {} is not kept: {}", key, failure.toString());
        }
    }

    /** Bounds what is read before anything is known about it. */
    private long mostBytes() {
        return Math.min(place.maxBytes(), MOST_BYTES);
    }

    private void write(Path file, byte[] bytes) throws IOException {
        Path made = Files.createTempFile(place.folder(), "new", Eviction.UNFINISHED, PrivateFiles.FILE_MODE);
        try {
            disk.write(made, bytes);
            Files.move(made, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(made);
        }
    }

    private Path file(String key) {
        return place.folder().resolve(key + SUFFIX);
    }
}
