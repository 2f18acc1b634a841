package dev.nacre.conformance.run;

import dev.nacre.conformance.CommandResult;
import dev.nacre.conformance.Outcome;
import dev.nacre.conformance.script.Command;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Runs commands one after the other, each for a limited time. */
final class CommandLoop {
    private final ScriptRun run;
    private final EngineThread thread;
    private final Duration timeout;

    CommandLoop(ScriptRun run, EngineThread thread, Duration timeout) {
        this.run = run;
        this.thread = thread;
        this.timeout = timeout;
    }

    List<CommandResult> run(List<Command> commands) {
        List<CommandResult> results = new ArrayList<>(commands.size());
        for (Command command : commands) {
            results.add(timed(command).of(command));
        }
        return results;
    }

    private Verdict timed(Command command) {
        long start = System.nanoTime();
        thread.begin(timeout);
        Verdict verdict = verdict(command);
        long millis = Duration.ofNanos(System.nanoTime() - start).toMillis();
        return verdict.outcome() == Outcome.PASSED && millis > timeout.toMillis()
                ? Verdict.failed("took " + millis + " ms, at most " + timeout.toMillis() + " ms allowed")
                : verdict;
    }

    /** The engine's own failures are verdicts by now; this is for a script that is too much for the runner. */
    private Verdict verdict(Command command) {
        try {
            return command.accept(run);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError | LinkageError failure) {
            return Verdict.failed("the runner failed: " + failure);
        }
    }
}
