package dev.nacre.engine.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nacre.engine.CodeCache;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** What a folder keeps, finds and drops. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "no POSIX permissions, so the cache is off")
class SealedFolderTest extends SealedFolderFixture {
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
    void aFullDiskLeavesNothingBehind() throws IOException {
        open();
        SealedFolder folder = SealedFolder.open(place, FULL).orElseThrow();

        folder.put(KEY, CONTENT);

        assertThat(folder.find(KEY)).isEmpty();
        assertThat(files()).isEmpty();
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
