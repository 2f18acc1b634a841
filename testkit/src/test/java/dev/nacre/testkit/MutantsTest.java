package dev.nacre.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nacre.testkit.Mutants.Mutant;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MutantsTest {

    private static final int ROUNDS = Seeds.count(500, 50_000);

    @RegisterExtension
    final Seeds seeds = new Seeds();

    @Test
    void repeatsMutantsOfSeed() {
        byte[] original = sample(100);

        List<byte[]> first = bytesOf(Mutants.of(original, 1), 50);
        List<byte[]> second = bytesOf(Mutants.of(original, 1), 50);
        List<byte[]> other = bytesOf(Mutants.of(original, 2), 50);

        assertThat(first).usingRecursiveComparison().isEqualTo(second);
        assertThat(first).usingRecursiveComparison().isNotEqualTo(other);
    }

    @Test
    void changesOneByteFilesToo() {
        Mutants.of(new byte[] {0}, Seeds.seed()).stream(ROUNDS)
                .forEach(mutant ->
                        assertThat(mutant.bytes()).as(mutant.toString()).isNotEqualTo(new byte[] {0}));
    }

    @Test
    void leavesOriginalAlone() {
        byte[] original = sample(64);
        byte[] copy = original.clone();

        Mutants.of(original, Seeds.seed()).stream(ROUNDS).forEach(Mutant::bytes);

        assertThat(original).isEqualTo(copy);
    }

    @Test
    void saysHowToMakeMutantAgain() {
        assertThat(Mutants.of(sample(10), 5).get(17)).asString().startsWith("mutant 17 of seed 5 by [");
    }

    @Test
    void refusesEmptyOriginal() {
        assertThatThrownBy(() -> Mutants.of(new byte[0], 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @EnumSource
    void appliesMutatorToFilesOfEveryLength(Mutator mutator) {
        int changed = 0;
        for (int round = 0; round < ROUNDS; round++) {
            RandomGenerator random = Seeds.random(round);
            byte[] original = sample(1 + random.nextInt(40));
            byte[] copy = original.clone();

            byte[] mutant = mutator.apply(original, random);

            assertThat(original).isEqualTo(copy);
            changed += Arrays.equals(mutant, original) ? 0 : 1;
        }
        assertThat(changed).isGreaterThan(ROUNDS * 9 / 10);
    }

    /** Returns bytes half of which have the high bit set, as variable-length integers do. */
    private static byte[] sample(int length) {
        byte[] bytes = new byte[length];
        for (int index = 0; index < length; index++) {
            bytes[index] = (byte) (index * 91);
        }
        return bytes;
    }

    private static List<byte[]> bytesOf(Mutants mutants, int count) {
        return mutants.stream(count).map(Mutant::bytes).toList();
    }
}
