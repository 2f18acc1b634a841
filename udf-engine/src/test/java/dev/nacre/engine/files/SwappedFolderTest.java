package dev.nacre.engine.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nacre.engine.FileGrants;
import dev.nacre.engine.FolderAccess;
import dev.nacre.engine.FolderGrant;
import dev.nacre.engine.sandbox.Meter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A folder on the way is swapped for a link that leads out, again and again, while a guest's calls are under way. */
@EnabledOnOs(OS.LINUX)
@Timeout(120)
class SwappedFolderTest {
    private static final int ROUNDS = Boolean.getBoolean("nacre.soak") ? 200_000 : 5_000;
    private static final OpenRequest READ = new OpenRequest(true, false, false, false, false, true, false, false);
    private static final OpenRequest CREATE = new OpenRequest(true, true, false, true, false, false, true, false);

    @TempDir
    Path temporary;

    private Path outside = Path.of("/");
    private Path way = Path.of("/");
    private GuestFolders folders = new GuestFolders(Meter.unlimited(), grants(List.of()));
    private long succeeded;

    @BeforeEach
    void makeFolders() throws IOException {
        Path root = temporary.toRealPath();
        outside = Files.createDirectory(root.resolve("outside"));
        Files.writeString(outside.resolve("file"), "outside");
        Files.createSymbolicLink(outside.resolve("link"), Path.of("text-of-outside"));
        way = Files.createDirectories(root.resolve("inside/way"));
        Files.writeString(way.resolve("file"), "inside");
        Files.createSymbolicLink(way.resolve("link"), Path.of("text-of-inside"));
        FolderGrant grant = new FolderGrant("/data", root.resolve("inside"), FolderAccess.READ_WRITE);
        folders = new GuestFolders(Meter.unlimited(), grants(List.of(grant)));
    }

    private static FileGrants grants(List<FolderGrant> folders) {
        return new FileGrants(folders, 10, Long.MAX_VALUE);
    }

    @AfterEach
    void findNothingChangedOutside() throws IOException {
        assertThat(folders.openCount()).as("open files").isEqualTo(1);
        folders.close();
        assertThat(outside.resolve("file")).hasContent("outside");
        try (var names = Files.list(outside)) {
            assertThat(names).containsExactlyInAnyOrder(outside.resolve("file"), outside.resolve("link"));
        }
    }

    /** Something that a guest does; nobody minds if it fails. */
    private interface Try {
        void run(OpenFolder folder) throws FileFailure;
    }

    private void whileSwapping(Try... attempts) throws FileFailure {
        OpenFolder folder = folders.open().get(0);
        try (Swapper swapper = new Swapper(way, outside)) {
            for (int i = 0; i < ROUNDS || swapper.swaps() < 100; i++) {
                attempt(folder, attempts[i % attempts.length]);
            }
        }
        assertThat(succeeded).as("calls that succeeded").isPositive();
    }

    private void attempt(OpenFolder folder, Try attempt) {
        try {
            attempt.run(folder);
            succeeded++;
        } catch (FileFailure failure) {
            assertThat(failure.error())
                    .isIn(
                            FileError.NO_ENTRY,
                            FileError.NOT_PERMITTED,
                            FileError.NOT_DIRECTORY,
                            FileError.LOOP,
                            FileError.BUSY,
                            FileError.INVALID,
                            FileError.EXIST);
        }
    }

    @Test
    void readsNothingOutside() throws FileFailure {
        whileSwapping(folder -> {
            OpenFile file = (OpenFile) folder.open("way/file", READ);
            String text = new String(file.read(0, 100), StandardCharsets.UTF_8);
            file.release();
            assertThat(text).isEqualTo("inside");
        });
    }

    @Test
    void writesNothingOutside() throws FileFailure {
        whileSwapping(folder -> {
            OpenFile file = (OpenFile) folder.open("way/written", CREATE);
            file.write(new byte[] {1}, 0);
            file.release();
        });
    }

    @Test
    void makesNothingOutside() throws FileFailure {
        whileSwapping(
                folder -> FolderChanges.makeFolder(folder, "way/made"),
                folder -> FolderChanges.removeFolder(folder, "way/made"));
    }

    @Test
    void makesNoLinksOutside() throws FileFailure {
        whileSwapping(
                folder -> FolderChanges.makeLink(folder, "file", "way/made"),
                folder -> FolderChanges.removeFile(folder, "way/made"));
    }

    @Test
    void movesNothingOutside() throws FileFailure {
        whileSwapping(
                folder -> FolderChanges.rename(folder, "way/file", folder, "way/other"),
                folder -> FolderChanges.rename(folder, "way/other", folder, "way/file"));
    }

    @Test
    void readsNoLinksOutside() throws FileFailure {
        whileSwapping(folder -> assertThat(folder.readLink("way/link")).isEqualTo("text-of-inside"));
    }
}
