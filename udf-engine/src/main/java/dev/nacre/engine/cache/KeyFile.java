package dev.nacre.engine.cache;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.UserPrincipal;
import java.security.SecureRandom;

/** The file that has the secret of a {@link Seal}. */
final class KeyFile {
    private static final int LENGTH = 32;

    private final Path path;
    private final UserPrincipal owner;

    KeyFile(Path path, UserPrincipal owner) {
        this.path = path;
        this.owner = owner;
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
        if (found.length != LENGTH) {
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
        return Files.readAllBytes(path);
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
        return Files.write(made, secret);
    }
}
