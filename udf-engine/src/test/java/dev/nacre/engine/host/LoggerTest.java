package dev.nacre.engine.host;

import static dev.nacre.engine.host.HostTests.type;
import static dev.nacre.engine.wit.PrimitiveType.STRING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nacre.engine.EngineException;
import dev.nacre.engine.ErrorCode;
import java.nio.charset.StandardCharsets;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

class LoggerTest {
    private final HostTests host = new HostTests();

    @Test
    void linksUnderAnyPackageAndVersion() {
        for (String name : new String[] {"local:telemetry/logger", "acme:x/logger@1.2.3", "logger"}) {
            host.call(host.function(name, "log", type(null, STRING, STRING)), "info", name);
        }

        assertThat(host.lines())
                .containsExactly("info: local:telemetry/logger", "info: acme:x/logger@1.2.3", "info: logger");
        assertThatThrownBy(() -> host.function("acme:x/blogger", "log", type(null, STRING, STRING)))
                .isInstanceOf(NoSuchElementException.class);
        assertThatThrownBy(() -> host.function("acme:x/logger", "log", type(null, STRING)))
                .hasMessageContaining("expected func(string, string), the component declares func(string)");
    }

    @Test
    void removesControlCharacters() {
        host.call(logger(), "in\nfo", "a\nstdout: forged\u001b[2J\u2028b\u202ec");

        assertThat(host.lines()).containsExactly("in fo: a stdout: forged [2J b c");
    }

    @Test
    void cutsLongLinesAndLevels() {
        host.call(logger(), "l".repeat(100), "m".repeat(10_000));

        assertThat(host.log.lines().get(0).level()).hasSize(32);
        assertThat(host.log.lines().get(0).message()).hasSize(8192 + 3).endsWith("m...");
    }

    @Test
    void readsFlatStringsLikeDecodedOnes() {
        byte[] memory = "..infogrüße..".getBytes(StandardCharsets.UTF_8);

        raw(host.call, memory, memory.length, 2, 4, 6, 7);
        raw(host.call, memory, memory.length, 2L | 0xabcdL << 32, 4, memory.length, 0);

        assertThat(host.lines()).containsExactly("info: grüße", "info: ");
    }

    @Test
    void cutsFlatStringsBetweenCharacters() {
        byte[] memory = "é".repeat(5_000).getBytes(StandardCharsets.UTF_8);
        byte[] shifted = new byte[memory.length + 1];
        shifted[0] = 'x';
        System.arraycopy(memory, 0, shifted, 1, memory.length);

        raw(host.call, shifted, shifted.length, 0, 1, 0, shifted.length);

        assertThat(host.log.lines().get(0).message()).isEqualTo("x" + "é".repeat(4095) + "...");
    }

    @Test
    void checksFlatStringsThatNobodyReads() {
        BoundedLog full = new BoundedLog(0, 0);
        HostCall call = HostTests.callWith(full);
        byte[] memory = "info and more\u00ff".getBytes(StandardCharsets.ISO_8859_1);

        raw(call, memory, memory.length, 0, 4, 0, 13);

        assertThat(full.droppedLines()).isEqualTo(1);
        violates("14 bytes at pointer 0 is not valid UTF-8", call, memory, memory.length, 0, 4, 0, 14);
        violates("4 bytes at pointer 11 is out of bounds of memory of 14 bytes", call, memory, 14, 11, 4, 0, 0);
        violates("4 bytes at pointer 9 is out of bounds of memory of 12 bytes", call, memory, 12, 9, 4, 0, 0);
        violates("4294967295 bytes at pointer 4294967295", call, memory, 14, -1, -1, 0, 0);
        violates("0 bytes at pointer 15", call, memory, 14, 0, 0, 15, 0);
        assertThat(full.droppedLines()).isEqualTo(1);
    }

    private HostFunction logger() {
        return host.function("local:telemetry/logger", "log", type(null, STRING, STRING));
    }

    private void raw(HostCall call, byte[] memory, int memoryBytes, long... arguments) {
        assertThat(logger().raw().orElseThrow().call(call, memory, memoryBytes, arguments))
                .isZero();
    }

    private void violates(String message, HostCall call, byte[] memory, int memoryBytes, long... arguments) {
        assertThatThrownBy(() -> raw(call, memory, memoryBytes, arguments))
                .hasMessageContaining(message)
                .isInstanceOfSatisfying(
                        EngineException.class, error -> assertThat(error.code()).isEqualTo(ErrorCode.ABI_VIOLATION));
    }
}
