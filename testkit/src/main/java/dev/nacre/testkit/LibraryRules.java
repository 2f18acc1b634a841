package dev.nacre.testkit;

import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;

/** The rules for modules that run inside somebody else's program, on top of {@link HouseRules}. */
public final class LibraryRules {

    /** The process's streams belong to the program. */
    @ArchTest
    public static final ArchRule NO_STANDARD_STREAMS =
            GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.allowEmptyShould(true);

    private LibraryRules() {}
}
