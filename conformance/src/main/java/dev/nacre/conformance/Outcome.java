package dev.nacre.conformance;

import java.util.Locale;

/** How a command of a script ended. */
public enum Outcome {
    /** As the script says. */
    PASSED,
    /** Otherwise than the script says. */
    FAILED,
    /** Not judged, because it needs what is not shipped; the reason names it. */
    SKIPPED,
    /** Not run and not counted: the script has the case as text only, and the engine reads binaries. */
    NOT_COUNTED;

    /** Returns the word for reports. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
