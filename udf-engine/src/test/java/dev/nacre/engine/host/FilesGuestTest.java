package dev.nacre.engine.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nacre.engine.EngineException;
import dev.nacre.engine.ErrorCode;
import dev.nacre.engine.FileGrants;
import dev.nacre.engine.FolderAccess;
import dev.nacre.engine.FolderGrant;
import dev.nacre.engine.Grants;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What a real guest can do in a folder that it was granted. */
@EnabledOnOs(OS.LINUX)
class FilesGuestTest {
    @TempDir
    Path temporary;

    private final List<FilesGuest> guests = new ArrayList<>();
    private Path folder = Path.of("/");

    @BeforeEach
    void makeFolder() throws IOException {
        folder = temporary.toRealPath();
        Files.writeString(folder.resolve("a.txt"), "one\ntwo\nthree\n");
        Files.createDirectories(folder.resolve("sub/deep"));
    }

    @AfterEach
    void closeGuests() {
        guests.forEach(FilesGuest::close);
    }

    private FilesGuest guest(FolderAccess access) {
        return guest(Grants.none().withFolder(new FolderGrant("/data", folder, access)));
    }

    private FilesGuest guest(Grants grants) {
        FilesGuest guest = new FilesGuest(grants);
        guests.add(guest);
        return guest;
    }

    @Test
    void readsAndWritesByTheStandardLibrary() throws IOException {
        FilesGuest guest = guest(FolderAccess.READ_WRITE);

        assertThat(guest.answer("standard#read-text", "/data/a.txt")).isEqualTo("one\ntwo\nthree\n");
        assertThat(guest.answer("standard#second-line", "/data/a.txt")).isEqualTo("two");
        assertThat(guest.answer("standard#write-text", "/data/b.txt", "text")).isEqualTo("done");
        assertThat(guest.answer("standard#append-text", "/data/b.txt", " and more"))
                .isEqualTo("done");
        assertThat(folder.resolve("b.txt")).hasContent("text and more");
        assertThat(guest.answer("standard#resize", "/data/b.txt", 4L)).isEqualTo("done");
        assertThat(guest.answer("standard#facts", "/data/b.txt")).isEqualTo(List.of("file", 4L));
        assertThat(guest.answer("standard#copy", "/data/b.txt", "/data/sub/c.txt"))
                .isEqualTo(4L);
        assertThat(folder.resolve("sub/c.txt")).hasContent("text");
        assertThat((String) guest.answer("standard#read-text", "/data/none")).startsWith("!No such file");
    }

    @Test
    void workOnFoldersByTheStandardLibrary() {
        FilesGuest guest = guest(FolderAccess.READ_WRITE);

        assertThat(guest.answer("standard#names", "/data")).isEqualTo(List.of("a.txt", "sub/"));
        assertThat(guest.answer("standard#make-folders", "/data/x/y/z")).isEqualTo("done");
        assertThat(folder.resolve("x/y/z")).isDirectory();
        assertThat(guest.answer("standard#rename", "/data/x/y", "/data/sub/why"))
                .isEqualTo("done");
        assertThat(folder.resolve("sub/why/z")).isDirectory();
        assertThat(guest.answer("standard#remove", "/data/a.txt")).isEqualTo("done");
        assertThat(guest.answer("standard#remove-tree", "/data/sub")).isEqualTo("done");
        assertThat(guest.answer("standard#names", "/data")).isEqualTo(List.of("x/"));
        assertThat(guest.answer("standard#names", "/data/x")).isEqualTo(List.of());
        assertThat(folder).isDirectoryNotContaining("glob:**.nacre-*");
    }

