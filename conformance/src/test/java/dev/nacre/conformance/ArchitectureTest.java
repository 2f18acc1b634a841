package dev.nacre.conformance;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import dev.nacre.testkit.HouseRules;
import dev.nacre.testkit.LibraryRules;
import dev.nacre.testkit.MainClasses;

@AnalyzeClasses(packages = "dev.nacre.conformance", importOptions = MainClasses.class)
class ArchitectureTest {

    @ArchTest
    static final ArchTests HOUSE = ArchTests.in(HouseRules.class);

    @ArchTest
    static final ArchTests LIBRARY = ArchTests.in(LibraryRules.class);

    @ArchTest
    static final ArchRule NO_CYCLES =
            slices().matching("dev.nacre.conformance.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule SEES_THE_PUBLIC_FACE_OF_THE_ENGINE = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.nacre.engine.abi..",
                    "dev.nacre.engine.binary..",
                    "dev.nacre.engine.core..",
                    "dev.nacre.engine.link..",
                    "dev.nacre.engine.runtime..",
                    "dev.nacre.engine.validate..",
                    "dev.nacre.functions..",
                    "dev.nacre.calcite..",
                    "dev.nacre.jdbc..")
            .because("what a script can reach is what an embedder can reach");

    @ArchTest
    static final ArchRule SCRIPTS_KNOW_NO_ENGINE = noClasses()
            .that()
            .resideInAPackage("dev.nacre.conformance.script..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.nacre.engine..")
            .because("reading a script runs nothing");
}
