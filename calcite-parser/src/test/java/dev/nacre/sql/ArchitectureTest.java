package dev.nacre.sql;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import dev.nacre.testkit.HouseRules;
import dev.nacre.testkit.LibraryRules;
import dev.nacre.testkit.MainClasses;

@AnalyzeClasses(
        packages = "dev.nacre.sql",
        importOptions = {MainClasses.class, ArchitectureTest.WrittenClasses.class})
class ArchitectureTest {

    @ArchTest
    static final ArchTests HOUSE = ArchTests.in(HouseRules.class);

    @ArchTest
    static final ArchTests LIBRARY = ArchTests.in(LibraryRules.class);

    @ArchTest
    static final ArchRule NO_DATABASE = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.zaxxer..", "dev.nacre.engine..", "dev.nacre.functions..", "org.h2..")
            .because("the module has the grammar and the syntax tree only")
            .allowEmptyShould(true);

    /** Leaves out what JavaCC makes of the grammar: it has manners of its own. */
    static final class WrittenClasses implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("/dev/nacre/sql/parser/GeneratedParser");
        }
    }
}