    @Test
    void opensAsItIsAsked() throws IOException {
        FilesGuest guest = guest(FolderAccess.READ_WRITE);

        assertThat(guest.answer("raw#write", "new", "", "x")).isEqualTo("!no-entry");
        assertThat(guest.answer("raw#write", "new", "cx", "first")).isEqualTo("done");
        assertThat(guest.answer("raw#write", "new", "cx", "x")).isEqualTo("!exist");
        assertThat(guest.answer("raw#write", "new", "c", "SEC")).isEqualTo("done");
        assertThat(folder.resolve("new")).hasContent("SECst");
        assertThat(guest.answer("raw#write", "new", "cts", "3")).isEqualTo("done");
        assertThat(folder.resolve("new")).hasContent("3");
        assertThat(guest.answer("raw#open", "sub", "")).isEqualTo("folder");
        assertThat(guest.answer("raw#open", "sub/", "d")).isEqualTo("folder");
        assertThat(guest.answer("raw#open", ".", "")).isEqualTo("folder");
        assertThat(guest.answer("raw#open", "sub/..", "d")).isEqualTo("folder");
        assertThat(guest.answer("raw#open", "new", "")).isEqualTo("file");
        assertThat(guest.answer("raw#open", "new", "d")).isEqualTo("!not-directory");
        assertThat(guest.answer("raw#open", "new/", "")).isEqualTo("!not-directory");
        assertThat(guest.answer("raw#open", "new/x", "")).isEqualTo("!not-directory");
        assertThat(guest.answer("raw#open", "sub", "t")).isEqualTo("!is-directory");
        assertThat(guest.answer("raw#open", "sub", "cx")).isEqualTo("!exist");
        assertThat(guest.answer("raw#open", ".", "cx")).isEqualTo("!exist");
        assertThat(guest.answer("raw#write", "sub", "", "x")).isEqualTo("!is-directory");
        assertThat(guest.answer("raw#write", "other/", "c", "x")).isEqualTo("!invalid");
        assertThat(guest.answer("raw#read-in", "sub", "../a.txt")).isEqualTo("!not-permitted");
    }

    @Test
    void makesAndRemovesWithTheErrorsOfWasi() throws IOException {
        FilesGuest guest = guest(FolderAccess.READ_WRITE);
        Files.createDirectory(folder.resolve("full"));
        Files.createFile(folder.resolve("full/file"));

        assertThat(guest.answer("raw#make-folder", "sub/made")).isEqualTo("done");
        assertThat(guest.answer("raw#make-folder", "sub/made")).isEqualTo("!exist");
        assertThat(guest.answer("raw#make-folder", "none/made")).isEqualTo("!no-entry");
        assertThat(guest.answer("raw#make-folder", ".")).isEqualTo("!invalid");
        assertThat(guest.answer("raw#remove-folder", "sub/made/")).isEqualTo("done");
        assertThat(guest.answer("raw#remove-folder", "sub/made")).isEqualTo("!no-entry");
        assertThat(guest.answer("raw#remove-folder", "full")).isEqualTo("!not-empty");
        assertThat(guest.answer("raw#remove-folder", "a.txt")).isEqualTo("!not-directory");
        assertThat(guest.answer("raw#remove-folder", ".")).isEqualTo("!invalid");
        assertThat(guest.answer("raw#remove-file", "sub")).isEqualTo("!is-directory");
        assertThat(guest.answer("raw#remove-file", "none")).isEqualTo("!no-entry");
        assertThat(guest.answer("raw#remove-file", "a.txt/")).isEqualTo("!not-directory");
        assertThat(guest.answer("raw#rename", "a.txt", "full")).isEqualTo("!is-directory");
        assertThat(guest.answer("raw#rename", "sub", "full")).isEqualTo("!not-empty");
        assertThat(guest.answer("raw#rename", "sub", "sub/deep/x")).isEqualTo("!invalid");
        assertThat(guest.answer("raw#rename", "none", "x")).isEqualTo("!no-entry");
        assertThat(guest.answer("raw#rename", "a.txt", "x/")).isEqualTo("!not-directory");
        assertThat(guest.answer("raw#rename", "a.txt", "full/file")).isEqualTo("done");
        assertThat(folder.resolve("full/file")).hasContent("one\ntwo\nthree\n");
        assertThat(guest.answer("raw#hard-link", "full/file", "linked")).isEqualTo("!unsupported");
    }

