package dev.nacre.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.nacre.engine.host.HostInterfaces;
import dev.nacre.engine.testing.SectionMutants;
import dev.nacre.engine.testing.SmallComponents;
import dev.nacre.testkit.Mutants;
import dev.nacre.testkit.Seeds;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Damaged components, from their bytes to a loaded component: refused or taken, and nothing else. */
class HostileBytesTest {
    /** Twenty times what a component may take. */
    private static final Duration HANG_GUARD = Duration.ofSeconds(40);

    private static final ComponentEngine ENGINE =
            ComponentEngine.create(new EngineOptions(Limits.specification(), HostInterfaces.standard()));

    @RegisterExtension
    final Seeds seeds = new Seeds();

    @AfterAll
    static void close() {
        ENGINE.close();
    }

    static Stream<String> components() {
        return SmallComponents.all().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("components")
    void takesTheOriginals(String name) {
        byte[] bytes = SmallComponents.all().get(name);

        assertThatCode(() -> ENGINE.load(bytes)).doesNotThrowAnyException();
    }

    @Test
    void refusesOrTakesMutantsWithoutAnyOtherFailure() {
        List<byte[]> originals = new ArrayList<>(SmallComponents.all().values());
        Map<ErrorCode, Integer> refusals = new EnumMap<>(ErrorCode.class);

        for (int number = 0; number < Seeds.count(2_000, 50_000); number++) {
            byte[] original = originals.get(number % originals.size());
            byte[] mutant = number % 4 == 0
                    ? Mutants.of(original, Seeds.seed()).get(number).bytes()
                    : SectionMutants.of(original, number);
            String subject = "mutant " + number;
            assertTimeoutPreemptively(HANG_GUARD, () -> judge(mutant, subject, refusals), subject);
        }

        // most mutants are to come past the first checks
        assertThat(refusals).containsKeys(ErrorCode.MALFORMED, ErrorCode.INVALID, ErrorCode.UNSUPPORTED_FEATURE);
    }

    private static void judge(byte[] bytes, String subject, Map<ErrorCode, Integer> refusals) {
        try {
            assertThat(ENGINE.describe(bytes).wit()).isNotNull();
            ENGINE.load(bytes);
        } catch (EngineException expected) {
            assertThat(expected.code()).as(subject).isNotEqualTo(ErrorCode.INTERNAL);
            assertThat(expected).as(subject).hasMessageNotContaining("null");
            refusals.merge(expected.code(), 1, Integer::sum);
        }
    }
}
