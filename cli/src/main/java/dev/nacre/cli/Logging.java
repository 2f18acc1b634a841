package dev.nacre.cli;

/**
 * Sets what is logged to standard error, before the first logger is made: warnings, but nothing of what guests say; with
 * {@code --verbose} the guests' lines too.
 */
final class Logging {
    private static final String PREFIX = "org.slf4j.simpleLogger.";

    private Logging() {}

    static void configure(boolean verbose) {
        set("defaultLogLevel", verbose ? "info" : "warn");
        set("log.dev.nacre.guest", verbose ? "trace" : "off");
        set("showThreadName", "false");
    }

    /** What the person set by JDK_JAVA_OPTIONS stands. */
    private static void set(String key, String value) {
        if (System.getProperty(PREFIX + key) == null) {
            System.setProperty(PREFIX + key, value);
        }
    }
}
