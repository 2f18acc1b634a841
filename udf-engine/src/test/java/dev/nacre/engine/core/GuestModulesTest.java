package dev.nacre.engine.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nacre.engine.CoreFeature;
import dev.nacre.engine.EngineException;
import dev.nacre.engine.Limits;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What stock toolchains build, whole, cut short and damaged. */
class GuestModulesTest {
    private static final boolean SOAK = Boolean.getBoolean("nacre.soak");
    private static final int MUTANTS = SOAK ? 5_000 : 500;
    private static final int MOST_CUTS = SOAK ? Integer.MAX_VALUE : 300;

    @Test
    void readsEveryGuestUnderTheSandboxCaps() {
        for (byte[] module : GuestModules.all()) {
            CoreModule read = read(module);

            assertThat(read.functionNames()).hasSameSizeAs(read.functionTypes());
            assertThat(read.exports()).hasSameSizeAs(read.type().exports());
        }
    }

    @Test
    void findsShimAndFixupsInWhatRustBuilds() {
        List<CoreModule> modules = GuestModules.of("telemetry-rust").stream()
                .map(GuestModulesTest::read)
                .toList();

        assertThat(modules)
                .anySatisfy(module -> assertThat(module.forwards()).isNotEmpty().hasSameSizeAs(module.bodySizes()));
        assertThat(modules).anySatisfy(module -> {
            assertThat(module.bodySizes()).isEmpty();
            assertThat(module.activeElements()).hasSize(1);
        });
        assertThat(modules.get(0).features()).contains(CoreFeature.BULK_MEMORY);
    }

    /** As a cache does that has their code. */
    @Test
    void learnsTheSameWithoutReadingBodiesAgain() {
        for (byte[] module : GuestModules.all()) {
            CoreModule whole = read(module);

            CoreModule again = CoreModuleReader.read(module, 0, module.length, Limits.sandbox(), whole.bodies());

            assertThat(again).usingRecursiveComparison().isEqualTo(whole);
        }
    }

    @Test
    void rejectsGuestsCutShortInsideASection() {
        for (byte[] module : GuestModules.all()) {
            int step = Math.max(1, module.length / MOST_CUTS);
            for (int length = 0; length < module.length; length += step) {
                surelyReadsOrRefuses(Arrays.copyOf(module, length), "cut at " + length);
            }
            assertThatThrownBy(() -> read(Arrays.copyOf(module, 7))).isInstanceOf(EngineException.class);
        }
    }

    @Test
    void survivesMutants() {
        long seed = 20_261_122;
        Random random = new Random(seed);
        List<byte[]> modules = GuestModules.all();

        for (int i = 0; i < MUTANTS; i++) {
            byte[] mutant = modules.get(random.nextInt(modules.size())).clone();
            for (int damage = random.nextInt(4); damage >= 0; damage--) {
                mutant[random.nextInt(mutant.length)] = (byte) random.nextInt(256);
            }

            surelyReadsOrRefuses(mutant, "seed " + seed + ", mutant " + i);
        }
    }

    /** Fails when anything but the engine's own exception comes out. */
    private static void surelyReadsOrRefuses(byte[] module, String what) {
        try {
            assertThat(read(module).layout()).isNotNull();
        } catch (EngineException refused) {
            assertThat(refused.getMessage()).as(what).isNotEmpty();
        } catch (RuntimeException | Error escaped) {
            throw new AssertionError(what + ": " + escaped, escaped);
        }
    }

    private static CoreModule read(byte[] module) {
        return CoreModuleReader.read(module, 0, module.length, Limits.sandbox());
    }
}
