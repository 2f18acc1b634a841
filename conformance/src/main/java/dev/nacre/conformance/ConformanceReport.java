package dev.nacre.conformance;

import java.util.List;

/**
 * What became of a run.
 *
 * @param files in the order in which they ran
 * @param passedOver the JSON files that are no scripts, in order
 */
public record ConformanceReport(List<FileReport> files, List<String> passedOver) {
    public ConformanceReport {
        files = List.copyOf(files);
        passedOver = List.copyOf(passedOver);
    }

    /** Counts all results. */
    public Tally tally() {
        return Tally.of(files.stream().flatMap(file -> file.results().stream()).toList());
    }

    /** Returns whether there was a script and nothing failed. */
    public boolean isSuccess() {
        return !files.isEmpty() && tally().failed() == 0;
    }
}
