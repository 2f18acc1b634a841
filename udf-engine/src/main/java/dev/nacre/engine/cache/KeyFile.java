package dev.nacre.engine.cache;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.UserPrincipal;
import java.security.SecureRandom;
import java.util.Arrays;

/** The file that has the secret of a {@link Seal}. */
final class KeyFile {
    private static final int LENGTH = 32;

    /** What some file systems leave of a file after a power failure; everybody knows it. */
    private static final byte[] LOST = new byte[LENGTH];

    private final Path path;
    private final UserPrincipal owner;
    private final Disk disk;

    KeyFile(Path path, UserPrincipal owner, Disk disk) {
        this.path = path;
        this.owner = owner;
        this.disk = disk;
    }

    /**
     * Returns the secret, a new one when there is none or it is damaged.
     *
     * @throws UnfitException when others may know it
     */
    byte[] secret() throws IOException, UnfitException {
        if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            create();
        }
        byte[] found = read();
        if (found.length != LENGTH || Arrays.equals(found, LOST)) {
            replace();
            found = read();
        }
        return found;
    }

    private byte[] read() throws IOException, UnfitException {
        String fault = PrivateFiles.faultOfFile(path, owner);
        if (!fault.isEmpty()) {
            throw new UnfitException("its key file '" + path + "' " + fault);
        }
        // one byte more, so that a longer file shows without being read
        return disk.read(path, LENGTH + 1);
    }

    /** Makes the file at once with its content; one of another process that was faster stays. */
    private void create() throws IOException {
        Path made = newSecret();
        try {
            Files.createLink(path, made);
        } catch (FileAlreadyExistsException faster) {
            // its secret is as good
        } finally {
            Files.delete(made);
        }
    }

    private void replace() throws IOException {
        Files.move(newSecret(), path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private Path newSecret() throws IOException {
        byte[] secret = new byte[LENGTH];
        new SecureRandom().nextBytes(secret);
        Path made = Files.createTempFile(path.getParent(), path.getFileName().toString(), null, PrivateFiles.FILE_MODE);
        try {
            disk.write(made, secret);
            return made;
        } catch (IOException full) {
            Files.delete(made);
            throw full;
        }
    }
}
