package dev.nacre.engine.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.nacre.engine.CodeCache;
import dev.nacre.engine.EngineException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "no POSIX permissions, so the cache is off")
class SealedFolderTest {
    private static final String KEY = "aa";
    private static final byte[] CONTENT = "some code".getBytes(StandardCharsets.US_ASCII);

    private static final Disk FULL = new Disk() {
        @Override
        public void write(Path file, byte[] bytes) throws IOException {
            Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
            throw new IOException("No space left on device");
        }
    };

    @TempDir
    private Path home;

    private CodeCache place;

    @BeforeEach
    void choosePlace() {
        place = CodeCache.of(home.resolve("cache/nacre"), home.resolve("key"));
    }

    private SealedFolder open() {
        return SealedFolder.open(place).orElseThrow();
    }

    private Path file(String key) {
        return place.folder().resolve(key + ".code");
    }

    private void mode(Path path, String permissions) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(place.folder())) {
            return files.toList();
        }
    }

    @Test
    void keepsEntriesForLaterProcesses() throws IOException {
        open().put(KEY, CONTENT);

        assertThat(open().find(KEY)).hasValue(CONTENT);
        assertThat(open().find("bb")).isEmpty();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(place.folder())))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(place.keyFile())))
                .isEqualTo("rw-------");
        assertThat(Files.size(place.keyFile())).isEqualTo(32);
    }

    @Test
    void findsNothingInADamagedFile() throws IOException {
        SealedFolder folder = open();
        folder.put(KEY, CONTENT);
        byte[] whole = Files.readAllBytes(file(KEY));

        for (int bit = 0; bit < whole.length * 8; bit++) {
            byte[] flipped = whole.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            Files.write(file(KEY), flipped);
            assertThat(folder.find(KEY)).as("bit " + bit).isEmpty();
        }
        for (int length = 0; length < whole.length; length++) {
            Files.write(file(KEY), Arrays.copyOf(whole, length));
            assertThat(folder.find(KEY)).as("length " + length).isEmpty();
        }
        Files.write(file(KEY), Arrays.copyOf(whole, whole.length + 1));
        assertThat(folder.find(KEY)).isEmpty();
        Files.write(file(KEY), whole);
        assertThat(folder.find(KEY)).hasValue(CONTENT);
    }

    @Test
    void takesNoEntryForAnother() throws IOException {
        SealedFolder folder = open();
        folder.put("bb", CONTENT);
        Files.copy(file("bb"), file(KEY));

        assertThat(folder.find(KEY)).isEmpty();
    }

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

    /** Larger than any array, and with no bytes on the disk. */
    private static void makeHuge(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.CREATE)) {
            channel.write(ByteBuffer.allocate(1), 5L << 30);
        }
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
    void aFullDiskLeavesNothingBehind() throws IOException {
        open();
        SealedFolder folder = SealedFolder.open(place, FULL).orElseThrow();

        folder.put(KEY, CONTENT);

        assertThat(folder.find(KEY)).isEmpty();
        assertThat(files()).isEmpty();
    }

    @Test
    void isOffWhenTheKeyFindsNoRoomAndLeavesNothingBehind() throws IOException {
        assertThat(SealedFolder.open(place, FULL)).isEmpty();

        try (Stream<Path> files = Files.list(home)) {
            assertThat(files).containsExactly(home.resolve("cache"));
        }
    }

    @Test
    void anEntryThatCannotBeReadIsNone() throws IOException {
        open().put(KEY, CONTENT);
        SealedFolder folder = SealedFolder.open(place, new Disk() {
                    @Override
                    public byte[] read(Path file, int length) throws IOException {
                        if (file.startsWith(place.folder())) {
                            throw new IOException("Input/output error");
                        }
                        return Disk.super.read(file, length);
                    }
                })
                .orElseThrow();

        assertThat(folder.find(KEY)).isEmpty();
        folder.put("bb", CONTENT);
        assertThat(open().find("bb")).hasValue(CONTENT);
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

    @Test
    void findsOnAReadOnlyDiskAndKeepsNothing() throws IOException {
        open().put(KEY, CONTENT);
        SealedFolder folder = SealedFolder.open(place, new Disk() {
                    @Override
                    public void write(Path file, byte[] bytes) throws IOException {
                        throw new FileSystemException(file.toString(), null, "Read-only file system");
                    }
                })
                .orElseThrow();

        assertThat(folder.find(KEY)).hasValue(CONTENT);
        folder.put("bb", CONTENT);
        assertThat(files()).containsExactly(file(KEY));
    }

    @Test
    void whatCannotBeDeletedDoesNotKeepTheRest() throws IOException {
        place = new CodeCache(place.folder(), place.keyFile(), 100_000);
        SealedFolder folder = open();
        Path stays = Files.createDirectories(file("old").resolve("below")).getParent();
        Files.setLastModifiedTime(stays, FileTime.from(Instant.EPOCH));

        for (int i = 0; i < 20; i++) {
            folder.put("k" + i, new byte[10_000]);
        }

        assertThat(files()).hasSizeBetween(2, 11).contains(stays);
    }

    @Test
    void aFolderThatIsGoneIsAnEmptyOne() throws IOException {
        SealedFolder folder = open();
        folder.put(KEY, CONTENT);
        Files.delete(file(KEY));
        Files.delete(place.folder());

        assertThat(folder.find(KEY)).isEmpty();
        folder.put(KEY, CONTENT);
        assertThat(folder.find(KEY)).isEmpty();
    }

    @Test
    void dropsWhatWasNotUsedForLongest() throws IOException {
        place = new CodeCache(place.folder(), place.keyFile(), 3 * (32 + 100));
        SealedFolder folder = open();
        for (int i = 0; i < 3; i++) {
            folder.put("k" + i, new byte[100]);
            Files.setLastModifiedTime(file("k" + i), FileTime.from(Instant.now().minus(Duration.ofMinutes(10 - i))));
        }
        Path unfinished = Files.createFile(place.folder().resolve("new1.tmp"));
        Path abandoned = Files.createFile(place.folder().resolve("new2.tmp"));
        Files.setLastModifiedTime(abandoned, FileTime.from(Instant.now().minus(Duration.ofHours(2))));
        assertThat(folder.find("k0")).isPresent();

        folder.put("k3", new byte[100]);

        assertThat(files()).containsExactlyInAnyOrder(file("k0"), file("k2"), file("k3"), unfinished);
        folder.put("large", new byte[300 + 3 * 32 + 1]);
        assertThat(folder.find("large")).isEmpty();
        assertThat(files()).as("the others stay").hasSize(4);
    }

    @Test
    void dropsWhatOthersLeftUnfinishedThoughThereIsRoom() throws IOException {
        SealedFolder folder = open();
        Path abandoned = Files.createFile(place.folder().resolve("new1.tmp"));
        Files.setLastModifiedTime(abandoned, FileTime.from(Instant.now().minus(Duration.ofHours(2))));

        folder.put(KEY, CONTENT);

        assertThat(files()).containsExactly(file(KEY));
    }

    /** Whoever reads meanwhile would see half of it. */
    @Test
    void writesNoEntryInPlace() {
        List<Path> written = new ArrayList<>();
        SealedFolder folder = SealedFolder.open(place, new Disk() {
                    @Override
                    public void write(Path file, byte[] bytes) throws IOException {
                        written.add(file);
                        Disk.super.write(file, bytes);
                    }
                })
                .orElseThrow();

        folder.put(KEY, CONTENT);
        folder.put(KEY, CONTENT);

        assertThat(written).hasSizeGreaterThan(2).doesNotContain(file(KEY), place.keyFile());
        assertThat(folder.find(KEY)).hasValue(CONTENT);
    }

    @Test
    void isWholeForEverybodyWhileManyWrite() {
        SealedFolder one = open();
        SealedFolder other = open();
        byte[] large = new byte[100_000];
        one.put(KEY, large);

        assertThat(IntStream.range(0, 400).parallel().mapToObj(i -> {
                    SealedFolder mine = i % 2 == 0 ? one : other;
                    if (i % 3 == 0) {
                        mine.put(KEY, large);
                    }
                    return mine.find(KEY);
                }))
                .allSatisfy(found -> assertThat(found).hasValue(large));
    }
}
