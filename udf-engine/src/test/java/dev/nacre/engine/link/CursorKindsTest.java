package dev.nacre.engine.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nacre.engine.ErrorCode;
import dev.nacre.engine.GuestResource;
import dev.nacre.engine.wit.ResultValue;
import dev.nacre.testkit.LeakCheck;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows by list and by cursor. */
class CursorKindsTest {
    @RegisterExtension
    @Order(0)
    final LeakCheck leaks = EngineFixture.leakCheck();

    @RegisterExtension
    final Kinds kinds = new Kinds("tables");

    @Test
    void givesRows() {
        assertThat(kinds.call("series", 3L, 4L)).isEqualTo(List.of(number(3), number(4)));
        assertThat(kinds.call("split", "a,,b", ","))
                .isEqualTo(List.of(List.of(1, "a"), List.of(2, ""), List.of(3, "b")));
        assertThat(kinds.call("maybe", Optional.empty())).isEqualTo(List.of(List.of(0L, 0L, "nothing")));
        assertThat(kinds.call("failing", -3L)).isEqualTo(ResultValue.error("negative: -3"));
    }

    @Test
    void givesRowsByCursor() {
        try (GuestResource cursor = (GuestResource) kinds.call("count-to", 1L, 3L);
                GuestResource stepper = kinds.made("stepper", 1L, 1L)) {
            assertThat(kinds.live()).isEqualTo(2);
            assertThat(next(cursor, 2)).isEqualTo(List.of(number(1), number(2)));
            assertThat(next(cursor, 2)).isEqualTo(List.of(number(3)));
            assertThat(next(cursor, 2)).isEqualTo(List.of());
            assertThat(next(cursor, 2)).isEqualTo(List.of());
            assertThat(kinds.method(stepper, "next")).isEqualTo(Optional.of(number(1)));
            assertThat(kinds.method(stepper, "next")).isEqualTo(Optional.empty());
        }
        assertThat(kinds.live()).isZero();
    }

    @Test
    void failsByCursor() {
        try (GuestResource moody = kinds.made("moody", 4L)) {
            assertThat(next(moody, 100)).isEqualTo(ResultValue.ok(List.of(number(1), number(2), number(3))));
            assertThat(next(moody, 100)).isEqualTo(ResultValue.ok(List.of(number(4))));
            assertThat(next(moody, 100)).isEqualTo(ResultValue.error("moody after 4 rows"));
        }
    }

    @ParameterizedTest
    @CsvSource({"good,3,3,0", "more,101,101,0", "pause,3,0,3", "endless,100,100,100", "strict,3,3,0"})
    void givesRowsAsTheModeSays(String mode, int first, int second, int third) {
        try (GuestResource bad = kinds.made("bad", mode)) {
            assertThat((List<?>) next(bad, 100)).hasSize(first);
            assertThat((List<?>) next(bad, 100)).hasSize(second);
            assertThat((List<?>) next(bad, 100)).hasSize(third);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"trap", "strict", "memory", "hoard"})
    void trapsAfterAWhile(String mode) {
        GuestResource bad = kinds.made("bad", mode);
        assertThat((List<?>) next(bad, 100)).hasSize(3);
        assertThat((List<?>) next(bad, 100)).hasSize(3);

        kinds.assertFailure(ErrorCode.TRAP, () -> {
            for (int call = 3; call < 100; call++) {
                next(bad, 100);
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"loop", "loop-in-constructor"})
    void neverEndsAsTheModeSays(String mode) {
        kinds.openTimed();

        kinds.assertFailure(ErrorCode.TIMEOUT, () -> {
            GuestResource bad = kinds.made("bad", mode);
            for (int call = 1; call <= 3; call++) {
                next(bad, 100);
            }
        });
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
        GuestResource clingy = kinds.made("clingy", "trap");

        kinds.assertFailure(ErrorCode.TRAP, clingy::close);
    }

    private Object next(GuestResource cursor, long max) {
        return kinds.method(cursor, "next", max);
    }

    private static List<Object> number(long n) {
        return List.of(n, n * n, "n" + n);
    }
}
