package dev.nacre.cli;

/** What the process tells its caller. The launcher adds 3: Java or Maven is missing. */
final class ExitCode {
    static final int OK = 0;
    static final int FAILURE = 1;
    static final int USAGE = 2;

    private ExitCode() {}
}
