package dev.nacre.engine.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nacre.engine.EngineException;
import dev.nacre.engine.ErrorCode;
import dev.nacre.engine.Grants;
import dev.nacre.engine.OutputSink;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a real guest prints, where the host wants it byte by byte. */
class GrantedOutputTest {
    private static final String QUOTA = "!quota quota";

    private final BoundedOutput output = new BoundedOutput(10);
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

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    @Test
    void keepsEveryByteAsItWasPrinted() {
        FilesGuest guest = guest(Grants.none().withOutput(output));

        assertThat(guest.answer("streams#print", bytes("a\n\0\u00ff"), false)).isEqualTo("done");
        assertThat(guest.answer("streams#print", bytes("trouble\n"), true)).isEqualTo("done");
        assertThat(guest.answer("streams#print", bytes("\u001b\r"), false)).isEqualTo("done");
        assertThat(guest.answer("streams#print-zeroes", 2L)).isEqualTo("done");
        guest.close();

        assertThat(output.bytes()).isEqualTo(bytes("a\n\0\u00ff\u001b\r\0\0"));
        assertThat(output.isFull()).isFalse();
        assertThat(guest.log.lines()).containsExactly(new BoundedLog.Line("stderr", "trouble"));
    }

    @Test
    void takesBothStreamsInTheOrderTheyArePrinted() {
        FilesGuest guest = guest(Grants.none().withOutput(output).withErrorOutput(output));

        for (int i = 0; i < 3; i++) {
            guest.answer("streams#print", bytes("o"), false);
            guest.answer("streams#print", bytes("e"), true);
        }

        assertThat(output.bytes()).isEqualTo(bytes("oeoeoe"));
        assertThat(guest.log.lines()).isEmpty();
    }

    @Test
    void keepsTheFirstBytesAndTellsTheGuest() {
        FilesGuest guest = guest(Grants.none().withOutput(output));

        assertThat(guest.answer("streams#room")).isEqualTo(10L);
        assertThat(guest.answer("streams#print", bytes("1234567"), false)).isEqualTo("done");
        assertThat(guest.answer("streams#room")).isEqualTo(3L);
        assertThat(guest.answer("streams#print", bytes("89ABCD"), false)).isEqualTo(QUOTA);
        assertThat(guest.answer("streams#room")).isEqualTo(QUOTA);
        assertThat(guest.answer("streams#print", bytes("E"), false)).isEqualTo(QUOTA);
        assertThat(guest.answer("streams#print", bytes(""), false)).isEqualTo("done");
        assertThat(guest.answer("streams#print-zeroes", 1L)).isEqualTo(QUOTA);

        assertThat(output.bytes()).isEqualTo(bytes("123456789A"));
        assertThat(output.isFull()).isTrue();
    }

    @Test
    void readsNoMoreInputThanTheOutputTakes() {
        FilesGuest guest = guest(Grants.none().withOutput(output).withInput(bytes("0123456789ABCDEF")));

        assertThat(guest.call("streams#splice-input")).isEqualTo(10L);
        assertThat(guest.call("streams#splice-input")).as("it failed").isEqualTo(0L);
        assertThat(guest.call("streams#input-in-pieces", 100L)).isEqualTo(List.of("ABCDEF"));
        assertThat(output.bytes()).isEqualTo(bytes("0123456789"));
    }

    @Test
    void allowsNoMoreAtOnceThanElsewhere() {
        BoundedOutput large = new BoundedOutput(1 << 20);
        FilesGuest guest = guest(Grants.none().withOutput(large));

        assertThat(guest.answer("streams#room")).isEqualTo(65_536L);
        assertThat(guest.answer("streams#print", new byte[100_000], false)).isEqualTo("done");
        assertThat(large.bytes()).hasSize(100_000);
        assertThatThrownBy(() -> guest.call("streams#print-zeroes", 65_537L))
                .hasMessageContaining("65537 zeroes at once, expected at most 65536");
    }

    @Test
    void blamesTheHostForAnOutputThatFails() {
        FilesGuest guest = guest(Grants.none().withOutput(new Broken()));

        assertThatThrownBy(() -> guest.call("streams#print", bytes("x"), false))
                .isInstanceOfSatisfying(
                        EngineException.class, error -> assertThat(error.code()).isEqualTo(ErrorCode.HOST_FAILURE));
    }

    private static final class Broken implements OutputSink {
        @Override
        public long roomBytes() {
            return Long.MAX_VALUE;
        }

        @Override
        public void write(byte[] bytes) {
            throw new IllegalStateException("no disk");
        }
    }
}