    @Test
    void looksAtFilesAndSetsTheirTimes() {
        FilesGuest guest = guest(FolderAccess.READ_WRITE);

        assertThat(guest.answer("raw#set-times", "a.txt", Optional.of(1_000L))).isEqualTo("done");
        assertThat(guest.answer("raw#stat", "a.txt", true)).isEqualTo(List.of("file", 14L, 1_000L, 1_000L));
        assertThat(guest.answer("raw#set-times", "sub/", Optional.of(2_000L))).isEqualTo("done");
        assertThat(guest.answer("raw#set-times", ".", Optional.of(3_000L))).isEqualTo("done");
        assertThat(folder.toFile().lastModified()).isEqualTo(3_000_000L);
        assertThat(folder.resolve("sub").toFile().lastModified()).isEqualTo(2_000_000L);
        assertThat(guest.answer("raw#set-times-open", "a.txt", Optional.of(4_000L)))
                .isEqualTo("done");
        assertThat(guest.answer("raw#stat", "a.txt", true)).isEqualTo(List.of("file", 14L, 1_000L, 4_000L));
        assertThat(guest.answer("raw#set-times-of-name", "a.txt", Optional.of(5_000L)))
                .isEqualTo("done");
        assertThat(guest.answer("raw#stat", "a.txt", true)).isEqualTo(List.of("file", 14L, 5_000L, 5_000L));
        assertThat(guest.answer("raw#set-times-of-name", "a.txt", Optional.of(-1L)))
                .as("beyond any calendar")
                .isEqualTo("done");
        assertThat(guest.answer("raw#set-times", "a.txt", Optional.empty())).isEqualTo("done");
        assertThat(folder.resolve("a.txt").toFile().lastModified())
                .as("now, by the clock that stands")
                .isZero();
        assertThat(guest.answer("raw#stat", "none", true)).isEqualTo("!no-entry");
        assertThat(guest.answer("raw#stat", "a.txt/", true)).isEqualTo("!not-directory");
    }

    @Test
    void sizesFiles() {
        FilesGuest guest = guest(FolderAccess.READ_WRITE);

        assertThat(guest.answer("raw#set-size", "a.txt", 3L)).isEqualTo("done");
        assertThat(folder.resolve("a.txt")).hasContent("one");
        assertThat(guest.answer("raw#set-size", "a.txt", 5L)).isEqualTo("done");
        assertThat(folder.resolve("a.txt")).hasBinaryContent(new byte[] {'o', 'n', 'e', 0, 0});
        assertThat(guest.answer("raw#set-size", "a.txt", -1L)).isEqualTo("!file-too-large");
        assertThat(guest.answer("raw#set-size", "a.txt", 1L << 40)).isEqualTo("!quota");
    }

    @Test
    void tellsWhatIsTheSame() throws IOException {
        FilesGuest guest = guest(FolderAccess.READ_ONLY);
        Files.writeString(folder.resolve("b.txt"), "one\ntwo\nthree\n");

        assertThat(guest.answer("raw#same", "a.txt", "sub/../a.txt")).isEqualTo(List.of(true, true, true));
        assertThat(guest.answer("raw#same", "a.txt", "b.txt")).isEqualTo(List.of(false, false, false));
        assertThat(guest.answer("raw#same", ".", "sub/..")).isEqualTo(List.of(true, true, true));
    }

    @Test
    void answersEverythingElse() {
        assertThat((List<?>) guest(FolderAccess.READ_WRITE).call("raw#odds", "a.txt"))
                .asString()
                .isEqualTo("[Ok(DescriptorFlags(READ | WRITE)), Ok(DescriptorFlags(READ | MUTATE_DIRECTORY)), "
                        + "Ok(\"folder\"), Ok(()), Ok(()), Ok(()), Ok(()), Ok(14), Ok(\"folder\")]");
        assertThat(guest(FolderAccess.READ_WRITE).call("raw#misuse", "a.txt", "sub"))
                .isEqualTo(List.of(
                        "is-directory",
                        "is-directory",
                        "is-directory",
                        "is-directory",
                        "bad-descriptor",
                        "bad-descriptor",
                        "not-directory",
                        "not-directory",
                        "not-directory",
                        "not-directory",
                        "not-directory",
                        "not-directory"));
    }

    @Test
    void looksAtALinkItself() throws IOException {
        FilesGuest guest = guest(FolderAccess.READ_WRITE);
        Files.createSymbolicLink(folder.resolve("link"), Path.of("a.txt"));

        assertThat(guest.answer("raw#set-times-of-name", "link", Optional.of(1L)))
                .isEqualTo("!not-permitted");
        assertThat(guest.answer("raw#hash", "link")).isNotEqualTo(guest.answer("raw#hash", "a.txt"));
        assertThat(guest.answer("raw#link-counts", "link"))
                .as("it is opened, too")
                .isEqualTo("!loop");
        assertThat(guest.answer("raw#link-counts", "a.txt")).isEqualTo(List.of(1L, 1L));
    }

    @Test
    void givesOneHashToOneFile() throws IOException {
        FilesGuest guest = guest(FolderAccess.READ_WRITE);
        Object hash = guest.answer("raw#hash", "a.txt");

        guest.answer("raw#write", "a.txt", "t", "other text");
        guest.answer("raw#rename", "a.txt", "sub/moved");

        assertThat(guest.answer("raw#hash", "sub/moved")).isEqualTo(hash);
        assertThat(guest(FolderAccess.READ_ONLY).answer("raw#hash", "sub/moved"))
                .isEqualTo(hash);
        Files.writeString(folder.resolve("a.txt"), "one\ntwo\nthree\n");
        assertThat(guest.answer("raw#hash", "a.txt")).isNotEqualTo(hash).isNotEqualTo(guessedHash());
    }

