package dev.nacre.engine.link;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nacre.engine.EngineException;
import dev.nacre.engine.ErrorCode;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LateComponentsTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 1);
    private final LateComponents late = new LateComponents(now::get);

    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }

    @Test
    void refusesForAWhile() {
        late.remember("a", MINUTE);
        pass(Duration.ofMinutes(4));

        assertThatThrownBy(() -> late.check("a", MINUTE))
                .isInstanceOfSatisfying(
                        EngineException.class,
                        refusal -> org.assertj.core.api.Assertions.assertThat(refusal.code())
                                .isEqualTo(ErrorCode.COMPILE_TIMEOUT))
                .hasMessage("compilation of the same component took too long a short while ago; load it again in 61 s,"
                        + " raise setting compile_timeout, or use a smaller component");
        assertThatCode(() -> late.check("b", MINUTE)).doesNotThrowAnyException();
        assertThatCode(() -> late.check("a", MINUTE.plusMillis(1)))
                .as("given more time")
                .doesNotThrowAnyException();

        pass(Duration.ofMinutes(1));
        assertThatCode(() -> late.check("a", MINUTE)).doesNotThrowAnyException();
    }

    @Test
    void remembersTheLatestThousand() {
        late.remember("first", MINUTE);
        late.remember("second", MINUTE);
        for (int i = 0; i < 998; i++) {
            late.remember("other " + i, MINUTE);
        }
        late.remember("first", MINUTE);
        late.remember("last", MINUTE);

        assertThatThrownBy(() -> late.check("first", MINUTE)).isInstanceOf(EngineException.class);
        assertThatThrownBy(() -> late.check("last", MINUTE)).isInstanceOf(EngineException.class);
        assertThatCode(() -> late.check("second", MINUTE)).doesNotThrowAnyException();
    }
}
