package dev.nacre.engine.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nacre.engine.ErrorCode;
import dev.nacre.engine.GuestResource;
import dev.nacre.engine.wit.ResultValue;
import dev.nacre.testkit.LeakCheck;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Rows in, rows out. */
class ProcessorKindsTest {
    @RegisterExtension
    @Order(0)
    final LeakCheck leaks = EngineFixture.leakCheck();

    @RegisterExtension
    final Kinds kinds = new Kinds("processors");

    @Test
    void processesRows() {
        List<Object> warm = reading("p1", 1, 21.5);
        List<Object> broken = reading("p2", 2);

        assertThat(kinds.call("relabel", List.of(warm, broken)))
                .isEqualTo(List.of(List.of("p1", 1L, "21.5"), List.of("p2", 2L, "no value")));
        assertThat(kinds.call("above", List.of(warm, broken), 20.0)).isEqualTo(List.of(List.of("p1", 1L, "above 20")));
        assertThat(kinds.call("relabel-checked", List.of(warm, reading("error", 5))))
                .isEqualTo(ResultValue.error("device error at 5"));
    }

    @Test
    void processesPartitions() {
        try (GuestResource smooth = kinds.made("smooth", 2L)) {
            assertThat(process(smooth, reading("a", 1, 1), reading("a", 2), reading("b", 3, 2), reading("c", 4, 7)))
                    .isEqualTo(List.of(List.of("b", 3L, 1.5)));
            assertThat(process(smooth, reading("d", 5, 8))).isEqualTo(List.of(List.of("d", 5L, 7.5)));
            assertThat(kinds.method(smooth, "finish")).isEqualTo(List.of());
            assertThat(process(smooth, reading("e", 6, 9))).isEqualTo(List.of());
            assertThat(kinds.method(smooth, "finish")).isEqualTo(List.of(List.of("e", 6L, 9.0)));
        }
    }

    @Test
    void processesPartitionsWithoutRows() {
        try (GuestResource tally = kinds.made("tally")) {
            assertThat(kinds.method(tally, "finish"))
                    .isEqualTo(List.of(List.of(Optional.empty(), 0L, Optional.empty(), Optional.empty())));
            assertThat(process(tally, reading("a", 3), reading("b", 9))).isEqualTo(List.of());
            assertThat(kinds.method(tally, "finish"))
                    .isEqualTo(List.of(List.of(Optional.of("a"), 2L, Optional.of(3L), Optional.of(9L))));
        }
        assertThat(kinds.live()).isZero();
    }

    @Test
    void misbehavesForDevices() {
        GuestResource unruly = kinds.made("unruly");

        assertThat((List<?>) process(unruly, reading("grow", 1), reading("grow-at-end", 2)))
                .hasSize(1001);
        assertThat((List<?>) kinds.method(unruly, "finish")).hasSize(1000);
        process(unruly, reading("trap-at-end", 3));
        kinds.assertFailure(ErrorCode.TRAP, () -> kinds.method(unruly, "finish"));
    }

    @Test
    void failsInTheConstructor() {
        assertThat(kinds.picky(-3)).isEqualTo(ResultValue.error("negative: -3"));
        assertThat(kinds.live()).isZero();

        try (GuestResource picky = (GuestResource) kinds.picky(3).payload()) {
            assertThat(picky.typeName()).isEqualTo("picky");
            assertThat(kinds.live()).isEqualTo(1);
        }
        assertThat(kinds.live()).isZero();
    }

    @Test
    void trapsInTheDestructor() {
        GuestResource unruly = kinds.made("unruly");
        process(unruly, reading("trap-at-drop", 1));

        kinds.assertFailure(ErrorCode.TRAP, unruly::close);
    }

    private Object process(GuestResource processor, List<?>... rows) {
        return kinds.method(processor, "process", List.of(rows));
    }

    private static List<Object> reading(String device, long at, double... value) {
        return List.of(device, at, Arrays.stream(value).boxed().findFirst());
    }
}