    /** What a guest could compute that knows device and number of a file. */
    private Object guessedHash() throws IOException {
        Object key = Files.readAttributes(folder.resolve("a.txt"), BasicFileAttributes.class)
                .fileKey();
        UUID digest = UUID.nameUUIDFromBytes(String.valueOf(key).getBytes(StandardCharsets.UTF_8));
        return List.of(digest.getLeastSignificantBits(), digest.getMostSignificantBits());
    }

    @Test
    void takesAdviceAndWritesThrough() {
        FilesGuest guest = guest(FolderAccess.READ_WRITE);

        assertThat((List<?>) guest.call("raw#advise", "a.txt")).hasSize(6).allMatch("fine"::equals);
        assertThat((List<?>) guest.call("raw#advise", "sub")).hasSize(6).allMatch("is-directory"::equals);
        assertThat(guest.answer("raw#write-through", "through", "text")).isEqualTo("done");
        assertThat(guest.answer("raw#write", "through", "s", "TE")).isEqualTo("done");
        assertThat(folder.resolve("through")).hasContent("TExt");
    }

    @Test
    void changesNothingInAFolderThatIsGrantedForReading() {
        FilesGuest guest = guest(FolderAccess.READ_ONLY);

        assertThat(guest.answer("raw#read", "a.txt", "")).isEqualTo("one\ntwo\nthree\n");
        assertThat(List.of(
                        guest.answer("raw#write", "a.txt", "", "x"),
                        guest.answer("raw#write", "new", "c", "x"),
                        guest.answer("raw#open", "a.txt", "t"),
                        guest.answer("raw#open", "new", "c"),
                        guest.answer("raw#make-folder", "new"),
                        guest.answer("raw#remove-folder", "sub/deep"),
                        guest.answer("raw#remove-file", "a.txt"),
                        guest.answer("raw#symlink", "a.txt", "new"),
                        guest.answer("raw#rename", "a.txt", "new"),
                        guest.answer("raw#hard-link", "a.txt", "new"),
                        guest.answer("raw#set-times", "a.txt", Optional.of(1L)),
                        guest.answer("raw#set-times-of-name", "a.txt", Optional.of(1L)),
                        guest.answer("raw#set-times", ".", Optional.of(1L))))
                .containsOnly("!read-only");
        assertThat(guest.answer("raw#entries", "."))
                .isEqualTo(List.of(List.of("a.txt", "file"), List.of("sub", "folder")));
        assertThat(folder.resolve("a.txt")).hasContent("one\ntwo\nthree\n");
    }

    @Test
    void keepsGrantedFoldersApart() throws IOException {
        Path other = Files.createDirectory(folder.resolve("sub/other"));
        FilesGuest guest = guest(Grants.none()
                .withFolder(new FolderGrant("/data", folder.resolve("sub"), FolderAccess.READ_WRITE))
                .withFolder(new FolderGrant("/other", other, FolderAccess.READ_ONLY)));
        Files.createFile(folder.resolve("sub/file"));

        assertThat(guest.call("raw#granted")).isEqualTo(List.of("/data", "/other"));
        assertThat(guest.answer("raw#rename-across", "file", "file")).isEqualTo("!read-only");
        assertThat(guest.answer("raw#hard-link-across", "file", "file")).isEqualTo("!read-only");
        assertThat((String) guest.answer("standard#write-text", "/other/x", "x"))
                .startsWith("!Read-only");
    }

    @Test
    void movesBetweenFoldersGrantedForWriting() throws IOException {
        Path other = Files.createDirectory(folder.resolve("other"));
        FilesGuest guest = guest(Grants.none()
                .withFolder(new FolderGrant("/data", folder.resolve("sub"), FolderAccess.READ_WRITE))
                .withFolder(new FolderGrant("/other", other, FolderAccess.READ_WRITE)));
        Files.createFile(folder.resolve("sub/file"));

        assertThat(guest.answer("raw#rename-across", "file", "../file")).isEqualTo("!not-permitted");
        assertThat(guest.answer("raw#rename-across", "../a.txt", "file")).isEqualTo("!not-permitted");
        assertThat(guest.answer("raw#hard-link-across", "file", "../file")).isEqualTo("!not-permitted");
        assertThat(guest.answer("raw#hard-link-across", "../a.txt", "file")).isEqualTo("!not-permitted");
        assertThat(guest.answer("raw#hard-link-across", "file", "there")).isEqualTo("!unsupported");
        assertThat(guest.answer("raw#rename-across", "file", "there")).isEqualTo("done");
        assertThat(other.resolve("there")).exists();
    }

