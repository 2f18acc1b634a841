package dev.nacre.engine.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nacre.engine.FolderAccess;
import dev.nacre.engine.FolderGrant;
import dev.nacre.engine.Grants;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A real guest that tries to get out of its folder: {@code inside}, beside which a secret lies. */
@EnabledOnOs(OS.LINUX)
class ConfinementTest {
    private static final String SECRET = "secret of the host";

    @TempDir
    Path temporary;

    private Path inside = Path.of("/");
    private Path secret = Path.of("/");
    private FilesGuest guest = new FilesGuest(Grants.none());

    @BeforeEach
    void grantFolder() throws IOException {
        inside = Files.createDirectories(temporary.toRealPath().resolve("inside"));
        Files.createDirectories(inside.resolve("sub/deep"));
        Files.writeString(inside.resolve("file"), "inside");
        secret = Files.writeString(inside.resolveSibling("secret"), SECRET);
        guest.close();
        guest = new FilesGuest(Grants.none().withFolder(new FolderGrant("/data", inside, FolderAccess.READ_WRITE)));
    }

    @AfterEach
    void findTheSecretUntouched() throws IOException {
        guest.close();
        assertThat(secret).hasContent(SECRET);
        try (var siblings = Files.list(inside.getParent())) {
            assertThat(siblings).containsExactlyInAnyOrder(inside, secret);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../secret",
                "../inside/file",
                "..",
                "../",
                "./..",
                "sub/../../secret",
                "sub/deep/../../../secret",
                "sub//.././/../secret",
                "/",
                "//",
                "/etc/passwd",
                "/data/file",
                "/proc/self/root",
                "/proc/self/environ"
            })
    void leadsNowhereByPath(String path) {
        assertThat(everythingWith(path)).containsOnly("!not-permitted");
    }

    @Test
    void leadsNowhereByItsOwnAbsolutePath() {
        assertThat(everythingWith(inside.resolve("file").toString())).containsOnly("!not-permitted");
    }

    @ParameterizedTest
    @ValueSource(strings = {"file\0", "\0", "sub/\0/x", "file\0/../../secret"})
    void takesNoNul(String path) {
        assertThat(everythingWith(path)).containsOnly("!invalid");
    }

