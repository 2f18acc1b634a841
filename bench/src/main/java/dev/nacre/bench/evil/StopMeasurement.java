package dev.nacre.bench.evil;

import dev.nacre.bench.Environment;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Measures how soon every shape of runaway is stopped, while another connection goes on. */
public final class StopMeasurement {
    /** Runs of each shape when nobody says otherwise. */
    public static final int STANDARD_RUNS = 200;

    private static final String BASELINE = "a loop in Java";
    private static final Duration AIM = Duration.ofMillis(100);
    private static final double NANOS_PER_MILLI = 1e6;

    private final int runs;
    private final List<Shape> shapes;
    private final List<ShapeTimes> times = new ArrayList<>();
    private Where where = Where.MEMORY;

    /**
     * @param runs of each shape, for each way to stop it
     */
    public StopMeasurement(int runs) {
        this(runs, Shape.all());
    }

    StopMeasurement(int runs, List<Shape> shapes) {
        if (runs < 1) {
            throw new IllegalArgumentException("runs: expected at least 1, found " + runs);
        }
        this.runs = runs;
        this.shapes = shapes;
    }

    /**
     * Measures; takes about ten minutes with the standard number of runs.
     *
     * @param progress gets a line for each shape
     */
    public List<ShapeTimes> run(EvilRun run, PrintStream progress) {
        where = run.where();
        progress.println("measuring " + BASELINE);
        times.add(times(BASELINE, "itself", run.baseline(runs), 0));
        for (Shape shape : shapes) {
            progress.println("measuring " + shape.id());
            times.add(times(run, shape, false));
            if (shape.end() != Shape.End.REFUSAL) {
                times.add(times(run, shape, true));
            }
        }
        return List.copyOf(times);
    }

    private ShapeTimes times(EvilRun run, Shape shape, boolean isCancelled) {
        String end = shape.end() == Shape.End.REFUSAL ? "refusal" : "deadline";
        return times(
                shape.id(),
                isCancelled ? "cancel" : end,
                run.measure(shape, runs, isCancelled),
                shape.setUp().size());
    }

    private static ShapeTimes times(String shape, String stop, Watch.Report report, int setUp) {
        return new ShapeTimes(
                shape,
                stop,
                report.verdict(),
                report.reason(),
                Percentiles.of(report.strikes().stream()
                        .skip(setUp)
                        .map(StrikeResult::timeToStop)
                        .toList()),
                Percentiles.of(report.beside().stream().map(Duration::ofNanos).toList()));
    }

    /** Returns what was measured as a page in Markdown. */
    public String markdown(Environment environment) {
        List<String> lines = new ArrayList<>();
        lines.add("# How soon a runaway is stopped");
        lines.add("");
        lines.addAll(environment.lines());
        lines.add("* " + runs
                + " runs of each shape and each way to stop it, in a process with a heap of 256 MiB, timed by the"
                + " process that watches it: from the deadline (`call_timeout` of 100 ms, counted from the statement's start) or"
                + " the cancellation to when control is back");
        if (where == Where.SERVER) {
            lines.add(
                    "* the database is in the memory of one more process, a server of H2, behind `jdbc:nacre:h2:tcp:`");
        }
        lines.add("* beside: what `SELECT 1` of another connection takes meanwhile, a millisecond apart");
        lines.add(
                "* first line: the same without a database, a loop that looks at the clock by itself until 100 ms have passed;"
                        + " what is late there is the machine, which has other work to do");
        lines.add("");
        lines.add("| shape | ended by | p50 ms | p99 ms | most ms | beside p99 ms | beside most ms | verdict |");
        lines.add("| --- | --- | --- | --- | --- | --- | --- | --- |");
        times.forEach(each -> lines.add(row(each)));
        lines.add("");
        lines.add(claim());
        return String.join("\n", lines) + "\n";
    }

    private static String row(ShapeTimes each) {
        Percentiles stop = each.timesToStop();
        Percentiles beside = each.beside();
        return "| " + String.join(" | ", each.shape(), each.stop(), millis(stop.at(50)), millis(stop.at(99)))
                + " | " + String.join(" | ", millis(stop.most()), millis(beside.at(99)), millis(beside.most()))
                + " | " + each.verdict().word() + (each.reason().isEmpty() ? "" : ": " + each.reason()) + " |";
    }

    private String claim() {
        List<String> late = times.stream()
                .filter(each -> each.timesToStop().at(99).compareTo(AIM) > 0)
                .map(each -> each.shape() + " by " + each.stop())
                .toList();
        return "Aim: 99 of 100 runs are stopped within " + AIM.toMillis() + " ms. "
                + (late.isEmpty()
                        ? "It holds for all shapes."
                        : "It does not hold for " + String.join(", ", late) + ".");
    }

    private static String millis(Duration time) {
        return String.format(Locale.ROOT, "%.1f", time.toNanos() / NANOS_PER_MILLI);
    }
}
