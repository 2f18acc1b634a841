package dev.nacre.engine.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nacre.engine.Component;
import dev.nacre.engine.ComponentDescription;
import dev.nacre.engine.ComponentEngine;
import dev.nacre.engine.EngineException;
import dev.nacre.engine.EngineOptions;
import dev.nacre.engine.ErrorCode;
import dev.nacre.engine.ExportedFunctionType;
import dev.nacre.engine.Limits;
import dev.nacre.engine.host.HostInterfaces;
import dev.nacre.testkit.Guests;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Bytes that become components, and bytes that do not. */
class LoadingTest {
    private final ComponentEngine engine =
            ComponentEngine.create(new EngineOptions(Limits.sandbox(), HostInterfaces.standard()));

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void namesTheImportThatNobodyProvides() {
        assertRefused(
                Guests.bytes("missing-import"),
                ErrorCode.UNKNOWN_IMPORT,
                "the component imports 'acme:secret/vault' (an interface with open-vault), which nobody provides; build it without, or register a host"
                        + " interface for it");
    }

    @Test
    void describesAComponentThatCannotBeLoaded() {
        ComponentDescription description = engine.describe(Guests.bytes("missing-import"));

        assertThat(description.missingImports()).containsExactly("acme:secret/vault");
        assertThat(description.functions())
                .extracting(ExportedFunctionType::name)
                .containsExactly("peek");
        assertThat(description.wit()).contains("import acme:secret/vault");
        assertThat(description.sha256()).hasSize(64);
    }

    @Test
    void namesEveryMissingFunctionOfAKnownSetOfInterfaces() {
        ComponentEngine bare =
                ComponentEngine.create(new EngineOptions(Limits.sandbox(), new HostInterfaces(List.of())));

        assertThat(bare.describe(Guests.bytes("telemetry-rust")).missingImports())
                .hasSize(10)
                .startsWith("local:telemetry/logger", "wasi:cli/environment@0.2.6");
        bare.close();
    }

    @Test
    void refusesWhatIsNoComponent() {
        assertCode(new byte[0], ErrorCode.MALFORMED);
        assertCode("SELECT 1".getBytes(StandardCharsets.US_ASCII), ErrorCode.MALFORMED);
        assertCode(Guests.bytes("plain-core"), ErrorCode.CORE_MODULE);
    }

    @Test
    void survivesATruncatedComponentAtEveryByte() {
        byte[] whole = Guests.bytes("liar");
        int accepted = 0;
        for (int length = 0; length < whole.length; length++) {
            try {
                engine.describe(Arrays.copyOf(whole, length));
                accepted++;
            } catch (EngineException expected) {
                assertThat(expected.code()).isIn(ErrorCode.MALFORMED, ErrorCode.INVALID);
            }
        }

        assertThat(accepted).as("components that end between two sections").isLessThan(200);
    }

    @Test
    void refusesMoreMemoryThanAnInstanceMayHave() {
        assertCode(Guests.bytes("huge-memory"), ErrorCode.CAP_EXCEEDED);
    }

    @Test
    void compilesTheSameBytesOnce() {
        Component first = engine.load(Guests.bytes("liar"));
        Component second = engine.load(Guests.bytes("liar"));

        assertThat(second).isSameAs(first);
        assertThat(first.sha256()).hasSize(64);
    }

    private void assertCode(byte[] bytes, ErrorCode code) {
        assertThatThrownBy(() -> engine.load(bytes))
                .isInstanceOfSatisfying(
                        EngineException.class,
                        failure -> assertThat(failure.code()).isEqualTo(code));
    }

    private void assertRefused(byte[] bytes, ErrorCode code, String message) {
        assertCode(bytes, code);
        assertThatThrownBy(() -> engine.load(bytes)).hasMessage(message);
    }
}
