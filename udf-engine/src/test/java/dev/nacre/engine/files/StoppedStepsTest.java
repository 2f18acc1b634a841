package dev.nacre.engine.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nacre.engine.EngineException;
import dev.nacre.engine.ErrorCode;
import dev.nacre.engine.FileGrants;
import dev.nacre.engine.FolderAccess;
import dev.nacre.engine.FolderGrant;
import dev.nacre.engine.sandbox.Meter;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What remains open, and lying about, when a guest is stopped between two steps. */
@EnabledOnOs(OS.LINUX)
class StoppedStepsTest {
    private static final OpenRequest READ = new OpenRequest(true, false, false, false, false, true, false, false);

    private static final OpenRequest APPEND = new OpenRequest(true, false, false, false, false, false, true, false);

    @TempDir
    Path temporary;

    private FileGrants grants(int openFiles) throws IOException {
        Path root = temporary.toRealPath();
        return new FileGrants(
                List.of(new FolderGrant("/data", root, FolderAccess.READ_WRITE)), openFiles, Long.MAX_VALUE);
    }

    @Test
    void leavesNothingOpenWhereverItIsStopped() throws IOException {
        Files.createDirectories(temporary.resolve("a/b"));
        Files.writeString(temporary.resolve("a/b/file"), "text");
        Files.createSymbolicLink(temporary.resolve("a/link"), Path.of("b/../../a/b/file"));
        int stops = 0;
        boolean through = false;
        for (long fuel = 0; !through; fuel += 250) {
            Meter meter = new Meter(Duration.ofDays(1), Optional.empty(), fuel);
            try (GuestFolders folders = new GuestFolders(meter, grants(10))) {
                through = isThrough(folders);
            }
            stops++;
            assertThat(openHere()).as("files open after fuel " + fuel).isEmpty();
        }
        assertThat(stops).isGreaterThan(50);
    }

    private static boolean isThrough(GuestFolders folders) {
        try {
            OpenFolder folder = folders.open().get(0);
            folder.open("a/link", READ).release();
            OpenFolder inner = (OpenFolder) folder.open("a/../a/b", READ);
            inner.list().next();
            inner.sync();
            OpenFile file = (OpenFile) inner.open("file", APPEND);
            file.append(new byte[1]);
            file.release();
            FolderChanges.rename(folder, "a/b/file", inner, "file");
            return true;
        } catch (EngineException stopped) {
            assertThat(stopped.code()).isEqualTo(ErrorCode.OUT_OF_FUEL);
        } catch (FileFailure failure) {
            throw new AssertionError(failure);
        }
        return false;
    }

    @Test
    void leavesNoPassingNamesWhereverItIsStopped() throws IOException {
        int stops = 0;
        boolean through = false;
        for (long fuel = 0; !through; fuel += 250) {
            Files.createDirectories(temporary.resolve("a/b"));
            Meter meter = new Meter(Duration.ofDays(1), Optional.empty(), fuel);
            try (GuestFolders folders = new GuestFolders(meter, grants(10))) {
                through = isMade(folders);
            }
            stops++;
            assertThat(namesIn(temporary)).as("names after fuel " + fuel).containsExactly("a");
            assertThat(namesIn(temporary.resolve("a"))).isSubsetOf("b", "made", "link");
            Files.deleteIfExists(temporary.resolve("a/link"));
            Files.deleteIfExists(temporary.resolve("a/made"));
        }
        assertThat(stops).isGreaterThan(20);
    }

    private static boolean isMade(GuestFolders folders) {
        try {
            OpenFolder folder = folders.open().get(0);
            FolderChanges.makeFolder(folder, "a/made");
            FolderChanges.makeLink(folder, "b", "a/link");
            return true;
        } catch (EngineException stopped) {
            assertThat(stopped.code()).isEqualTo(ErrorCode.OUT_OF_FUEL);
        } catch (FileFailure failure) {
            throw new AssertionError(failure);
        }
        return false;
    }

