package dev.nacre.conformance.run;

import dev.nacre.conformance.CommandResult;
import dev.nacre.conformance.Outcome;
import dev.nacre.conformance.script.Command;
import java.util.Optional;

/** What is said of one command. The parts are those of {@link CommandResult}. */
record Verdict(Outcome outcome, String reason, Optional<Boolean> messageAgrees) {
    private static final String NEEDS = "needs line ";

    static Verdict passed() {
        return new Verdict(Outcome.PASSED, "", Optional.empty());
    }

    /**
     * Says that what the script expects was refused or trapped.
     *
     * @param expected part of the message, empty for none
     * @param found the engine's message
     */
    static Verdict passed(String expected, String found) {
        Optional<Boolean> agrees = expected.isEmpty() ? Optional.empty() : Optional.of(found.contains(expected));
        return new Verdict(Outcome.PASSED, found, agrees);
    }

    static Verdict failed(String reason) {
        return new Verdict(Outcome.FAILED, reason, Optional.empty());
    }

    static Verdict skipped(String reason) {
        return new Verdict(Outcome.SKIPPED, reason, Optional.empty());
    }

    static Verdict textOnly() {
        return new Verdict(Outcome.NOT_COUNTED, "text only", Optional.empty());
    }

    /** Returns what is said of a command that needs the result of this one. */
    Verdict forDependent(int line) {
        return switch (outcome) {
            case FAILED -> failed(reason.startsWith(NEEDS) ? reason : NEEDS + line + ", which failed");
            case SKIPPED, NOT_COUNTED -> skipped(reason);
            case PASSED -> this;
        };
    }

    CommandResult of(Command command) {
        return new CommandResult(command.line(), command.type(), outcome, reason, messageAgrees);
    }
}
