package dev.nacre.engine.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nacre.testkit.Guests;
import dev.nacre.testkit.Seeds;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Damaged components from their bytes to the last call: refused or run, and nothing else. */
@Timeout(7200)
class MutantsTest {
    /** A mutant takes two seconds at the very most on a machine of its own; this is for busy ones. */
    private static final Duration HANG = Duration.ofSeconds(40);

    /** Large guests take long to compile, so one mutant in so many is of them. */
    private static final int LARGE_ONE_IN = 100;

    @RegisterExtension
    final Seeds seeds = new Seeds();

    @Test
    void comeFromComponentsThatRun() {
        Map<String, byte[]> small = Specimens.small();
        try (Exerciser exerciser = new Exerciser(Exerciser.LIMITS)) {
            small.values().forEach(component -> exerciser.exercise(component, Seeds.random(0)));

            assertThat(exerciser.loaded()).as("%s", exerciser).isEqualTo(small.size() - 1);
        }
    }

    @Test
    void areRefusedOrRun() {
        Map<String, byte[]> small = Specimens.small();
        Map<String, byte[]> large = new LinkedHashMap<>();
        for (String name : List.of("telemetry-c", "telemetry-rust")) {
            large.put(name, Guests.bytes(name));
        }
        int count = Seeds.count(2_000, 50_000);
        try (Exerciser exerciser = new Exerciser(Exerciser.LIMITS)) {
            for (int number = 0; number < count; number++) {
                exercise(exerciser, number % LARGE_ONE_IN == LARGE_ONE_IN - 1 ? large : small, number);
            }

            assertThat(exerciser.engine().liveInstances()).isZero();
            assertThat(exerciser.loaded())
                    .as("mutants that are components, of %s", exerciser)
                    .isGreaterThan(count / 10);
            assertThat(exerciser.returned())
                    .as("calls that returned, of %s", exerciser)
                    .isGreaterThan(count / 10);
        }
    }

    private static void exercise(Exerciser exerciser, Map<String, byte[]> originals, int number) {
        RandomGenerator random = Seeds.random(number);
        List<String> names = new ArrayList<>(originals.keySet());
        String name = names.get(random.nextInt(names.size()));
        byte[] mutant = InnerMutants.of(originals.get(name), random);
        long start = System.nanoTime();
        try {
            exerciser.exercise(mutant, random);
        } catch (Throwable defect) {
            throw new AssertionError("mutant " + number + " of " + name + ": " + defect, defect);
        }
        assertThat(System.nanoTime() - start)
                .as("nanoseconds for mutant %s of %s", number, name)
                .isLessThan(HANG.toNanos());
    }
}
