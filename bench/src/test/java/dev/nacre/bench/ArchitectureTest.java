package dev.nacre.bench;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import dev.nacre.testkit.HouseRules;
import dev.nacre.testkit.LibraryRules;
import dev.nacre.testkit.MainClasses;

@AnalyzeClasses(
        packages = "dev.nacre.bench",
        importOptions = {MainClasses.class, ArchitectureTest.WrittenClasses.class})
class ArchitectureTest {

    @ArchTest
    static final ArchTests HOUSE = ArchTests.in(HouseRules.class);

    @ArchTest
    static final ArchTests LIBRARY = ArchTests.in(LibraryRules.class);

    /** Leaves out what JMH makes of the benchmarks: it has manners of its own. */
    static final class WrittenClasses implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("/jmh_generated/");
        }
    }
}