    @Test
    void takesNoEmptyPathAndNoEndlessOne() {
        assertThat(everythingWith("")).containsOnly("!no-entry");
        assertThat(everythingWith("./".repeat(3_000))).containsOnly("!name-too-long");
        assertThat(everythingWith("x".repeat(300))).containsOnly("!name-too-long");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../secret",
                "../../../../../../etc/passwd",
                "..",
                "sub/../../secret",
                "SELF",
                "/etc/passwd",
                "/proc/self/root/etc/passwd",
                "/proc/self/fd/0"
            })
    void followsNoLinkOut(String target) throws IOException {
        Path to = target.equals("SELF") ? secret : Path.of(target);
        Files.createSymbolicLink(inside.resolve("link"), to);
        Files.createSymbolicLink(inside.resolve("second"), Path.of("sub/../link"));

        for (String path : List.of("link", "second")) {
            assertThat(guest.answer("raw#read", path, "f")).isEqualTo("!not-permitted");
            assertThat(guest.answer("raw#read", path + "/", "")).isEqualTo("!not-permitted");
            assertThat(guest.answer("raw#read", path, "")).isEqualTo("!loop");
            assertThat(guest.answer("raw#write", path, "ftc", "x")).isEqualTo("!not-permitted");
            assertThat(guest.answer("raw#write", path, "ct", "x")).isEqualTo("!loop");
            assertThat(guest.answer("raw#write", path, "fcx", "x")).isEqualTo("!exist");
            assertThat(guest.answer("raw#stat", path, true)).isEqualTo("!not-permitted");
            assertThat(guest.answer("raw#set-times", path, Optional.of(0L))).isEqualTo("!not-permitted");
            assertThat(guest.answer("raw#read", path + "/secret", "")).isEqualTo("!not-permitted");
            assertThat(guest.answer("raw#make-folder", path + "/new")).isEqualTo("!not-permitted");
            assertThat(guest.answer("raw#rename", "file", path + "/file")).isEqualTo("!not-permitted");
            assertThat(guest.answer("raw#rename", path + "/secret", "mine")).isEqualTo("!not-permitted");
            assertThat(guest.answer("raw#remove-file", path + "/secret")).isEqualTo("!not-permitted");
            assertThat(guest.answer("raw#symlink", "file", path + "/new")).isEqualTo("!not-permitted");
            assertThat(guest.answer("raw#hard-link", path + "/secret", "mine")).isEqualTo("!not-permitted");
            assertThat(guest.answer("raw#hard-link", "file", path + "/mine")).isEqualTo("!not-permitted");
            assertThat(guest.answer("raw#hard-link", path, "mine")).isEqualTo("!unsupported");
            assertThat((String) guest.answer("standard#read-text", "/data/" + path))
                    .startsWith("!");
        }
        assertThat(guest.answer("raw#stat", "link", false)).asString().startsWith("[link, ");
        assertThat(guest.answer("raw#read-link", "link")).isEqualTo(to.toString());
        assertThat(guest.answer("raw#remove-file", "link")).isEqualTo("done");
    }

    @Test
    void followsLinksInside() throws IOException {
        Files.createSymbolicLink(inside.resolve("sub/deep/up"), Path.of("../../file"));
        Files.createSymbolicLink(inside.resolve("folder"), Path.of("sub/deep/"));
        Files.createSymbolicLink(inside.resolve("dangling"), Path.of("sub/made"));

        assertThat(guest.answer("raw#read", "folder/up", "f")).isEqualTo("inside");
        assertThat(guest.answer("raw#read", "folder/up", "")).isEqualTo("!loop");
        assertThat(guest.answer("raw#read", "folder/../../file", "")).isEqualTo("inside");
        assertThat(guest.answer("raw#open", "folder/", "")).isEqualTo("folder");
        assertThat(guest.answer("raw#open", "folder", "d")).isEqualTo("!loop");
        assertThat(guest.answer("raw#write", "dangling", "fc", "made")).isEqualTo("done");
        assertThat(inside.resolve("sub/made")).hasContent("made");
        assertThat(guest.answer("raw#read-in", "folder", "up"))
                .as("the link leads out of the folder that is open")
                .isEqualTo("!not-permitted");
    }

    @Test
    void followsLinksInCirclesNotForEver() throws IOException {
        Files.createSymbolicLink(inside.resolve("one"), Path.of("two"));
        Files.createSymbolicLink(inside.resolve("two"), Path.of("one"));
        Files.createSymbolicLink(inside.resolve("here"), Path.of("."));

        assertThat(guest.answer("raw#read", "one", "f")).isEqualTo("!loop");
        assertThat(guest.answer("raw#read", "one/x", "")).isEqualTo("!loop");
        assertThat(guest.answer("raw#read", "here/here/here/file", "")).isEqualTo("inside");
        assertThat(guest.answer("raw#read", "here/".repeat(41) + "file", "")).isEqualTo("!loop");
    }

    @Test
    void makesNoLinksOut() {
        assertThat(List.of(
                        guest.answer("raw#symlink", "../secret", "link"),
                        guest.answer("raw#symlink", "sub/../../secret", "link"),
                        guest.answer("raw#symlink", "../../secret", "sub/link"),
                        guest.answer("raw#symlink", "/etc/passwd", "link")))
                .containsOnly("!not-permitted");
        assertThat(guest.answer("raw#symlink", "file\0", "link")).isEqualTo("!invalid");
        assertThat(guest.answer("raw#symlink", "", "link")).isEqualTo("!no-entry");
        assertThat(guest.answer("raw#symlink", "../file", "sub/link")).isEqualTo("done");
        assertThat(guest.answer("raw#symlink", "file", "sub/link")).isEqualTo("!exist");
        assertThat(guest.answer("raw#read", "sub/link", "f")).isEqualTo("inside");
        assertThat(guest.answer("raw#read-link", "sub/link")).isEqualTo("../file");
        assertThat(guest.answer("raw#rename", "sub/link", "link")).isEqualTo("done");
        assertThat(guest.answer("raw#read", "link", "f"))
                .as("moved up, the link leads out")
                .isEqualTo("!not-permitted");
    }

    @Test
    void makesNoHardLinks() {
        assertThat(guest.answer("raw#hard-link", "file", "linked")).isEqualTo("!unsupported");
        assertThat(guest.answer("raw#hard-link", "sub/../file", "sub/linked")).isEqualTo("!unsupported");
        assertThat(guest.answer("raw#hard-link", "sub", "linked")).isEqualTo("!not-permitted");
        assertThat(guest.answer("raw#hard-link", ".", "linked")).isEqualTo("!not-permitted");
        assertThat(guest.answer("raw#hard-link", "none", "linked")).isEqualTo("!no-entry");
        assertThat(guest.answer("raw#hard-link", "file/", "linked")).isEqualTo("!not-directory");
        assertThat(guest.answer("raw#hard-link", "file", "sub")).isEqualTo("!exist");
        assertThat(guest.answer("raw#hard-link", "file", "linked/")).isEqualTo("!no-entry");
        assertThat(guest.answer("raw#hard-link", "file", ".")).isEqualTo("!invalid");
        assertThat(inside.resolve("linked")).doesNotExist();
        assertThat(inside.resolve("sub/linked")).doesNotExist();
    }

    private List<Object> everythingWith(String path) {
        return List.of(
                guest.answer("raw#read", path, "f"),
                guest.answer("raw#read", path, ""),
                guest.answer("raw#write", path, "c", "x"),
                guest.answer("raw#write", path, "ftc", "x"),
                guest.answer("raw#read-in", ".", path),
                guest.answer("raw#stat", path, true),
                guest.answer("raw#stat", path, false),
                guest.answer("raw#set-times", path, Optional.of(0L)),
                guest.answer("raw#make-folder", path),
                guest.answer("raw#remove-folder", path),
                guest.answer("raw#remove-file", path),
                guest.answer("raw#read-link", path),
                guest.answer("raw#rename", path, "mine"),
                guest.answer("raw#rename", "file", path),
                guest.answer("raw#hard-link", path, "mine"),
                guest.answer("raw#hard-link", "file", path),
                guest.answer("raw#symlink", "file", path),
                guest.answer("raw#entries", path),
                guest.answer("raw#same", path, path));
    }
}
