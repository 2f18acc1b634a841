package dev.nacre.ddl;

import dev.nacre.adapter.SqlLayerErrorCode;
import dev.nacre.adapter.SqlLayerException;
import dev.nacre.sql.ddl.ComponentSource;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the bytes of a component from where a statement says they are.
 *
 * <p>Only administrators name files, who can read them through H2 as well. Still: regular files only, and never more bytes
 * than a component may have, whatever the file becomes while it is read.
 */
final class SourceBytes {
    private static final String FILE = "file:";
    private static final String CLASSPATH = "classpath:";

    private final List<byte @Nullable []> parameters;
    private final long maximumBytes;

    SourceBytes(List<byte @Nullable []> parameters, long maximumBytes) {
        this.parameters = parameters;
        this.maximumBytes = maximumBytes;
    }

    byte[] read(ComponentSource source) {
        if (source instanceof ComponentSource.Bytes literal) {
            return literal.content();
        }
        if (source instanceof ComponentSource.Parameter parameter) {
            return parameter(parameter.index());
        }
        return located(((ComponentSource.Location) source).location().value());
    }

    private byte[] parameter(int index) {
        byte[] bytes = index < parameters.size() ? parameters.get(index) : null;
        if (bytes == null) {
            throw new SqlLayerException(
                    SqlLayerErrorCode.BAD_DEFINITION,
                    "parameter " + (index + 1)
                            + ": expected the bytes of a component, found NULL; set it with setBytes");
        }
        return bytes;
    }

    private byte[] located(String location) {
        if (location.startsWith(FILE)) {
            return file(location, location.substring(FILE.length()));
        }
        if (location.startsWith(CLASSPATH)) {
            return resource(location, location.substring(CLASSPATH.length()));
        }
        throw unreadable(location, "expected 'file:...' or 'classpath:...'", null);
    }

    private byte[] file(String location, String name) {
        try {
            Path path = name.startsWith("//") ? Path.of(URI.create(location)) : Path.of(name);
            if (!Files.isRegularFile(path)) {
                throw unreadable(
                        location,
                        Files.exists(path)
                                ? "expected a regular file, found something else"
                                : "there is no such file; write its path from the folder that the JVM was started in, or"
                                        + " from the root",
                        null);
            }
            try (InputStream stream = Files.newInputStream(path)) {
                return bounded(location, stream);
            }
        } catch (IllegalArgumentException | SecurityException unusable) {
            throw unreadable(location, "expected a path or a file URL", unusable);
        } catch (IOException failure) {
            throw unreadable(location, "it could not be read; check its rights", failure);
        }
    }

    private byte[] resource(String location, String name) {
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        ClassLoader loader = context == null ? SourceBytes.class.getClassLoader() : context;
        try (InputStream stream = loader.getResourceAsStream(name.startsWith("/") ? name.substring(1) : name)) {
            if (stream == null) {
                throw unreadable(location, "there is no such resource on the class path", null);
            }
            return bounded(location, stream);
        } catch (IOException failure) {
            throw unreadable(location, "it could not be read", failure);
        }
    }

    private byte[] bounded(String location, InputStream stream) throws IOException {
        byte[] bytes = stream.readNBytes((int) Math.min(Integer.MAX_VALUE - 8L, maximumBytes + 1));
        if (bytes.length > maximumBytes) {
            throw new SqlLayerException(
                    SqlLayerErrorCode.COMPONENT_TOO_LARGE,
                    "component '" + location + "': it has more than " + maximumBytes
                            + " bytes, at most so many allowed (setting component_bytes); raise it, or strip the component of"
                            + " debug information");
        }
        return bytes;
    }

    private static SqlLayerException unreadable(String location, String reason, @Nullable Exception cause) {
        String message = "component '" + location + "': " + reason;
        return cause == null
                ? new SqlLayerException(SqlLayerErrorCode.FILE_NOT_READABLE, message)
                : new SqlLayerException(SqlLayerErrorCode.FILE_NOT_READABLE, message, cause);
    }
}
