package dev.nacre.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Gives each test a database that no other test has seen, and closes its connections afterwards.
 *
 * <p>Holds the state of the running test; not for tests that run at the same time.
 *
 * {@snippet :
 * @RegisterExtension
 * final FreshDatabase database = FreshDatabase.inMemory("jdbc:nacre:h2:");
 *
 * @Test
 * void answers() throws SQLException {
 *     assertThat(Rows.single(database.connect(), "VALUES 1")).isEqualTo(1);
 * }
 * }
 */
public final class FreshDatabase implements BeforeEachCallback, AfterEachCallback {

    private final String urlPrefix;
    private final boolean inFile;
    private final String settings;
    private final boolean strict;

    private final List<Opened> opened = new CopyOnWriteArrayList<>();
    private @Nullable Path folder;
    private String url = "";

    private FreshDatabase(String urlPrefix, boolean inFile, String settings, boolean strict) {
        this.urlPrefix = urlPrefix;
        this.inFile = inFile;
        this.settings = settings;
        this.strict = strict;
    }

    /**
     * Returns an extension whose databases live in memory, until their last connection is closed.
     *
     * @param urlPrefix the JDBC URL up to what names the database, such as {@code jdbc:h2:}
     */
    public static FreshDatabase inMemory(String urlPrefix) {
        return new FreshDatabase(urlPrefix, false, "", false);
    }

    /**
     * Returns an extension whose databases live in a file of a temporary folder, until the test ends.
     *
     * @param urlPrefix the JDBC URL up to what names the database, such as {@code jdbc:h2:}
     */
    public static FreshDatabase inFile(String urlPrefix) {
        return new FreshDatabase(urlPrefix, true, "", false);
    }

    /** Returns this extension with more settings in the URL, such as {@code DB_CLOSE_DELAY=-1;MODE=PostgreSQL}. */
    public FreshDatabase withSettings(String more) {
        return new FreshDatabase(urlPrefix, inFile, settings + ";" + more, strict);
    }

    /** Returns this extension so that it fails tests that leave connections open. */
    public FreshDatabase failingOnOpenConnections() {
        return new FreshDatabase(urlPrefix, inFile, settings, true);
    }

    @Override
    public void beforeEach(ExtensionContext context) throws IOException {
        String name = "nacre_" + UUID.randomUUID().toString().replace('-', '_');
        if (inFile) {
            folder = Files.createTempDirectory(name);
            url = urlPrefix + "file:" + folder.toString().replace('\\', '/') + "/database" + settings;
        } else {
            url = urlPrefix + "mem:" + name + settings;
        }
    }

    @Override
    public void afterEach(ExtensionContext context) throws IOException {
        AssertionError failure = new AssertionError("the test left connections open, or they could not be closed");
        opened.forEach(connection -> connection.close(strict, failure));
        opened.clear();
        if (folder != null) {
            delete(folder);
        }
        if (failure.getSuppressed().length > 0) {
            throw failure;
        }
    }

    /** Returns the JDBC URL of the running test's database. */
    public String url() {
        if (url.isEmpty()) {
            throw new IllegalStateException("no test is running: register the extension with @RegisterExtension");
        }
        return url;
    }

    /**
     * Opens a connection as the standard user.
     *
     * @throws SQLException when the driver refuses
     */
    public Connection connect() throws SQLException {
        return connect(new Properties());
    }

    /**
     * Opens a connection as a user.
     *
     * @throws SQLException when the driver refuses
     */
    public Connection connect(String user, String password) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        return connect(properties);
    }

    /**
     * Opens a connection with properties.
     *
     * @throws SQLException when the driver refuses
     */
    public Connection connect(Properties properties) throws SQLException {
        Connection connection = DriverManager.getConnection(url(), properties);
        opened.add(new Opened(connection, new OpenedHere()));
        return connection;
    }

    private static void delete(Path root) throws IOException {
        try (Stream<Path> paths = Files.walk(root)) {
            paths.sorted(Comparator.reverseOrder()).forEach(FreshDatabase::deleteOne);
        }
    }

    private static void deleteOne(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private record Opened(Connection connection, OpenedHere place) {
        /** Closes the connection; what is wrong with it is added to the failure. */
        void close(boolean strict, AssertionError failure) {
            try {
                if (strict && !connection.isClosed()) {
                    failure.addSuppressed(place);
                }
                connection.close();
            } catch (SQLException notClosed) {
                failure.addSuppressed(notClosed);
            }
        }
    }

    /** Not a failure of its own: its stack trace shows where the test opened a connection. */
    private static final class OpenedHere extends Exception {
        private static final long serialVersionUID = 1;

        OpenedHere() {
            super("a connection was opened here");
        }
    }
}
