package dev.nacre.functions;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import dev.nacre.testkit.HouseRules;
import dev.nacre.testkit.LibraryRules;
import dev.nacre.testkit.MainClasses;

@AnalyzeClasses(packages = "dev.nacre.functions", importOptions = MainClasses.class)
class ArchitectureTest {

    @ArchTest
    static final ArchTests HOUSE = ArchTests.in(HouseRules.class);

    @ArchTest
    static final ArchTests LIBRARY = ArchTests.in(LibraryRules.class);

    @ArchTest
    static final ArchRule NO_DATABASE = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.zaxxer..", "org.apache.calcite..", "org.h2..")
            .because("functions are seen from SQL, not from one database or planner")
            .allowEmptyShould(true);
}
