package dev.nacre.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SeedsTest {

    @Test
    void repeatsValuesOfCase() {
        RandomGenerator first = Seeds.random(3);
        RandomGenerator second = Seeds.random(3);

        assertThat(first.longs(100).toArray()).isEqualTo(second.longs(100).toArray());
    }

    @Test
    void givesNeighbouringCasesDifferentValues() {
        long distinct = LongStream.range(0, 10_000)
                .map(number -> Seeds.random(number).nextLong())
                .distinct()
                .count();

        assertThat(distinct).isEqualTo(10_000);
    }

    @Test
    void dependsOnSeed() {
        assertThat(Seeds.mix(1, 5)).isNotEqualTo(Seeds.mix(2, 5));
    }

    @Test
    void countsByKindOfRun() {
        assertThat(Seeds.count(5, 50)).isEqualTo(Seeds.soaking() ? 50 : 5);
    }

    @Test
    void printsSeedOfFailedTest() {
        assertThat(SampleRun.failuresOf(Fails.class))
                .singleElement()
                .satisfies(failure -> assertThat(failure)
                        .hasMessage("the test's own")
                        .hasSuppressedException(failure.getSuppressed()[0]))
                .satisfies(failure -> assertThat(failure.getSuppressed()[0])
                        .hasMessage("the seed was " + Seeds.seed() + "; repeat with -Dnacre.seed=" + Seeds.seed()));
    }

    static final class Fails {
        @RegisterExtension
        final Seeds seeds = new Seeds();

        @Test
        void test() {
            throw new AssertionError("the test's own");
        }
    }
}
