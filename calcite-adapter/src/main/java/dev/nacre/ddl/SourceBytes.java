package dev.nacre.ddl;

import dev.nacre.adapter.SqlLayerErrorCode;
import dev.nacre.adapter.SqlLayerException;
import dev.nacre.h2.catalog.Administration;
import dev.nacre.sql.ddl.ComponentSource;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the bytes of a component from where a statement says they are. */
final class SourceBytes {
    private static final String FILE = "file:";
    private static final String CLASSPATH = "classpath:";

    private final Connection connection;
    private final List<byte @Nullable []> parameters;
    private final Bound bound;

    SourceBytes(Connection connection, List<byte @Nullable []> parameters, long maximumBytes) {
        this.connection = connection;
        this.parameters = parameters;
        this.bound = new Bound(maximumBytes);
    }

    /**
     * Returns the bytes.
     *
     * @throws SqlLayerException 42501 for a file or a resource that the user may not name
     */
    byte[] read(ComponentSource source) throws SQLException {
        if (source instanceof ComponentSource.Bytes literal) {
            return literal.content();
        }
        if (source instanceof ComponentSource.Parameter parameter) {
            return parameter(parameter.index());
        }
        return located((ComponentSource.Location) source);
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

    private byte[] located(ComponentSource.Location source) throws SQLException {
        String location = source.location().value();
        if (location.startsWith(FILE)) {
            return new FileSource(source, FilePolicy.of(connection)).read(location.substring(FILE.length()), bound);
        }
        if (location.startsWith(CLASSPATH)) {
            requireAdministrator(source);
            return resource(location, location.substring(CLASSPATH.length()));
        }
        throw unreadable(location, "expected 'file:...' or 'classpath:...'");
    }

    private void requireAdministrator(ComponentSource.Location source) throws SQLException {
        if (!Administration.isAdministrator(connection)) {
            throw Places.refusal(
                    SqlLayerErrorCode.NOT_ALLOWED,
                    source,
                    "component '" + source.location().value()
                            + "': expected a user with ADMIN rights to read a resource, found '"
                            + connection.getMetaData().getUserName() + "'; give the bytes: X'...', BASE64 '...' or ?");
        }
    }

    private byte[] resource(String location, String name) {
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        ClassLoader loader = context == null ? SourceBytes.class.getClassLoader() : context;
        try (InputStream stream = loader.getResourceAsStream(name.startsWith("/") ? name.substring(1) : name)) {
            if (stream == null) {
                throw unreadable(location, "there is no such resource on the class path");
            }
            return bound.read(location, stream);
        } catch (IOException failure) {
            throw unreadable(location, "it could not be read"); // the cause has paths of the host
        }
    }

    static SqlLayerException unreadable(String location, String reason) {
        return new SqlLayerException(SqlLayerErrorCode.FILE_NOT_READABLE, "component '" + location + "': " + reason);
    }

    /**
     * How large a component may be.
     *
     * @param maximum in bytes
     */
    record Bound(long maximum) {
        /** Reads all there is, or one byte more than may be. */
        byte[] read(String location, InputStream stream) throws IOException {
            byte[] bytes = stream.readNBytes((int) Math.min(Integer.MAX_VALUE - 8L, maximum + 1));
            require(location, bytes.length);
            return bytes;
        }

        void require(String location, long size) {
            if (size > maximum) {
                throw new SqlLayerException(
                        SqlLayerErrorCode.COMPONENT_TOO_LARGE,
                        "component '" + location + "': it has more than " + maximum
                                + " bytes, at most so many allowed (setting component_bytes); raise it, or strip the"
                                + " component of debug information");
            }
        }
    }
}
