package dev.nacre.engine.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nacre.engine.wit.ResultValue;
import dev.nacre.testkit.LeakCheck;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Functions over columns, and procedures. */
class KindsTest {
    @RegisterExtension
    @Order(0)
    final LeakCheck leaks = EngineFixture.leakCheck();

    @RegisterExtension
    final Kinds vectors = new Kinds("vectors");

    @RegisterExtension
    final Kinds procedures = new Kinds("procedures");

    @Test
    void computesWithColumns() {
        assertThat(vectors.call("twice", new long[] {1, -2, 21})).isEqualTo(List.of(2L, -4L, 42L));
        assertThat(vectors.call("plus", new double[] {1, 2}, new double[] {0.5, 0.25}))
                .isEqualTo(List.of(1.5, 2.25));
        assertThat(vectors.call("shout", List.of("abc", ""))).isEqualTo(List.of("ABC!", "!"));
        assertThat(vectors.call("lengths", List.of("Zoë 😀", ""))).isEqualTo(List.of(5L, 0L));
        assertThat(vectors.call("label", List.of(Optional.empty(), Optional.of(0L), Optional.of(-7L))))
                .isEqualTo(List.of(Optional.of("nothing"), Optional.empty(), Optional.of("-7")));
        assertThat(vectors.call("checked", new long[] {1, -3, -4})).isEqualTo(ResultValue.error("negative: -3"));
        assertThat(vectors.call("divide-each", new long[] {-7, 1}, new long[] {2, 0}))
                .isEqualTo(List.of(ResultValue.ok(-3L), ResultValue.error("division by zero")));
    }

    @Test
    void countsTheCallsOfColumns() {
        assertThat(vectors.call("calls", new long[] {7, 7})).isEqualTo(List.of(1L, 1L));
        assertThat(vectors.call("calls", new long[] {7, 7, 7})).isEqualTo(List.of(2L, 2L, 2L));
        assertThat(vectors.call("batch-size", new long[] {7, 7, 7})).isEqualTo(List.of(3L, 3L, 3L));
    }

    @Test
    void callsProcedures() {
        procedures.call("note", "one");
        procedures.call("note", "two");

        assertThat(procedures.log()).containsExactly("info: one", "info: two");
        assertThat(procedures.call("notes")).isEqualTo(2L);
        assertThat(procedures.call("swap", 1, -2)).isEqualTo(List.of(-2, 1));
        assertThat(procedures.call("divide", -7L, 2L)).isEqualTo(ResultValue.ok(List.of(-3L, -1L)));
        assertThat(procedures.call("divide", 1L, 0L)).isEqualTo(ResultValue.error("division by zero"));
        assertThat(procedures.call("divide", Long.MIN_VALUE, -1L)).isEqualTo(ResultValue.error("overflow"));
        assertThat(procedures.call("order", 2L, -1L)).isEqualTo(List.of(-1L, 2L));
        assertThat(procedures.call("greet", Optional.of("Zoë"))).isEqualTo("Hello, Zoë");
    }
}
