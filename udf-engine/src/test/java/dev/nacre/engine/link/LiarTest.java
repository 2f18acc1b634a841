package dev.nacre.engine.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nacre.engine.ComponentInstance;
import dev.nacre.engine.EngineException;
import dev.nacre.engine.ErrorCode;
import dev.nacre.engine.ExportedFunction;
import dev.nacre.testkit.LeakCheck;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A guest that breaks the canonical ABI in every way it can. */
@Timeout(60)
class LiarTest {
    /** Longer than any call takes that ends by itself, on a busy machine too. */
    private static final Duration GENEROUS_TIMEOUT = Duration.ofSeconds(30);

    private static final Duration SHORT_TIMEOUT = Duration.ofMillis(300);

    @RegisterExtension
    final LeakCheck leaks = EngineFixture.leakCheck();

    private ComponentInstance instance;

    @BeforeEach
    void open() {
        open(GENEROUS_TIMEOUT);
    }

    private void open(Duration timeout) {
        instance = EngineFixture.timedInstance("liar", timeout);
    }

    @AfterEach
    void close() {
        instance.close();
    }

    static Stream<Arguments> lies() {
        return Stream.of(
                lie("bad-string", "string of 4 bytes at pointer 1024 is not valid UTF-8"),
                lie("truncated-string", "string of 5 bytes at pointer 1040 is not valid UTF-8"),
                lie("surrogate-string", "string of 3 bytes at pointer 1056 is not valid UTF-8"),
                lie("overlong-string", "string of 2 bytes at pointer 1072 is not valid UTF-8"),
                lie("string-out-of-bounds", "string " + outOfBounds(65_535, 2)),
                lie("bad-pointer", "list " + outOfBounds(4_294_967_280L, 32)),
                lie("long-list", "list " + outOfBounds(0, 65_537)),
                lie("longest-list", "list of 34359738360 bytes, expected at most 268435455"),
                lie("wide-list", "list of 4294967304 bytes, expected at most 268435455"),
                lie("unaligned-list", "list not aligned: pointer 1025, expected a multiple of 4"),
                lie("empty-list-out-of-bounds", "list " + outOfBounds(4_294_967_280L, 0)),
                lie("area-out-of-bounds", "result " + outOfBounds(4_294_967_292L, 8)),
                lie("unaligned-area", "result not aligned: pointer 2, expected a multiple of 4"),
                lie("bad-char", "char 55296 is not a Unicode scalar value"),
                lie("large-char", "char 1114112 is not a Unicode scalar value"),
                lie("bad-enum", "discriminant 3 of enum is invalid, expected less than 3"),
                lie("bad-discriminant", "discriminant 7 of variant is invalid, expected less than 2"),
                lie("bad-option", "discriminant 2 of option is invalid, expected less than 2"),
                lie("bad-result", "discriminant 255 of result is invalid, expected less than 2"),
                lie(
                        "realloc-out-of-bounds",
                        "parameter 1 'text': memory from realloc " + outOfBounds(4_294_967_280L, 16),
                        "sixteen letters."),
                lie(
                        "realloc-unaligned",
                        "parameter 1 'numbers': memory from realloc not aligned: pointer 4097, expected a multiple of 4",
                        List.of(1L)));
    }

    private static Arguments lie(String function, String message, Object... arguments) {
        return Arguments.of(function, message, arguments);
    }

    private static String outOfBounds(long pointer, long length) {
        return "out of bounds of memory: pointer " + pointer + ", length " + length + ", memory of 65536 bytes";
    }

    @ParameterizedTest
    @MethodSource("lies")
    void isCaughtAndThrownAway(String name, String message, Object[] arguments) {
        ExportedFunction function = instance.function(name);

        assertThatThrownBy(() -> function.call(arguments))
                .isInstanceOfSatisfying(
                        EngineException.class,
                        failure -> assertThat(failure.code()).isEqualTo(ErrorCode.ABI_VIOLATION))
                .hasMessage("function '" + name + "': " + message);
        assertThat(instance.isOpen()).isFalse();
        assertThatThrownBy(() -> function.call(arguments))
                .isInstanceOfSatisfying(
                        EngineException.class,
                        failure -> assertThat(failure.code()).isEqualTo(ErrorCode.INSTANCE_CLOSED));
    }

    @Test
    void mayGiveWiderValuesThanItsTypes() {
        assertThat(call("odd-bool")).isEqualTo(true);
        assertThat(call("odd-u8")).isEqualTo((short) 255);
        assertThat(call("odd-s8")).isEqualTo((byte) -128);
        assertThat(call("odd-flags")).isEqualTo(Set.of("read", "write", "admin"));
        assertThat(Double.doubleToRawLongBits((Double) call("odd-nan"))).isEqualTo(0x7FF8_0000_0000_0000L);
    }

    @Test
    void mayMoveTheEndOfItsMemoryWhileItAllocates() {
        assertThat(call("realloc-grows", "some text")).isEqualTo("some text");
    }

    @Test
    void cannotMakeTheHostCopyMoreThanAllowed() {
        assertThat((List<?>) call("amplify", 100L, 1_000L)).hasSize(100);

        assertFails("amplify", ErrorCode.LIMIT, 0x1_0101L, 1_000L);
    }

    @Test
    void failsWithItsAllocatorOrItsCleanUp() {
        assertFails("realloc-traps", ErrorCode.TRAP, "text");
        open();
        assertFails("post-return-traps", ErrorCode.TRAP);
    }

    @Test
    void isStoppedInItsAllocatorAndItsCleanUp() {
        close();
        open(SHORT_TIMEOUT);
        assertFails("realloc-spins", ErrorCode.TIMEOUT, "text");
        open(SHORT_TIMEOUT);
        assertFails("post-return-spins", ErrorCode.TIMEOUT);
    }

    private void assertFails(String name, ErrorCode code, Object... arguments) {
        assertThatThrownBy(() -> call(name, arguments))
                .isInstanceOfSatisfying(
                        EngineException.class,
                        failure -> assertThat(failure.code()).isEqualTo(code));
        assertThat(instance.isOpen()).isFalse();
    }

    private Object call(String name, Object... arguments) {
        return instance.function(name).call(arguments);
    }
}
