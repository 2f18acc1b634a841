package dev.nacre.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GuestsTest {

    /** Magic number, version 13, layer 1: see the preamble in the component model's Binary.md. */
    private static final byte[] PREAMBLE = {0, 'a', 's', 'm', 0x0d, 0, 1, 0};

    @Test
    void namesGuestsOfSeveralLanguages() {
        assertThat(Guests.names()).contains("telemetry-c", "telemetry-rust");
    }

    @ParameterizedTest
    @MethodSource("dev.nacre.testkit.Guests#names")
    void givesComponentThatChecksumListNames(String name) throws Exception {
        byte[] component = Guests.bytes(name);

        byte[] digest = MessageDigest.getInstance("SHA-256").digest(component);
        assertThat(component).startsWith(PREAMBLE);
        assertThat(HexFormat.of().formatHex(digest))
                .isEqualTo(Guests.checksums().get(name + ".component.wasm"));
    }

    @Test
    void givesWorldWhereToolsPrintedOne() {
        assertThat(Guests.world("telemetry-rust"))
                .hasValueSatisfying(world -> assertThat(world).contains("handle-data"));
    }

    @Test
    void givesCoreModuleThatIsNoComponent() {
        assertThat(Guests.bytes("plain-core")).startsWith(0, 'a', 's', 'm', 1, 0, 0, 0);
        assertThat(Guests.names()).doesNotContain("plain-core");
    }

    @Test
    void writesComponentToFile(@TempDir Path folder) {
        Path file = Guests.file("telemetry-rust", folder);

        assertThat(file).hasFileName("telemetry-rust.component.wasm").hasBinaryContent(Guests.bytes("telemetry-rust"));
    }

    @Test
    void namesKnownGuestsWhenAskedForAnother() {
        assertThatThrownBy(() -> Guests.bytes("../secret"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("guest '../secret': expected one of [", "telemetry-rust");
    }
}
