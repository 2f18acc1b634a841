package dev.nacre.engine.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nacre.engine.CoreFeature;
import dev.nacre.engine.Setting;
import dev.nacre.engine.core.BodyMeasures;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class CodeEntryTest {
    private static final CompiledCode CODE = new CompiledCode(
            Map.of("dev.nacre.guest.Module", new byte[] {1, 2, 3}, "dev.nacre.guest.ModuleFuncGroup_0", new byte[300]),
            32,
            Map.of(7, 9_000, 300, 8_001),
            new BodyMeasures(Map.of(Setting.NESTING, 12L, Setting.LOCALS, 1L << 40), Set.of(CoreFeature.MULTI_VALUE)));

    @Test
    void readsWhatWasWritten() {
        CompiledCode read = CodeEntry.read(CodeEntry.write(CODE)).orElseThrow();

        assertThat(read.functionsPerClass()).isEqualTo(32);
        assertThat(read.longFunctions()).isEqualTo(CODE.longFunctions());
        assertThat(read.bodies()).isEqualTo(CODE.bodies());
        assertThat(read.classes()).hasSize(2);
        CODE.classes()
                .forEach((name, bytes) -> assertThat(read.classes().get(name)).isEqualTo(bytes));
    }

    @Test
    void readsNothingOfAnotherVersion() {
        byte[] later = CodeEntry.write(CODE);
        later[5]++;

        assertThat(CodeEntry.read(later)).isEmpty();
    }

    @Test
    void readsNothingThatBeginsAsNoEntryDoes() {
        for (int i = 0; i < 5; i++) {
            byte[] other = CodeEntry.write(CODE);
            other[i]++;
            assertThat(CodeEntry.read(other)).as("byte " + i).isEmpty();
        }
    }

    /** They are divided by. */
    @Test
    void readsNothingWithoutFunctionsInAClass() {
        byte[] none = CodeEntry.write(CODE);
        Arrays.fill(none, 6, 10, (byte) 0);

        assertThat(CodeEntry.read(none)).isEmpty();
    }

    @Test
    void readsNothingThatIsTruncatedOrTooLong() {
        byte[] whole = CodeEntry.write(CODE);
        for (int length = 0; length < whole.length; length++) {
            assertThat(CodeEntry.read(Arrays.copyOf(whole, length))).isEmpty();
        }
        assertThat(CodeEntry.read(Arrays.copyOf(whole, whole.length + 1))).isEmpty();
    }

    @Test
    void survivesAnyBytes() {
        RandomGenerator random = RandomGenerator.getDefault();
        byte[] whole = CodeEntry.write(CODE);
        for (int i = 0; i < 20_000; i++) {
            byte[] damaged = whole.clone();
            damaged[random.nextInt(150)] = (byte) random.nextInt();
            assertThat(CodeEntry.read(damaged)).isNotNull();
        }
    }
}
