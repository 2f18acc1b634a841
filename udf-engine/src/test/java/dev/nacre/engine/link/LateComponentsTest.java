package dev.nacre.engine.link;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nacre.engine.EngineException;
import dev.nacre.engine.ErrorCode;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LateComponentsTest {
    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 1);
    private final LateComponents late = new LateComponents(now::get);

    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }

    @Test
    void refusesForAWhile() {
        late.remember("a");
        pass(Duration.ofMinutes(4));

        assertThatThrownBy(() -> late.check("a"))
                .isInstanceOfSatisfying(
                        EngineException.class,
                        refusal -> org.assertj.core.api.Assertions.assertThat(refusal.code())
                                .isEqualTo(ErrorCode.COMPILE_TIMEOUT))
                .hasMessage("compilation of the same component took too long a short while ago; load it again in 61 s,"
                        + " raise setting compile_timeout, or use a smaller component");
        assertThatCode(() -> late.check("b")).doesNotThrowAnyException();

        pass(Duration.ofMinutes(1));
        assertThatCode(() -> late.check("a")).doesNotThrowAnyException();
    }

    @Test
    void remembersTheLatestThousand() {
        late.remember("first");
        late.remember("second");
        for (int i = 0; i < 998; i++) {
            late.remember("other " + i);
        }
        late.remember("first");
        late.remember("last");

        assertThatThrownBy(() -> late.check("first")).isInstanceOf(EngineException.class);
        assertThatThrownBy(() -> late.check("last")).isInstanceOf(EngineException.class);
        assertThatCode(() -> late.check("second")).doesNotThrowAnyException();
    }
}
