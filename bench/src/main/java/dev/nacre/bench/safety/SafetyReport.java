package dev.nacre.bench.safety;

import dev.nacre.bench.Environment;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What bounds cost.
 *
 * @param rounds with two new copies of Nacre each
 * @param pairs of measurements of each piece of work in a round
 * @param costs by piece of work
 */
public record SafetyReport(int rounds, int pairs, List<Cost> costs) {
    public SafetyReport {
        costs = List.copyOf(costs);
    }

    /** Returns it as a page in Markdown. */
    public String markdown(Environment environment) {
        List<String> lines = new ArrayList<>();
        lines.add("# What the bounds of the sandbox cost");
        lines.add("");
        lines.addAll(environment.lines());
        lines.add(
                "* processor time of the thread with all bounds, as a multiple of that of the same work in a copy of Nacre without:"
                        + " no time, fuel, cancellation, depth of calls, stack probe or bound on what a call lifts");
        lines.add("* " + rounds + " rounds, each with two new copies in one JVM; in a round the median of " + pairs
                + " pairs that run in turn; the mean of the rounds with its 95 % interval");
        lines.add("");
        lines.add("| work | mean | 95 % interval | aim | verdict | rounds |");
        lines.add("| --- | --- | --- | --- | --- | --- |");
        costs.forEach(cost -> lines.add(row(cost)));
        return String.join("\n", lines) + "\n";
    }

    private static String row(Cost cost) {
        List<String> rounds = cost.ratios().stream().map(SafetyReport::text).toList();
        return "| " + cost.title() + " | " + text(cost.mean()) + " | " + text(cost.least()) + " to " + text(cost.most())
                + " | " + String.format(Locale.ROOT, "%.2f", cost.aim()) + " | " + cost.verdict() + " | "
                + String.join(" ", rounds) + " |";
    }

    private static String text(double ratio) {
        return String.format(Locale.ROOT, "%.3f", ratio);
    }
}
