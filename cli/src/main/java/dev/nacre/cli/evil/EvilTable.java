package dev.nacre.cli.evil;

import dev.nacre.bench.evil.AttackResult;
import dev.nacre.bench.evil.StrikeResult;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;

/** A line for each attack as it ends. */
public final class EvilTable {
    private static final String LINE = "%-27s | %-8s | %8s | %7s | %-7s | %s%n";
    private static final int SHOWN_REASON = 300;

    private final PrintStream output;
    private boolean isBegun;

    /**
     * Makes one.
     *
     * @param output not closed
     */
    public EvilTable(PrintStream output) {
        this.output = output;
    }

    /** Prints an attack, and what went wrong when it was not stopped. */
    public AttackResult add(AttackResult result) {
        line(result, result.attack().threatList(), result.attack().defence());
        return result;
    }

    /** Prints what came of somebody's component, a line for each statement. */
    public AttackResult addGuest(AttackResult result) {
        line(result, "", "");
        for (StrikeResult strike : result.strikes()) {
            output.println("  " + oneLine(strike.text()) + " -> " + oneLine(strike.outcome()));
        }
        return result;
    }

    private void line(AttackResult result, String threats, String defence) {
        begin();
        output.printf(
                LINE,
                name(result.attack().id()),
                threats,
                result.timeToStop().map(EvilTable::millis).orElse("-"),
                result.peakBytes().isPresent() ? (result.peakBytes().getAsLong() >> 20) + " MiB" : "-",
                result.verdict().word(),
                defence);
        if (!result.isStopped()) {
            output.println("  " + shortened(oneLine(result.reason())));
        }
        output.flush();
    }

    private void begin() {
        if (!isBegun) {
            isBegun = true;
            output.printf(LINE, "ATTACK", "THREAT", "STOPPED", "MEMORY", "VERDICT", "DEFENCE");
        }
    }

    /** Prints how many there were. */
    public void end(List<AttackResult> results) {
        long stopped = results.stream().filter(AttackResult::isStopped).count();
        output.println(
                "(" + results.size() + (results.size() == 1 ? " attack, " : " attacks, ") + stopped + " stopped)");
    }

    private static String name(String id) {
        return id.substring(id.lastIndexOf('/') + 1);
    }

    private static String millis(Duration time) {
        return time.toMillis() + " ms";
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ");
    }

    private static String shortened(String text) {
        return text.length() > SHOWN_REASON ? text.substring(0, SHOWN_REASON) + "..." : text;
    }
}
