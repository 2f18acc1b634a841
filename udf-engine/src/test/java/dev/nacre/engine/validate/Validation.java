package dev.nacre.engine.validate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nacre.engine.EngineException;
import dev.nacre.engine.ErrorCode;
import dev.nacre.engine.Limits;
import dev.nacre.engine.binary.ComponentReader;
import dev.nacre.engine.core.CoreModuleReader;

/** Decodes and validates in one step. */
final class Validation {
    private Validation() {}

    static TypedComponent of(byte[] bytes) {
        return of(bytes, Limits.specification());
    }

    static TypedComponent of(byte[] bytes, Limits limits) {
        return ComponentValidator.validate(
                ComponentReader.read(bytes, limits),
                limits,
                (offset, length) -> CoreModuleReader.read(bytes, offset, length, limits));
    }

    static void rejects(byte[] bytes, String message) {
        rejects(bytes, ErrorCode.INVALID, message);
    }

    static void rejects(byte[] bytes, ErrorCode code, String message) {
        assertThatThrownBy(() -> of(bytes))
                .isInstanceOfSatisfying(
                        EngineException.class,
                        failure -> assertThat(failure.code()).isEqualTo(code))
                .hasMessageContaining(message);
    }
}
