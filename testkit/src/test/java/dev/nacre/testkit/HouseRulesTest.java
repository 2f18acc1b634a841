package dev.nacre.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class HouseRulesTest {

    private static final JavaClasses OFFENDERS = new ClassFileImporter().importPackages("dev.nacre.testkit.offending");
    private static final JavaClasses OWN =
            new ClassFileImporter(List.of(new MainClasses())).importPackages("dev.nacre.testkit");

    static Stream<Arguments> rules() {
        return Stream.of(
                Arguments.of(HouseRules.NO_INTERRUPT, "Offender.interrupt()"),
                Arguments.of(HouseRules.NO_GENERIC_EXCEPTIONS, "Offender.fail()"),
                Arguments.of(HouseRules.NULL_MARKED, "expected @NullMarked, found none"),
                Arguments.of(LibraryRules.NO_STANDARD_STREAMS, "Offender.print()"),
                Arguments.of(LibraryRules.NO_STANDARD_STREAMS, "Offender.printStackTrace()"));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void findsOffence(ArchRule rule, String offence) {
        assertThat(rule.evaluate(OFFENDERS).getFailureReport().getDetails())
                .anyMatch(detail -> detail.contains(offence));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void acceptsTestKit(ArchRule rule) {
        assertThat(rule.evaluate(OWN).getFailureReport().getDetails()).isEmpty();
    }

    @Test
    void seesClassesOfModuleWithoutItsTests() {
        assertThat(OWN.contain(HouseRules.class)).isTrue();
        assertThat(OWN.contain(HouseRulesTest.class)).isFalse();
    }
}
