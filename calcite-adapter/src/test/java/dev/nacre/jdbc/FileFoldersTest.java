package dev.nacre.jdbc;

import static dev.nacre.testkit.SqlFailure.assertThatSqlFails;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nacre.h2.catalog.Administration;
import dev.nacre.testkit.Guests;
import dev.nacre.testkit.Rows;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Which files a statement may bring components from. A hang is a file that was read which never ends. */
@Timeout(120)
class FileFoldersTest {
    private static final String PROPERTY = "nacre.file_folders";
    private static final String COPY = "copy.wasm";

    @TempDir
    private static Path folder;

    private Path allowed;

    @BeforeEach
    void fill() throws IOException {
        allowed = Files.createDirectories(folder.resolve("allowed"));
        Path outside = Files.createDirectories(folder.resolve("allowed-not"));
        Files.write(outside.resolve(COPY), Guests.bytes("shapes-rust"));
        Files.write(allowed.resolve(COPY), Guests.bytes("shapes-rust"));
        Files.createDirectories(allowed.resolve("sub"));
        Files.write(allowed.resolve("sub").resolve(COPY), Guests.bytes("shapes-rust"));
        link("inside", allowed.resolve("sub").resolve(COPY));
        link("out", outside.resolve(COPY));
        link("out-folder", outside);
        link("device", Path.of("/dev/zero"));
        link("process", Path.of("/proc/self/environ"));
        link("loop", allowed.resolve("loop"));
        link("gone", allowed.resolve("nothing"));
        try (RandomAccessFile sparse =
                new RandomAccessFile(allowed.resolve("sparse").toFile(), "rw")) {
            sparse.setLength(1L << 40);
        }
        fifo(allowed.resolve("fifo"));
    }

    private void link(String name, Path target) throws IOException {
        Path link = allowed.resolve(name);
        Files.deleteIfExists(link);
        Files.createSymbolicLink(link, target);
    }

    private static void fifo(Path path) throws IOException {
        if (!Files.exists(path)) {
            try {
                assertThat(new ProcessBuilder("mkfifo", path.toString()).start().waitFor())
                        .isZero();
            } catch (InterruptedException stopped) {
                throw new IOException(stopped);
            }
        }
    }

    @AfterEach
    void forget() {
        System.clearProperty(PROPERTY);
        System.clearProperty(Administration.USER);
        System.clearProperty(Administration.PASSWORD);
        System.clearProperty(Administration.SERVERS);
    }

    private static String create(String location) {
        return "CREATE FUNCTION S.G LANGUAGE WASM AS '" + location + "' EXPORT 'scale-long'";
    }

    private static Connection owner(Place.Opened database) throws SQLException {
        Masks.execute(database.first(), "CREATE USER BOSS PASSWORD 'secret' ADMIN");
        Masks.execute(database.first(), "CREATE USER OWNER PASSWORD 'secret'");
        Masks.execute(database.first(), "CREATE SCHEMA S AUTHORIZATION OWNER");
        System.setProperty(Administration.USER, "BOSS");
        System.setProperty(Administration.PASSWORD, "secret");
        System.setProperty(Administration.SERVERS, database.url().replaceAll("/mem:.*", ""));
        return DriverManager.getConnection("jdbc:nacre:h2:" + database.url(), "OWNER", "secret");
    }

    @ParameterizedTest
    @EnumSource(Place.class)
    void areOpenToAllWhoMayCreate(Place place) throws SQLException {
        System.setProperty(PROPERTY, folder.resolve("none") + java.io.File.pathSeparator + allowed);
        try (Place.Opened database = place.open(folder);
                Connection owner = owner(database)) {
            for (String location : List.of(
                    "file:" + allowed.resolve(COPY),
                    "file://" + allowed.resolve(COPY),
                    "file:" + allowed.resolve("sub/../sub/" + COPY),
                    "file:" + allowed.resolve("inside"))) {
                Masks.execute(owner, create(location));
                assertThat(Rows.single(owner, "SELECT S.G(3)")).isEqualTo(7L);
                Masks.execute(owner, "DROP FUNCTION S.G");
            }
        }
    }

