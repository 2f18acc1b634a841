package dev.nacre.conformance;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * What became of one command.
 *
 * @param line where the command is in the script's source
 * @param type as the script has it, for example {@code assert_return}
 * @param outcome how it ended
 * @param reason why it failed, was skipped or does not count; for a passed rejection what the engine said; else empty
 * @param messageAgrees whether the engine's message holds the text that the script expects; empty where there is none to
 *     compare. It never decides the outcome
 */
public record CommandResult(int line, String type, Outcome outcome, String reason, Optional<Boolean> messageAgrees) {
    public CommandResult {
        requireNonNull(type, "type is null");
        requireNonNull(outcome, "outcome is null");
        requireNonNull(reason, "reason is null");
        requireNonNull(messageAgrees, "messageAgrees is null");
    }
}
