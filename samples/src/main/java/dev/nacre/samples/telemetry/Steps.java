package dev.nacre.samples.telemetry;

import java.io.PrintStream;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Runs the program step by step, with a heading before each and its time after. */
final class Steps {
    private final PrintStream output;
    private final List<Step> done = new ArrayList<>();

    Steps(PrintStream output) {
        this.output = output;
    }

    private record Step(String title, long nanos) {
        String text() {
            return String.format(Locale.ROOT, "%9.1f ms  %s", nanos / 1e6, title);
        }
    }

    /** What a step does. */
    @FunctionalInterface
    interface Work {
        void run() throws SQLException;
    }

    void run(String title, Work work) throws SQLException {
        output.println();
        output.println((done.size() + 1) + ". " + title);
        long start = System.nanoTime();
        work.run();
        done.add(new Step(title, System.nanoTime() - start));
    }

    void printTimes() {
        output.println();
        output.println("Times, on a JVM that was cold at first:");
        done.forEach(step -> output.println(step.text()));
    }
}
