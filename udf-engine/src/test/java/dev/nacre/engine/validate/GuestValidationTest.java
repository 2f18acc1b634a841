package dev.nacre.engine.validate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.nacre.engine.EngineException;
import dev.nacre.engine.ExportedFunctionType;
import dev.nacre.engine.Limits;
import dev.nacre.engine.binary.ComponentReader;
import dev.nacre.engine.core.CoreModule;
import dev.nacre.engine.core.CoreModuleReader;
import dev.nacre.testkit.Guests;
import dev.nacre.testkit.Mutants;
import dev.nacre.testkit.Seeds;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Real components: taken whole, refused when damaged. */
class GuestValidationTest {
    private static final Duration HANG_GUARD = Duration.ofSeconds(40);
    private static final Limits LIMITS = Limits.sandbox();

    @RegisterExtension
    final Seeds seeds = new Seeds();

    static Stream<String> guests() {
        SortedSet<String> names = Guests.names();
        names.remove("huge-memory");
        names.remove("catch-all"); // exceptions, which the sandbox does not run
        return names.stream();
    }

    @ParameterizedTest
    @MethodSource("guests")
    void takesWhatToolchainsBuild(String guest) {
        TypedComponent component = Validation.of(Guests.bytes(guest), LIMITS);

        assertThat(component.type().exports()).isNotEmpty();
        assertThat(component.definitions())
                .anyMatch(definition ->
                        definition instanceof Definition.CanonLift || definition instanceof Definition.NestedComponent);
    }

    @Test
    void resolvesTheDefinitionsOfARustComponent() {
        TypedComponent component = Validation.of(Guests.bytes("telemetry-rust"), LIMITS);

        assertThat(component.definitions())
                .filteredOn(Definition.CoreModuleDefinition.class::isInstance)
                .hasSize(4);
        assertThat(ExportedFunctions.of(component.type()))
                .extracting(
                        ExportedFunctionType::name, function -> function.type().toString())
                .containsExactly(tuple("handle-data", "func(payload: list<u8>) -> result<list<u8>, string>"));
        assertThat(ExportedFunctions.ofResources(component.type())).isEmpty();
    }

    @Test
    void listsTheFunctionsOfExportedInterfaces() {
        TypedComponent component = Validation.of(Guests.bytes("shapes-rust"), LIMITS);

        List<String> names = ExportedFunctions.of(component.type()).stream()
                .map(ExportedFunctionType::name)
                .toList();

        assertThat(names)
                .startsWith("scale")
                .contains("nacre:shapes/echo@0.1.0#echo-bool", "nacre:shapes/compute@0.1.0#swap");
    }

    @Test
    void refusesAComponentCutOffAnywhere() {
        byte[] whole = Guests.bytes("telemetry-rust");
        Map<Integer, CoreModule> modules = new HashMap<>();
        int step = Seeds.soaking() ? 1 : 7;

        for (int length = 0; length < whole.length; length += step) {
            byte[] part = Arrays.copyOf(whole, length);
            boolean valid = isValid(part, modules);
            assertThat(valid).as("the first %d bytes", length).isFalse();
        }
    }

    /** Core modules are the same in every part, so each is read once. */
    private static boolean isValid(byte[] part, Map<Integer, CoreModule> modules) {
        try {
            TypedComponent component = ComponentValidator.validate(
                    ComponentReader.read(part, LIMITS),
                    LIMITS,
                    (offset, length) -> modules.computeIfAbsent(
                            offset, key -> CoreModuleReader.read(part, offset, length, LIMITS)));
            return !ExportedFunctions.of(component.type()).isEmpty();
        } catch (EngineException expected) {
            return false;
        }
    }

    @ParameterizedTest
    @MethodSource("guests")
    void refusesOrTakesMutantsWithoutAnyOtherFailure(String guest) {
        int count = Seeds.count(60, 700);

        Mutants.of(Guests.bytes(guest), Seeds.seed()).stream(count)
                .forEach(mutant -> Assertions.assertTimeoutPreemptively(
                        HANG_GUARD, () -> judge(mutant.bytes()), mutant::toString));
    }

    private static void judge(byte[] bytes) {
        try {
            Validation.of(bytes, LIMITS);
        } catch (EngineException expected) {
            assertThat(expected).hasMessageNotContaining("null");
        }
    }
}
