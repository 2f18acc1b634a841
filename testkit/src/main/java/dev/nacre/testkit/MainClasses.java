package dev.nacre.testkit;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;

/** Lets an architecture test see the module's own classes: neither its tests nor the modules it is built on. */
public final class MainClasses implements ImportOption {

    /** Makes the option; called by ArchUnit. */
    public MainClasses() {}

    @Override
    public boolean includes(Location location) {
        return !location.isJar() && location.contains("/classes/");
    }
}
