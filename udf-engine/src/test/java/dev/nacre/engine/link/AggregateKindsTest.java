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
import org.junit.jupiter.params.provider.ValueSource;

/** Accumulators, called as a grouping host calls them. */
class AggregateKindsTest {
    @RegisterExtension
    @Order(0)
    final LeakCheck leaks = EngineFixture.leakCheck();

    @RegisterExtension
    final Kinds kinds = new Kinds("aggregates");

    @Test
    void aggregates() {
        try (GuestResource mean = kinds.made("mean");
                GuestResource joined = kinds.made("joined", ", ");
                GuestResource weighted = kinds.made("weighted")) {
            assertThat(kinds.method(mean, "finish")).isEqualTo(Optional.empty());
            kinds.method(mean, "add", 1.0);
            assertThat(kinds.method(mean, "finish")).isEqualTo(Optional.of(1.0));
            kinds.method(mean, "add", 2.0);
            assertThat(kinds.method(mean, "finish")).isEqualTo(Optional.of(1.5));

            kinds.method(joined, "add", "a");
            kinds.method(joined, "add", "b");
            assertThat(kinds.method(joined, "finish")).isEqualTo("a, b");

            assertThat(kinds.method(weighted, "finish")).isEqualTo(ResultValue.error("no weight"));
            kinds.method(weighted, "add", 3.0, 2.0);
            assertThat(kinds.method(weighted, "finish")).isEqualTo(ResultValue.ok(3.0));
            assertThat(kinds.live()).isEqualTo(3);
        }
        assertThat(kinds.live()).isZero();
    }

    @Test
    void mergesWhatItIsLent() {
        try (GuestResource sum = kinds.made("sum-of");
                GuestResource other = kinds.made("sum-of")) {
            kinds.method(sum, "add", 40L);
            kinds.method(other, "add-batch", new long[] {1, 2, 3});
            kinds.method(other, "remove", 4L);

            kinds.method(sum, "merge", other);

            assertThat(kinds.method(sum, "finish")).isEqualTo(42L);
            assertThat(kinds.method(other, "finish")).isEqualTo(2L);
            kinds.method(sum, "merge", sum);
            assertThat(kinds.method(sum, "finish")).isEqualTo(84L);
        }
    }

    @Test
    void saysHowAnAggregateCameAbout() {
        try (GuestResource account = kinds.made("account");
                GuestResource other = kinds.made("account")) {
            kinds.method(account, "add", 7L);
            kinds.method(other, "add-batch", new long[] {1, 2, 3});
            kinds.method(other, "remove", 1L);
            kinds.method(account, "merge", other);

            assertThat(kinds.method(account, "finish")).isEqualTo("added 1, in batches 3, removed 1, merged 1");
        }
    }

    @Test
    void aggregatesWhatMayBeAbsent() {
        try (GuestResource counted = kinds.made("counted");
                GuestResource collected = kinds.made("collected");
                GuestResource range = kinds.made("range")) {
            kinds.method(counted, "add", Optional.empty());
            kinds.method(collected, "add", Optional.empty());
            kinds.method(collected, "add", Optional.of("a"));

            assertThat(kinds.method(counted, "finish")).isEqualTo(1L);
            assertThat(kinds.method(collected, "finish")).isEqualTo(List.of(Optional.empty(), Optional.of("a")));
            assertThat(kinds.method(range, "finish")).isEqualTo(Optional.empty());
            kinds.method(range, "add", 5L);
            kinds.method(range, "add", -5L);
            assertThat(kinds.method(range, "finish")).isEqualTo(Optional.of(List.of(-5L, 5L)));
        }
    }

    @Test
    void isTouchy() {
        try (GuestResource touchy = kinds.made("touchy")) {
            assertThat(kinds.method(touchy, "add", -1L)).isEqualTo(ResultValue.error("negative: -1"));
            kinds.method(touchy, "add", 40L);
            assertThat(kinds.method(touchy, "finish")).isEqualTo(40L);
            kinds.method(touchy, "add", 2L);
            kinds.assertFailure(ErrorCode.TRAP, () -> kinds.method(touchy, "finish"));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {77, 99})
    void trapsInAdd(long value) {
        GuestResource touchy = kinds.made("touchy");

        kinds.assertFailure(ErrorCode.TRAP, () -> kinds.method(touchy, "add", value));
    }

    @Test
    void neverEndsInAdd() {
        kinds.openTimed();
        GuestResource touchy = kinds.made("touchy");

        kinds.assertFailure(ErrorCode.TIMEOUT, () -> kinds.method(touchy, "add", 13L));
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
        GuestResource touchy = kinds.made("touchy");
        kinds.method(touchy, "add", 7L);

        kinds.assertFailure(ErrorCode.TRAP, touchy::close);
    }

    @Test
    void failsInEveryMethod() {
        try (GuestResource tricky = kinds.made("tricky");
                GuestResource other = kinds.made("tricky")) {
            assertThat(kinds.method(tricky, "add-batch", new long[] {1, -1}))
                    .isEqualTo(ResultValue.error("negative: -1"));
            assertThat(kinds.method(tricky, "remove", 8L)).isEqualTo(ResultValue.error("not removable: 8"));
            kinds.method(other, "add", 5L);
            assertThat(kinds.method(tricky, "merge", other)).isEqualTo(ResultValue.error("not mergeable: 5"));
            kinds.method(tricky, "add", 10L);
            assertThat(kinds.method(tricky, "finish")).isEqualTo(ResultValue.error("not finishable: 11"));
            kinds.method(other, "add", 1L);
            kinds.assertFailure(ErrorCode.TRAP, () -> kinds.method(tricky, "merge", other));
        }
    }
}
