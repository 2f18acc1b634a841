package dev.nacre.conformance.report;

import dev.nacre.conformance.CommandResult;
import dev.nacre.conformance.ConformanceReport;
import dev.nacre.conformance.FileReport;
import dev.nacre.conformance.Outcome;
import dev.nacre.conformance.Tally;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The report for reading: a line for each script, one for each failure, and the sums. */
public final class TextReport {
    private static final int MOST_REASON = 400;

    private TextReport() {}

    /** Returns the lines for one script. */
    public static List<String> lines(FileReport file) {
        List<String> lines = new ArrayList<>();
        lines.add(file.file() + ": " + sums(file.tally(), file.results()));
        file.results().stream()
                .filter(result -> result.outcome() == Outcome.FAILED)
                .map(TextReport::failure)
                .forEach(lines::add);
        return lines;
    }

    /** Returns the lines that end the report. */
    public static List<String> summary(ConformanceReport report) {
        List<String> lines = new ArrayList<>();
        report.passedOver().forEach(file -> lines.add(file + ": passed over, no list of commands"));
        List<CommandResult> all =
                report.files().stream().flatMap(file -> file.results().stream()).toList();
        Tally tally = report.tally();
        lines.add("total of " + report.files().size() + " scripts: " + sums(tally, all));
        lines.add("message agrees: " + tally.messagesAgreeing() + " of " + tally.messages());
        return lines;
    }

    private static String failure(CommandResult result) {
        String place = result.line() == 0 ? result.type() : "line " + result.line() + " " + result.type();
        return "  " + oneLine(place) + ": " + oneLine(result.reason());
    }

    private static String sums(Tally tally, Collection<CommandResult> results) {
        String skipped = tally.skipped() == 0 ? "" : " (" + reasons(results) + ")";
        String textOnly = tally.notCounted() == 0 ? "" : ", " + tally.notCounted() + " text only, not counted";
        return tally.passed() + " passed, " + tally.failed() + " failed, " + tally.skipped() + " skipped" + skipped
                + textOnly;
    }

    private static String reasons(Collection<CommandResult> results) {
        Map<String, Long> counts = results.stream()
                .filter(result -> result.outcome() == Outcome.SKIPPED)
                .collect(Collectors.groupingBy(CommandResult::reason, TreeMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .map(entry -> entry.getValue() + " " + oneLine(entry.getKey()))
                .collect(Collectors.joining("; "));
    }

    /** Scripts and guests choose the words: what reaches a terminal is one line of bounded length, without control characters. */
    private static String oneLine(String text) {
        String cut = text.length() > MOST_REASON ? text.substring(0, MOST_REASON) + "..." : text;
        return cut.replaceAll("\\s+", " ").replaceAll("[\\p{C}\\p{Zl}\\p{Zp}]", "?");
    }
}
