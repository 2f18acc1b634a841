package dev.nacre.engine.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nacre.engine.EngineException;
import dev.nacre.engine.ErrorCode;
import java.util.List;
import org.junit.jupiter.api.Test;

class EngineBoundaryTest {
    @Test
    void letsNoErrorOfTheJvmOut() {
        for (Error error : List.of(new InternalError("x"), new UnknownError("x"), new VerifyError("x"))) {
            assertThatThrownBy(() -> EngineBoundary.guarded("loading", () -> {
                        throw error;
                    }))
                    .isInstanceOfSatisfying(
                            EngineException.class,
                            failure -> assertThat(failure.code()).isEqualTo(ErrorCode.INTERNAL))
                    .hasCause(error);
        }
    }
}
