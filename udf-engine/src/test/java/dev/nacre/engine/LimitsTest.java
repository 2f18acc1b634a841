package dev.nacre.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LimitsTest {
    @Test
    void sandboxHasTheStandardValues() {
        Limits limits = Limits.sandbox();

        assertThat(limits.get(Setting.MEMORY)).isEqualTo(16 << 20);
        assertThat(limits.get(Setting.CALL_DEPTH)).isEqualTo(10_000);
        assertThat(limits.compileTimeout()).isEqualTo(Duration.ofSeconds(60));
        assertThat(limits.settings()).containsOnlyKeys(Setting.values());
    }

    @Test
    void specificationIsNeverNarrowerThanTheSandbox() {
        for (Setting setting : Setting.values()) {
            assertThat(Limits.specification().get(setting))
                    .as(setting.key())
                    .isGreaterThanOrEqualTo(Limits.sandbox().get(setting))
                    .isEqualTo(setting.most());
        }
    }

    @Test
    void sandboxLetsInCoreTwoWithoutVectorsAndExtendedConstants() {
        assertThat(Limits.sandbox().features())
                .containsExactly(
                        CoreFeature.MUTABLE_GLOBALS,
                        CoreFeature.SIGN_EXTENSION,
                        CoreFeature.SATURATING_CONVERSION,
                        CoreFeature.MULTI_VALUE,
                        CoreFeature.BULK_MEMORY,
                        CoreFeature.REFERENCE_TYPES,
                        CoreFeature.EXTENDED_CONST);
        assertThat(Limits.specification().features()).contains(CoreFeature.EXCEPTIONS);
    }

    @Test
    void changesOneValueInACopy() {
        Limits limits = Limits.sandbox();

        Limits changed = limits.with(Setting.FUNCTIONS, 7).withFeatures(EnumSet.of(CoreFeature.MULTI_VALUE));

        assertThat(changed.get(Setting.FUNCTIONS)).isEqualTo(7);
        assertThat(changed.features()).containsExactly(CoreFeature.MULTI_VALUE);
        assertThat(limits).isEqualTo(Limits.sandbox()).isNotEqualTo(changed);
    }

    @Test
    void rejectsValuesOutOfRangeAndFeaturesThatDoNotRun() {
        Limits limits = Limits.sandbox();

        refuses(
                "setting 'memory': expected 0 to 268435456, found 268435457",
                () -> limits.with(Setting.MEMORY, (256 << 20) + 1));
        refuses("setting 'types': expected 0 to 1000000, found -1", () -> limits.with(Setting.TYPES, -1));
        refuses(
                "feature 'SIMD' cannot be allowed: this engine does not run it",
                () -> limits.withFeatures(Set.of(CoreFeature.SIMD)));
    }

    @Test
    void checksCounts() {
        Limits limits = Limits.sandbox().with(Setting.TYPES, 3);

        limits.check(Setting.TYPES, 3, () -> "it");

        assertThatThrownBy(() -> limits.check(Setting.TYPES, 4, () -> "it"))
                .hasMessage("it has 4 types, at most 3 allowed (setting types)");
        assertThatThrownBy(() -> limits.check(Setting.TYPES, -1, () -> "it"))
                .hasMessageContaining("18446744073709551615");
    }

    @Test
    void putsThePlaceBeforeAnError() {
        EngineException error = new EngineException(ErrorCode.INVALID, "function 1 is odd").within("core module 2");

        assertThat(error).hasMessage("core module 2: function 1 is odd");
        assertThat(error.code()).isEqualTo(ErrorCode.INVALID);
    }

    private static void refuses(String message, Runnable change) {
        assertThatThrownBy(change::run)
                .hasMessage(message)
                .isInstanceOfSatisfying(
                        EngineException.class, error -> assertThat(error.code()).isEqualTo(ErrorCode.BAD_SETTING));
    }
}
