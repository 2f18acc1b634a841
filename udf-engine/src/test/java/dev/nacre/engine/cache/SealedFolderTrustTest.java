package dev.nacre.engine.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.nacre.engine.CodeCache;
import dev.nacre.engine.EngineException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A folder is used where nobody else can have put anything into it, and nothing in it that was not. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "no POSIX permissions, so the cache is off")
class SealedFolderTrustTest extends SealedFolderFixture {
    @Test
    void takesNothingFromLinksAndFolders() throws IOException {
        SealedFolder folder = open();
        folder.put(KEY, CONTENT);
        Files.move(file(KEY), home.resolve("elsewhere"));
        Files.createSymbolicLink(file(KEY), home.resolve("elsewhere"));
        assertThat(folder.find(KEY)).isEmpty();

        Files.delete(file(KEY));
        Files.createDirectory(file(KEY));
        assertThat(folder.find(KEY)).isEmpty();
        folder.put(KEY, CONTENT);
        assertThat(folder.find(KEY)).isEmpty();
    }

    /** Opening one for reading waits until somebody writes to it. */
    @Test
    void waitsForNoPipe() throws Exception {
        SealedFolder folder = open();
        Process made = new ProcessBuilder("mkfifo", file(KEY).toString()).start();
        assumeTrue(made.waitFor() == 0, "no mkfifo here");

        assertThat(CompletableFuture.supplyAsync(() -> folder.find(KEY))
                        .orTimeout(30, TimeUnit.SECONDS)
                        .join())
                .isEmpty();
    }

    @Test
    void takesNothingThatWasSignedWithAnotherKey() throws IOException {
        open().put(KEY, CONTENT);
        Files.delete(place.keyFile());
        SealedFolder rekeyed = open();

        assertThat(rekeyed.find(KEY)).isEmpty();
        rekeyed.put(KEY, CONTENT);
        assertThat(rekeyed.find(KEY)).hasValue(CONTENT);
    }

    /** Zeros are what a power failure may leave, and no secret. */
    @ParameterizedTest
    @ValueSource(ints = {0, 3, 31, 32, 33})
    void makesANewKeyForADamagedOne(int length) throws IOException {
        open().put(KEY, CONTENT);
        Files.write(place.keyFile(), new byte[length]);

        assertThat(open().find(KEY)).isEmpty();
        assertThat(Files.readAllBytes(place.keyFile())).hasSize(32).isNotEqualTo(new byte[32]);
    }

    @Test
    void readsNoFileThatIsTooLarge() throws IOException {
        place = new CodeCache(place.folder(), place.keyFile(), Long.MAX_VALUE);
        SealedFolder folder = open();
        makeHuge(file(KEY));
        assertThat(folder.find(KEY)).isEmpty();

        makeHuge(place.keyFile());
        assertThat(SealedFolder.open(place)).isPresent();
        assertThat(Files.size(place.keyFile())).isEqualTo(32);
    }

    @Test
    void isOffWhereOthersCanPutAnotherFolderOrKeyInPlace() throws IOException {
        Path shared = Files.createDirectories(home.resolve("shared/below")).getParent();
        CodeCache folderThere = CodeCache.of(shared.resolve("below/cache"), place.keyFile());
        CodeCache keyThere = CodeCache.of(place.folder(), shared.resolve("below/key"));
        assertThat(SealedFolder.open(folderThere)).isPresent();
        assertThat(SealedFolder.open(keyThere)).isPresent();

        for (String permissions : List.of("rwxrwxrwx", "rwx----w-", "rwxrwx---")) {
            mode(shared, permissions);
            assertThat(SealedFolder.open(folderThere)).as(permissions).isEmpty();
            assertThat(SealedFolder.open(keyThere)).as(permissions).isEmpty();
        }
        Files.setAttribute(shared, "unix:mode", 01777);
        assertThat(SealedFolder.open(folderThere)).isPresent();
        assertThat(SealedFolder.open(keyThere)).isPresent();
    }

    @Test
    void isOffWithAKeyThatIsInTheFolderByALink() throws IOException {
        open();
        Path link = Files.createSymbolicLink(home.resolve("link"), place.folder());

        assertThat(SealedFolder.open(CodeCache.of(place.folder(), link.resolve("key"))))
                .isEmpty();
        assertThat(files()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"rwxrwxrwx", "rwx-----x", "rwxr-x---", "r-x------"})
    void isOffInAFolderThatIsNotThisUsersAlone(String permissions) throws IOException {
        open();
        mode(place.folder(), permissions);

        assertThat(SealedFolder.open(place)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r--r--", "rw-rw----", "rw-----w-"})
    void isOffWithAKeyThatOthersMayKnow(String permissions) throws IOException {
        open();
        mode(place.keyFile(), permissions);

        assertThat(SealedFolder.open(place)).isEmpty();
    }

    @Test
    void isOffWhereFolderOrKeyIsALink() throws IOException {
        open();
        Path folder = Files.createSymbolicLink(home.resolve("folder"), place.folder());
        Path key = Files.createSymbolicLink(home.resolve("link"), place.keyFile());

        assertThat(SealedFolder.open(CodeCache.of(folder, place.keyFile()))).isEmpty();
        assertThat(SealedFolder.open(CodeCache.of(place.folder(), key))).isEmpty();
        assertThat(SealedFolder.open(CodeCache.of(place.keyFile().resolve("below"), home.resolve("other"))))
                .isEmpty();
        assertThat(SealedFolder.open(CodeCache.of(place.folder(), home.resolve("missing/key"))))
                .isEmpty();
    }

    /** Only root can give files away. */
    @Test
    void isOffInAFolderOrWithAKeyOfAnotherUser() throws IOException {
        assumeTrue(System.getProperty("user.name").equals("root"), "not run as root");
        open();
        Files.setAttribute(place.folder(), "unix:uid", 12345);
        assertThat(SealedFolder.open(place)).isEmpty();

        Files.setAttribute(place.folder(), "unix:uid", 0);
        assertThat(SealedFolder.open(place)).isPresent();
        Files.setAttribute(place.keyFile(), "unix:uid", 12345);
        assertThat(SealedFolder.open(place)).isEmpty();
    }

    @Test
    void refusesAKeyFileInTheFolder() {
        assertThatThrownBy(() -> CodeCache.of(home, home.resolve("x/../key")))
                .isInstanceOf(EngineException.class)
                .hasMessage(
                        "the code cache's key file: expected a place outside the cache's folder, found one inside of it");
    }

    @Test
    void isOffWhenTheKeyFindsNoRoomAndLeavesNothingBehind() throws IOException {
        assertThat(SealedFolder.open(place, FULL)).isEmpty();

        try (Stream<Path> files = Files.list(home)) {
            assertThat(files).containsExactly(home.resolve("cache"));
        }
    }

    @Test
    void isOffWhenTheKeyCannotBeRead() {
        open();

        assertThat(SealedFolder.open(place, new Disk() {
                    @Override
                    public byte[] read(Path file, int length) throws IOException {
                        throw new IOException("Input/output error");
                    }
                }))
                .isEmpty();
    }
}
