package dev.nacre.ddl;

import dev.nacre.adapter.SqlLayerErrorCode;
import dev.nacre.adapter.SqlLayerException;
import dev.nacre.sql.ddl.ComponentSource;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * A file that a statement names: a regular one, in a folder that the policy allows when all links are followed, and never more
 * of it than a component may have, whatever it becomes while it is read.
 */
final class FileSource {
    private final ComponentSource.Location source;
    private final String location;
    private final FilePolicy policy;

    FileSource(ComponentSource.Location source, FilePolicy policy) {
        this.source = source;
        this.location = source.location().value();
        this.policy = policy;
    }

    /** @param name what stands behind the scheme */
    byte[] read(String name, SourceBytes.Bound bound) {
        try {
            return read(name.startsWith("//") ? Path.of(URI.create(location)) : Path.of(name), bound);
        } catch (IllegalArgumentException unusable) {
            throw unreadable("expected a path or a file URL");
        }
    }

    private byte[] read(Path written, SourceBytes.Bound bound) {
        try {
            if (!policy.mayBe(written)) {
                throw refusal();
            }
            return found(written.toRealPath(), bound);
        } catch (NoSuchFileException none) {
            if (!policy.mayTell(written)) {
                throw refusal();
            }
            throw unreadable(
                    "there is no such file; write its path from the folder that the JVM was started in, or from the"
                            + " root");
        } catch (IOException | SecurityException failure) {
            throw unreadable("it could not be read; check its rights"); // the cause has paths of the host
        }
    }

    private byte[] found(Path real, SourceBytes.Bound bound) throws IOException {
        if (!policy.allows(real)) {
            throw refusal();
        }
        BasicFileAttributes found = Files.readAttributes(real, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (!found.isRegularFile()) {
            throw unreadable("expected a regular file, found something else");
        }
        bound.require(location, found.size());
        try (InputStream stream = Files.newInputStream(real, LinkOption.NOFOLLOW_LINKS)) {
            return bound.read(location, stream);
        }
    }

    private SqlLayerException refusal() {
        return Places.refusal(
                SqlLayerErrorCode.NOT_ALLOWED,
                source,
                "component '" + location + "': " + policy.expected()
                        + ", found another; give the bytes: X'...', BASE64 '...' or ?");
    }

    private SqlLayerException unreadable(String reason) {
        return SourceBytes.unreadable(location, reason);
    }
}
