package dev.nacre.engine.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nacre.engine.EngineException;
import dev.nacre.engine.ErrorCode;
import dev.nacre.engine.FolderAccess;
import dev.nacre.engine.FolderGrant;
import dev.nacre.engine.Grants;
import dev.nacre.engine.sandbox.Meter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Streams and pollables, as a real guest uses them. */
@Timeout(60)
class StreamsGuestTest {
    private static final long AN_HOUR = 3_600_000;
    private static final long LINES = 5_000;

    @TempDir
    Path temporary;

    private final List<FilesGuest> guests = new ArrayList<>();

    @AfterEach
    void closeGuests() {
        guests.forEach(FilesGuest::close);
    }

    private FilesGuest guest(Grants grants) {
        FilesGuest guest = new FilesGuest(grants);
        guests.add(guest);
        return guest;
    }

    private FilesGuest guestWithFile() throws IOException {
        Path folder = temporary.toRealPath();
        Files.writeString(folder.resolve("file"), "0123456789");
        return guest(Grants.none().withFolder(new FolderGrant("/", folder, FolderAccess.READ_WRITE)));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void readsFilesFromAnyPlace() throws IOException {
        FilesGuest guest = guestWithFile();

        assertThat(guest.answer("streams#read-from", "file", 3L, 4L)).isEqualTo("3456");
        assertThat(guest.answer("streams#read-from", "file", 3L, 0L)).isEqualTo("");
        assertThat(guest.answer("streams#read-from", "file", 3L, -1L)).isEqualTo("3456789");
        assertThat(guest.answer("streams#read-from", "file", 10L, 4L)).isEqualTo("!closed");
        assertThat(guest.answer("streams#read-from", "file", -1L, 4L)).isEqualTo("!closed");
        assertThat(guest.answer("streams#read-from", "file", Long.MAX_VALUE, 4L))
                .isEqualTo("!closed");
        assertThat(guest.answer("streams#skip-then-read", "file", 5L)).isEqualTo("2+3:56789");
        assertThat(guest.answer("streams#skip-then-read", "file", 10L)).isEqualTo("!closed");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void writesFilesFromAnyPlace() throws IOException {
        FilesGuest guest = guestWithFile();
        Path file = temporary.resolve("file");

        assertThat(guest.answer("streams#write-from", "file", 8L, "abc", 2L)).isEqualTo("done");
        assertThat(file).hasContent("01234567abc\0\0");
        assertThat(guest.answer("streams#append", "file", "end")).isEqualTo("done");
        assertThat(file).hasContent("01234567abc\0\0endend");
        assertThat(guest.answer("streams#splice-files", "file", "copy")).isEqualTo(19L);
        assertThat(temporary.resolve("copy")).hasSameBinaryContentAs(file);
        assertThat(guest.answer("streams#write-from", "file", -1L, "abc", 2L))
                .isEqualTo("!file-too-large file-too-large");
        assertThat(guest.answer("streams#write-from", "file", Long.MAX_VALUE, "abc", 2L))
                .isEqualTo("!file-too-large file-too-large");
        assertThatThrownBy(() -> guest.call("streams#write-zeroes", "file", 65_537L))
                .hasMessageContaining("65537 zeroes at once, expected at most 65536");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void appendsWholeLinesWhoeverElseDoes() throws IOException, InterruptedException {
        FilesGuest one = guestWithFile();
        FilesGuest two = guestWithFile();
        Files.writeString(temporary.resolve("file"), "");
        Thread other = new Thread(() -> two.call("streams#append-lines", "file", "two\n", LINES));

        other.start();
        assertThat(one.answer("streams#append-lines", "file", "one\n", LINES)).isEqualTo("done");
        other.join();

        List<String> lines = Files.readAllLines(temporary.resolve("file"));
        assertThat(Collections.frequency(lines, "one")).isEqualTo((int) LINES);
        assertThat(Collections.frequency(lines, "two")).isEqualTo((int) LINES);
        assertThat(lines).hasSize(2 * (int) LINES);
    }

    @Test
    void passesInputOnToOutput() {
        FilesGuest guest = guest(Grants.none().withInput("one\ntwo\n".getBytes(StandardCharsets.UTF_8)));

        assertThat(guest.call("streams#splice-input")).isEqualTo(8L);
        assertThat(guest.call("streams#splice-input")).isEqualTo(0L);
        assertThat(guest.log.lines())
                .containsExactly(new BoundedLog.Line("stdout", "one"), new BoundedLog.Line("stdout", "two"));
    }

    @Test
    void readsInputInPieces() {
        FilesGuest guest = guest(Grants.none().withInput("1234567".getBytes(StandardCharsets.UTF_8)));

        assertThat(guest.call("streams#input-in-pieces", 3L)).isEqualTo(List.of("123", "456", "7"));
    }

    @Test
    void tellsWhatIsReadyAndWhatIsNot() {
        assertThat(guest(Grants.none()).call("streams#ready-streams"))
                .isEqualTo(List.of(
                        "stdin true",
                        "stdout true",
                        "stderr true",
                        "terminal-stdin false",
                        "terminal-stdout false",
                        "terminal-stderr false",
                        "monotonic 1",
                        "wall Datetime { seconds: 1, nanoseconds: 0 }"));
        assertThat(guest(Grants.none().withSystemClocks()).call("streams#ready-streams"))
                .asString()
                .endsWith("wall Datetime { seconds: 0, nanoseconds: 1000 }]");
    }

    @Test
    void waitsNotAtAllUngranted() {
        FilesGuest guest = guest(Grants.none());

        assertThat(guest.call("streams#poll-timers", List.of(AN_HOUR, 0L, AN_HOUR)))
                .isEqualTo(List.of(0L, 1L, 2L));
        assertThat((Long) guest.call("streams#wait-until", AN_HOUR)).isGreaterThanOrEqualTo(AN_HOUR * 1_000_000);
    }

    @Test
    void waitsForTheFirstTimer() {
        FilesGuest guest = guest(Grants.none().withSystemClocks());

        assertThat(guest.call("streams#poll-timers", List.of(AN_HOUR, 10L, AN_HOUR)))
                .isEqualTo(List.of(1L));
        assertThat(guest.call("streams#poll-timers", List.of(AN_HOUR, 0L, 0L))).isEqualTo(List.of(1L, 2L));
        assertThat((Long) guest.call("streams#wait-until", 10L)).isGreaterThanOrEqualTo(10_000_000L);
    }

    @Test
    void namesATimerAsOftenAsItIsPolled() {
        for (Grants grants : List.of(Grants.none(), Grants.none().withSystemClocks())) {
            assertThat(guest(grants).call("streams#poll-thrice", 1L)).isEqualTo(List.of(0L, 1L, 2L));
        }
    }

    @Test
    void isNotReadyBeforeItsTime() {
        FilesGuest guest = guest(Grants.none().withSystemClocks());

        assertThat(guest.call("streams#is-ready-at-once", AN_HOUR)).isEqualTo(false);
        assertThat(guest.call("streams#is-ready-at-once", 0L)).isEqualTo(true);
        assertThat(guest(Grants.none()).call("streams#is-ready-at-once", AN_HOUR))
                .isEqualTo(true);
    }

    @Test
    void trapsWhenNothingIsPolled() {
        assertThatThrownBy(() -> guest(Grants.none()).call("streams#poll-nothing"))
                .isInstanceOfSatisfying(
                        EngineException.class, error -> assertThat(error.code()).isEqualTo(ErrorCode.TRAP));
    }

    @Test
    void waitsNoLongerThanItMayRun() {
        Meter meter = new Meter(Duration.ofMillis(30), Optional.empty(), Long.MAX_VALUE);
        FilesGuest guest = new FilesGuest(Grants.none().withSystemClocks(), meter);
        guests.add(guest);

        stops(ErrorCode.TIMEOUT, guest);
    }

    @Test
    void wakesWhenItIsCancelled() throws InterruptedException {
        Meter meter = Meter.unlimited();
        FilesGuest guest = new FilesGuest(Grants.none().withSystemClocks(), meter);
        guests.add(guest);
        Thread sleeper = Thread.currentThread();
        Thread canceller = new Thread(() -> {
            while (sleeper.getState() != Thread.State.TIMED_WAITING) {
                Thread.onSpinWait();
            }
            meter.cancel();
        });

        canceller.start();
        stops(ErrorCode.CANCELLED, guest);
        canceller.join();
    }

    private static void stops(ErrorCode code, FilesGuest guest) {
        assertThatThrownBy(() -> guest.call("streams#wait-until", AN_HOUR))
                .isInstanceOfSatisfying(
                        EngineException.class, error -> assertThat(error.code()).isEqualTo(code));
    }
}
