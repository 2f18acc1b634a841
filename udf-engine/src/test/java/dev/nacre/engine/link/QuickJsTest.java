package dev.nacre.engine.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nacre.engine.EngineException;
import dev.nacre.engine.ErrorCode;
import dev.nacre.testkit.Guests;
import org.junit.jupiter.api.Test;

/** JavaScript with the engine around it that its toolchain brings: more than a JVM method holds. */
class QuickJsTest {
    @Test
    void isRefusedForItsInterpreter() {
        byte[] component = Guests.bytes("quickjs");

        assertThatThrownBy(() -> EngineFixture.ENGINE.load(component))
                .isInstanceOfSatisfying(
                        EngineException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.FUNCTION_TOO_LARGE))
                .hasMessageMatching("function 645 needs \\d{5} bytes of JVM code, at most 65,535 fit into a method;"
                        + " split the function, or build the guest with less inlining");
    }
}
