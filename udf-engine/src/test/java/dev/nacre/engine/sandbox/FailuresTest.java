package dev.nacre.engine.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nacre.engine.EngineException;
import dev.nacre.engine.ErrorCode;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FailuresTest {
    static Stream<Arguments> meanings() {
        return Stream.of(
                Arguments.of(new StackOverflowError(), ErrorCode.CAP_EXCEEDED, ErrorCode.CALL_DEPTH),
                Arguments.of(new OutOfMemoryError("x"), ErrorCode.MEMORY_LIMIT, ErrorCode.MEMORY_LIMIT),
                Arguments.of(new InternalError("x"), ErrorCode.INTERNAL, ErrorCode.INTERNAL),
                Arguments.of(new UnknownError("x"), ErrorCode.INTERNAL, ErrorCode.INTERNAL),
                Arguments.of(new VerifyError("x"), ErrorCode.INTERNAL, ErrorCode.INTERNAL),
                Arguments.of(new ExceptionInInitializerError("x"), ErrorCode.INTERNAL, ErrorCode.INTERNAL),
                Arguments.of(new AssertionError("x"), ErrorCode.INTERNAL, ErrorCode.INTERNAL),
                Arguments.of(new Error("x"), ErrorCode.INTERNAL, ErrorCode.INTERNAL),
                Arguments.of(new IllegalStateException("x"), ErrorCode.INTERNAL, ErrorCode.INTERNAL),
                Arguments.of(new IOException("thrown sneakily"), ErrorCode.INTERNAL, ErrorCode.INTERNAL));
    }

    @ParameterizedTest
    @MethodSource("meanings")
    void saysWhatAnythingMeans(Throwable thrown, ErrorCode reading, ErrorCode running) {
        assertThat(Failures.whileReading("loading", thrown))
                .hasCause(thrown)
                .extracting(EngineException::code)
                .isEqualTo(reading);
        assertThat(Failures.whileRunning(thrown))
                .hasCause(thrown)
                .extracting(EngineException::code)
                .isEqualTo(running);
    }

    @Test
    void letsOursPass() {
        EngineException ours = new EngineException(ErrorCode.EXIT, "bye");

        assertThat(Failures.whileReading("loading", ours)).isSameAs(ours);
        assertThat(Failures.whileRunning(ours)).isSameAs(ours);
    }
}
