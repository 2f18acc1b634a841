package dev.nacre.engine;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import dev.nacre.testkit.HouseRules;
import dev.nacre.testkit.LibraryRules;
import dev.nacre.testkit.MainClasses;

@AnalyzeClasses(packages = "dev.nacre.engine", importOptions = MainClasses.class)
class ArchitectureTest {

    private static final String ABI = "dev.nacre.engine.abi..";
    private static final String BINARY = "dev.nacre.engine.binary..";
    private static final String CORE = "dev.nacre.engine.core..";
    private static final String HOST = "dev.nacre.engine.host..";
    private static final String LINK = "dev.nacre.engine.link..";
    private static final String RUNTIME = "dev.nacre.engine.runtime..";
    private static final String SANDBOX = "dev.nacre.engine.sandbox..";
    private static final String VALIDATE = "dev.nacre.engine.validate..";
    private static final String WIT = "dev.nacre.engine.wit..";

    @ArchTest
    static final ArchTests HOUSE = ArchTests.in(HouseRules.class);

    @ArchTest
    static final ArchTests LIBRARY = ArchTests.in(LibraryRules.class);

    @ArchTest
    static final ArchRule NO_CYCLES =
            slices().matching("dev.nacre.engine.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule RUNTIME_KNOWS_NO_COMPONENTS = noClasses()
            .that()
            .resideInAnyPackage(RUNTIME, SANDBOX, CORE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(ABI, BINARY, HOST, LINK, VALIDATE, WIT)
            .because("components are built on core modules, not the other way round");

    @ArchTest
    static final ArchRule VALIDATION_RUNS_NOTHING = noClasses()
            .that()
            .resideInAnyPackage(BINARY, VALIDATE, WIT)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(ABI, HOST, LINK, RUNTIME, SANDBOX)
            .because("a component is judged before anything of it is built");
}