    /** In {@code @} for the allowed folder; each with the SQLSTATE. */
    static Stream<List<String>> otherPaths() {
        List<List<String>> paths = new ArrayList<>();
        for (String refused : List.of(
                "/etc/passwd",
                "/etc/shadow",
                "/proc/self/environ",
                "/proc/self/mem",
                "/proc/1/environ",
                "/proc/self/fd/0",
                "/dev/zero",
                "/dev/random",
                "/dev/stdin",
                "/dev/tty",
                "/sys/kernel/notes",
                "/",
                "",
                ".",
                "..",
                "pom.xml",
                "../pom.xml",
                "../../../../../../../../etc/passwd",
                "@/../allowed-not/copy.wasm",
                "@/sub/../../allowed-not/copy.wasm",
                "@/./../allowed-not/./copy.wasm",
                "@-not/copy.wasm",
                "@/../../../../../../../../../etc/passwd",
                "///etc/passwd",
                "@/out",
                "@/gone",
                "@/out-folder/nothing.wasm",
                "@/out-folder/../nothing.wasm",
                "@/out-folder/copy.wasm",
                "@/out-folder/../allowed-not/copy.wasm",
                "@/device",
                "@/process",
                "~/x.wasm",
                "$HOME/x.wasm",
                "/nowhere/at/all")) {
            paths.add(List.of(refused, "42501"));
        }
        for (String unreadable :
                List.of("@", "@/", "@/sub", "@/fifo", "@/loop", "@/nothing", "@/copy.wasm/..", "@/a\0b")) {
            paths.add(List.of(unreadable, "58030"));
        }
        paths.add(List.of("@/sparse", "54000"));
        return paths.stream();
    }

    @ParameterizedTest
    @MethodSource("otherPaths")
    void leaveOutAllOthers(List<String> path) throws SQLException {
        System.setProperty(PROPERTY, allowed.toString());
        try (Connection administrator = DriverManager.getConnection("jdbc:nacre:h2:mem:")) {
            Masks.execute(administrator, "CREATE SCHEMA S");
            String location = "file:" + path.get(0).replace("@", allowed.toString());

            assertThatSqlFails(administrator, create(location))
                    .satisfies(failure -> {
                        assertThat(failure.getSQLState()).isEqualTo(path.get(1));
                        assertThat(failure.getCause() == null
                                        || failure.getCause().getCause() == null)
                                .isTrue();
                    })
                    .leavesUsable(administrator);
        }
    }

    /** Whether there is a file elsewhere nobody is told. */
    @Test
    void tellNothingAboutOthers() throws SQLException {
        System.setProperty(PROPERTY, allowed.toString());
        try (Connection administrator = DriverManager.getConnection("jdbc:nacre:h2:mem:")) {
            Masks.execute(administrator, "CREATE SCHEMA S");
            for (String location : List.of("file:/etc/passwd", "file:/nothing/there")) {
                assertThatSqlFails(administrator, create(location))
                        .hasState("42501")
                        .hasMessageContaining("component '" + location
                                + "': expected a file in one of the folders that the JVM's property nacre.file_folders"
                                + " lists, found another; give the bytes");
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Place.class)
    void areNoneByDefaultButForAdministratorsInThisProcess(Place place) throws SQLException {
        try (Place.Opened database = place.open(folder);
                Connection owner = owner(database)) {
            String create = create("file:" + allowed.resolve(COPY));
            assertThatSqlFails(owner, create).hasState("42501").leavesUsable(owner);
            if (place == Place.SERVER) {
                assertThatSqlFails(database.first(), create)
                        .hasState("42501")
                        .hasMessageContaining(
                                "expected a user with ADMIN rights in a database of this JVM, or folders");
            } else {
                Masks.execute(database.first(), create);
            }
            System.setProperty(PROPERTY, "");
            assertThatSqlFails(database.first(), create("file:" + allowed.resolve(COPY)))
                    .hasState("42501");
        }
    }
}