    @Test
    void takesNothingOutOfAFolderGrantedForReading() throws IOException {
        Path other = Files.createDirectory(folder.resolve("other"));
        FilesGuest guest = guest(Grants.none()
                .withFolder(new FolderGrant("/data", folder.resolve("sub"), FolderAccess.READ_ONLY))
                .withFolder(new FolderGrant("/other", other, FolderAccess.READ_WRITE)));
        Files.createFile(folder.resolve("sub/file"));

        assertThat(guest.answer("raw#rename-across", "file", "there")).isEqualTo("!read-only");
        assertThat(guest.answer("raw#hard-link-across", "file", "there"))
                .as("it could be written to by its other name")
                .isEqualTo("!read-only");
        assertThat(other).isEmptyDirectory();
    }

    @Test
    void seesNoFoldersUnlessGranted() {
        assertThat(guest(Grants.none()).call("raw#granted")).isEqualTo(List.of());
    }

    @Test
    void holdsNoMoreOpenThanAllowed() {
        FolderGrant granted = new FolderGrant("/data", folder, FolderAccess.READ_WRITE);
        FilesGuest guest = guest(Grants.none().withFiles(new FileGrants(List.of(granted), 10, 10_000)));

        for (int i = 0; i < 3; i++) {
            assertThat((Long) guest.call("standard#hold-open", "/data/a.txt", 100L))
                    .as("the folder itself is open, and files are given back")
                    .isEqualTo(9);
        }
        assertThat(guest.answer("raw#read", "a.txt", "")).isEqualTo("one\ntwo\nthree\n");
    }

    @Test
    void fillsTheDiskNoMoreThanAllowed() throws IOException {
        FolderGrant granted = new FolderGrant("/data", folder, FolderAccess.READ_WRITE);
        FilesGuest guest = guest(Grants.none().withFiles(new FileGrants(List.of(granted), 10, 10_000)));

        assertThat(guest.answer("raw#write", "one", "c", "x".repeat(4_000))).isEqualTo("done");
        assertThat(guest.answer("raw#write", "one", "", "y".repeat(4_000)))
                .as("in the same place")
                .isEqualTo("done");
        assertThat(guest.answer("raw#write", "one", "", "y".repeat(6_000))).isEqualTo("!quota");
        assertThat(guest.answer("streams#append", "one", "y".repeat(1_000))).isEqualTo("!quota quota");
        assertThat(guest.answer("raw#set-size", "one", 9_000L)).isEqualTo("!quota");
        assertThat(guest.answer("raw#make-folder", "new")).isEqualTo("!quota");
        assertThat(guest.answer("raw#write", "new", "c", "")).isEqualTo("!quota");
        assertThat(Files.size(folder.resolve("one"))).isEqualTo(5_000);
    }

    @Test
    void givesNothingAwayOfAFolderThatIsNotThere() {
        Path missing = folder.resolve("missing");
        FilesGuest guest = guest(Grants.none().withFolder(new FolderGrant("/data", missing, FolderAccess.READ_ONLY)));

        assertThatThrownBy(() -> guest.call("raw#granted"))
                .hasMessageContaining("granted folder '/data': expected a folder, found no-entry; correct the grant")
                .hasMessageNotContaining("missing")
                .hasNoCause()
                .isInstanceOfSatisfying(
                        EngineException.class, error -> assertThat(error.code()).isEqualTo(ErrorCode.BAD_SETTING));
    }

    @Test
    void refusesAFolderBehindALink() throws IOException {
        Files.createSymbolicLink(folder.resolve("link"), folder.resolve("sub"));
        for (String path : List.of("link", "link/deep", "a.txt")) {
            FilesGuest guest = guest(
                    Grants.none().withFolder(new FolderGrant("/data", folder.resolve(path), FolderAccess.READ_ONLY)));

            assertThatThrownBy(() -> guest.call("raw#granted"))
                    .hasMessageContaining(path.equals("a.txt") ? "found not-directory" : "give the real path");
        }
    }
}
