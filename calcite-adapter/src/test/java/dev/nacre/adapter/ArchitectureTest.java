package dev.nacre.adapter;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import dev.nacre.testkit.HouseRules;
import dev.nacre.testkit.LibraryRules;
import dev.nacre.testkit.MainClasses;

@AnalyzeClasses(packages = "dev.nacre", importOptions = MainClasses.class)
class ArchitectureTest {

    @ArchTest
    static final ArchTests HOUSE = ArchTests.in(HouseRules.class);

    @ArchTest
    static final ArchTests LIBRARY = ArchTests.in(LibraryRules.class);

    @ArchTest
    static final ArchRule NO_DOORS_OF_CALCITE = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.apache.calcite.jdbc..",
                    "org.apache.calcite.model..",
                    "org.apache.calcite.schema.impl..",
                    "org.apache.calcite.adapter..",
                    "org.apache.calcite.server..")
            .because("its connections, models, factories and functions of Java classes run what a client names");
}
