package dev.nacre.conformance.run;

import dev.nacre.conformance.ConformanceException;
import dev.nacre.conformance.script.Action;
import dev.nacre.conformance.value.ScriptValues;
import dev.nacre.engine.EngineException;
import dev.nacre.engine.ExportedFunction;
import dev.nacre.engine.wit.FunctionType;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Calls exported functions on the engine's thread. */
final class Calls {
    private final EngineThread thread;

    Calls(EngineThread thread) {
        this.thread = thread;
    }

    /**
     * What a call came to.
     *
     * @param type of the function; empty when it was not found
     * @param result null for none
     * @param thrown how it failed; empty when it returned
     */
    record Ended(Optional<FunctionType> type, @Nullable Object result, Optional<EngineException> thrown) {}

    /** Calls a function, or says why it is not called. */
    Attempt<Ended> call(Running running, Action action) {
        if (running.end().isPresent()) {
            return Attempt.ended(running.end().get());
        }
        try {
            ExportedFunction function = thread.call(() -> running.instance().function(action.field()));
            return function.type().async() ? Attempt.ended(Judge.asyncCall()) : call(running, function, action);
        } catch (EngineException closedOrUnknown) {
            return Attempt.made(new Ended(Optional.empty(), null, Optional.of(closedOrUnknown)));
        }
    }

    private Attempt<Ended> call(Running running, ExportedFunction function, Action action) {
        try {
            @Nullable Object[] arguments = ScriptValues.arguments(action.arguments(), function.type());
            return Attempt.made(call(running, function, arguments));
        } catch (ConformanceException mismatch) {
            return Attempt.ended(Verdict.failed(String.valueOf(mismatch.getMessage())));
        }
    }

    private Ended call(Running running, ExportedFunction function, @Nullable Object[] arguments) {
        Optional<FunctionType> type = Optional.of(function.type());
        try {
            Optional<Object> result = thread.call(() -> Optional.ofNullable(function.call(arguments)));
            return new Ended(type, result.orElse(null), Optional.empty());
        } catch (EngineException thrown) {
            running.failed(thrown);
            return new Ended(type, null, Optional.of(thrown));
        }
    }
}
