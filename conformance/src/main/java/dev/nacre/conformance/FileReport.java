package dev.nacre.conformance;

import java.util.List;

/**
 * What became of one script.
 *
 * @param file the path as it was found, without detours and with {@code /} between its parts
 * @param results in the order of the script's commands. A script that cannot be read has one, a failed one of line 0 and
 *     type {@code script}
 */
public record FileReport(String file, List<CommandResult> results) {
    public FileReport {
        results = List.copyOf(results);
    }

    /** Counts the results. */
    public Tally tally() {
        return Tally.of(results);
    }
}
