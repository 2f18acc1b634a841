package dev.nacre.bench.engine;

import dev.nacre.bench.Environment;
import dev.nacre.bench.Median;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/** What was measured of the engine, to be printed as Markdown. */
public final class EngineReport {
    private final EngineOptions options;
    private final Figures figures;

    EngineReport(EngineOptions options, Figures figures) {
        this.options = options;
        this.figures = figures;
    }

    /** Returns how many things were measured: benchmarks with their parameters. */
    public int subjects() {
        return figures.all().size();
    }

    /**
     * Returns the report.
     *
     * @param environment where it was measured
     */
    public String markdown(Environment environment) {
        List<String> text = new ArrayList<>();
        text.add("# The engine by itself, beside what it is measured against");
        text.add("");
        text.addAll(environment.lines());
        text.add("* " + options.rounds() + " rounds with a JVM for each benchmark (-Xmx1g, " + options.collector()
                + " collector), " + options.iterations() + " iterations of "
                + options.iteration().toMillis() + " ms after " + options.warmups() + " to warm up");
        text.add("* processor time; a round's value is the median of its iterations, compared within the round");
        claims(text);
        figures(text);
        return String.join("\n", text) + "\n";
    }

    private void claims(List<String> text) {
        heading(text, "Claims", "claim", "with", "median", "least", "greatest", "unit", "at most", "holds");
        for (Claim claim : Claims.ALL) {
            figures.all().forEach((subject, found) -> {
                List<Figure> baseline = figures.all().get(subject.of(claim.baseline()));
                if (subject.benchmark().equals(claim.contender()) && baseline != null) {
                    text.add(row(cells(claim, subject, claim.compare(found, baseline))));
                }
            });
        }
    }

    private static List<String> cells(Claim claim, Subject subject, List<Double> compared) {
        double median = Median.of(compared);
        OptionalDouble most = claim.bound(subject);
        String verdict = median <= most.orElse(0) ? "yes" : "**no**";
        return List.of(
                claim.text(),
                subject.text(),
                number(median),
                number(Collections.min(compared)),
                number(Collections.max(compared)),
                claim.measure().unit(),
                most.isPresent() ? number(most.getAsDouble()) : "",
                most.isPresent() ? verdict : "");
    }

    private void figures(List<String> text) {
        heading(
                text,
                "Figures, medians of the rounds; ns and B for each operation",
                "benchmark",
                "with",
                "thread",
                "least",
                "process",
                "allocated",
                "99 of 100 by the clock",
                "kept");
        figures.all()
                .forEach((subject, found) -> text.add(row(List.of(
                        subject.benchmark(),
                        subject.text(),
                        median(found, Figure::threadNanos),
                        number(found.stream()
                                .mapToDouble(Figure::threadNanos)
                                .min()
                                .orElseThrow()),
                        median(found, Figure::processNanos),
                        median(found, Figure::bytes),
                        median(found, Figure::slowNanos),
                        median(found, Figure::keptBytes)))));
    }

    private static String median(List<Figure> found, ToDoubleFunction<Figure> field) {
        return number(Median.of(found.stream().map(field::applyAsDouble).toList()));
    }

    private static String number(double value) {
        if (Double.isNaN(value)) {
            return "";
        }
        return String.format(Locale.ROOT, Math.abs(value) < 100 ? "%.2f" : "%,.0f", value);
    }

    private static void heading(List<String> text, String title, String... columns) {
        text.addAll(List.of("", "## " + title, "", row(List.of(columns))));
        text.add("| --- | --- |" + " ---: |".repeat(columns.length - 2));
    }

    private static String row(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |";
    }
}