    private static List<String> namesIn(Path folder) throws IOException {
        try (var names = Files.list(folder)) {
            return names.map(name -> name.getFileName().toString()).toList();
        }
    }

    @Test
    void leavesNoPassingNamesWhereTheFolderIsGone() throws IOException, FileFailure {
        Files.createDirectories(temporary.resolve("a"));
        try (GuestFolders folders = new GuestFolders(Meter.unlimited(), grants(10))) {
            OpenFolder inner = (OpenFolder) folders.open().get(0).open("a", READ);
            Files.delete(temporary.resolve("a"));

            assertThat(failure(() -> {
                        FolderChanges.makeFolder(inner, "made");
                        return "made";
                    }))
                    .isEqualTo(FileError.NO_ENTRY);
            assertThat(failure(() -> {
                        FolderChanges.makeLink(inner, "x", "link");
                        return "made";
                    }))
                    .isEqualTo(FileError.NO_ENTRY);
            assertThat(namesIn(temporary)).isEmpty();
        }
    }

    /** Returns what of the test's folder this process has open. */
    private List<Path> openHere() throws IOException {
        Path root = temporary.toRealPath();
        try (var open = Files.list(Path.of("/proc/self/fd"))) {
            return open.flatMap(file -> target(file).stream())
                    .filter(path -> path.startsWith(root))
                    .toList();
        }
    }

    private static Optional<Path> target(Path file) {
        try {
            return Optional.of(Files.readSymbolicLink(file));
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    @Test
    void opensAllGrantedFoldersOrNone() throws IOException, FileFailure {
        Files.createDirectories(temporary.resolve("a"));
        Path root = temporary.toRealPath();
        FileGrants two = new FileGrants(
                List.of(
                        new FolderGrant("/data", root, FolderAccess.READ_WRITE),
                        new FolderGrant("/a", root.resolve("a"), FolderAccess.READ_WRITE)),
                3,
                0);
        try (GuestFolders folders = new GuestFolders(Meter.unlimited(), two)) {
            assertThat(folders.open()).hasSize(2);
            assertThat(failure(folders::open)).isEqualTo(FileError.QUOTA);
            assertThat(folders.openCount()).isEqualTo(2);
        }
        assertThat(openHere()).isEmpty();
    }

    @Test
    void opensNothingButFilesAndFolders() throws IOException, FileFailure {
        Path socket = temporary.resolve("socket");
        try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
                GuestFolders folders = new GuestFolders(Meter.unlimited(), grants(10))) {
            server.bind(UnixDomainSocketAddress.of(socket));
            OpenFolder folder = folders.open().get(0);

            assertThat(folder.stat("socket", true).kind()).isEqualTo(FileKind.OTHER);
            assertThat(failure(() -> folder.open("socket", READ))).isEqualTo(FileError.NOT_PERMITTED);
            assertThat(failure(() -> folder.open("socket/x", READ))).isEqualTo(FileError.NOT_DIRECTORY);
        }
    }

    @Test
    void readsNoLinksInAFolderThatWasMoved() throws IOException, FileFailure {
        Files.createDirectories(temporary.resolve("a"));
        Files.createSymbolicLink(temporary.resolve("a/link"), Path.of("x"));
        try (GuestFolders folders = new GuestFolders(Meter.unlimited(), grants(10))) {
            OpenFolder inner = (OpenFolder) folders.open().get(0).open("a", READ);

            assertThat(inner.readLink("link")).isEqualTo("x");
            Files.move(temporary.resolve("a"), temporary.resolve("b"));
            assertThat(failure(() -> inner.readLink("link"))).isEqualTo(FileError.NO_ENTRY);
            Files.createDirectories(temporary.resolve("a"));
            assertThat(failure(() -> inner.readLink("link"))).isEqualTo(FileError.BUSY);
        }
    }

    private interface Step {
        Object run() throws FileFailure;
    }

    private static FileError failure(Step step) {
        try {
            throw new AssertionError("went well: " + step.run());
        } catch (FileFailure failure) {
            return failure.error();
        }
    }
}
