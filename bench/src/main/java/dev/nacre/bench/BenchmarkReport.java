package dev.nacre.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * What was measured, to be printed as Markdown.
 *
 * @param contenders their names; the first is the one that the others are compared with
 * @param lines one for each workload
 */
public record BenchmarkReport(BenchmarkOptions options, List<String> contenders, List<Line> lines) {
    public BenchmarkReport {
        contenders = List.copyOf(contenders);
        lines = List.copyOf(lines);
    }

    /**
     * The measurements of one workload.
     *
     * @param title what was computed
     * @param measurements in the order of the contenders
     */
    public record Line(String title, List<Measurement> measurements) {
        public Line {
            measurements = List.copyOf(measurements);
        }
    }

    /**
     * Returns the report as Markdown.
     *
     * @param environment where it was measured
     */
    public String markdown(Environment environment) {
        List<String> text = new ArrayList<>();
        text.add("# A function of WebAssembly in a query, beside the same in Java");
        text.add("");
        text.addAll(environment.lines());
        text.add(String.format(
                Locale.ROOT,
                "* %,d rows; medians of %d runs after %d to warm up, the contenders in turns",
                options.rows(),
                options.runs(),
                options.warmups()));
        text.add("* Nacre: the function in WebAssembly; Calcite: a Java function in plain Calcite over the same H2;"
                + " H2 alias: a Java function called by H2");
        text.add("* SUM of DOUBLE: Nacre and H2 add decimally, as H2 defines it, plain Calcite in binary");
        table(text, "Processor time of the query's thread, ns for each row", Measurement::threadNanosPerRow);
        table(
                text,
                "Processor time of the process (with garbage collection and the JVM's compiler), ns for each row",
                Measurement::processNanosPerRow);
        spread(text);
        return String.join("\n", text) + "\n";
    }

    private void table(List<String> text, String title, ToDoubleFunction<Measurement> time) {
        heading(text, title);
        List<String> head = new ArrayList<>(List.of("query"));
        head.addAll(contenders);
        contenders.stream().skip(1).forEach(peer -> head.add(contenders.get(0) + " / " + peer));
        text.add(row(head));
        text.add("| --- |" + " ---: |".repeat(head.size() - 1));
        lines.forEach(line -> text.add(row(cells(line, time))));
    }

    private static List<String> cells(Line line, ToDoubleFunction<Measurement> time) {
        double[] times = line.measurements().stream().mapToDouble(time).toArray();
        List<String> cells = new ArrayList<>(List.of(line.title()));
        for (double nanos : times) {
            cells.add(String.format(Locale.ROOT, "%.1f", nanos));
        }
        for (int peer = 1; peer < times.length; peer++) {
            cells.add(String.format(Locale.ROOT, "%.2f", times[0] / times[peer]));
        }
        return cells;
    }

    private void spread(List<String> text) {
        heading(text, "Slowest run less fastest run, part of the median");
        List<String> head = new ArrayList<>(List.of("query"));
        head.addAll(contenders);
        text.add(row(head));
        text.add("| --- |" + " ---: |".repeat(contenders.size()));
        for (Line line : lines) {
            List<String> cells = new ArrayList<>(List.of(line.title()));
            line.measurements()
                    .forEach(found -> cells.add(String.format(Locale.ROOT, "%.0f %%", found.spread() * 100)));
            text.add(row(cells));
        }
    }

    private static void heading(List<String> text, String title) {
        text.add("");
        text.add("## " + title);
        text.add("");
    }

    private static String row(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |";
    }
}
