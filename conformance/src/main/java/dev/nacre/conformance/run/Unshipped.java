package dev.nacre.conformance.run;

import dev.nacre.engine.CoreFeature;
import dev.nacre.engine.EngineException;
import dev.nacre.engine.ErrorCode;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Tells a refusal of what is not shipped from a refusal of anything else: the engine names the feature, and the names that
 * may excuse a command are listed here. A name that is not listed excuses nothing.
 *
 * <p>See Explainer.md, "Gated Features".
 */
final class Unshipped {
    /** Words of the engine's refusals, and the feature for reports. */
    private static final Map<String, String> GATES = gates();

    private Unshipped() {}

    /**
     * Returns the name of the feature, when loading was refused because it is not shipped.
     *
     * @param refusal what ended the loading of a component
     */
    static Optional<String> feature(EngineException refusal) {
        if (refusal.code() != ErrorCode.UNSUPPORTED_FEATURE) {
            return Optional.empty();
        }
        String message = String.valueOf(refusal.getMessage());
        return GATES.entrySet().stream()
                .filter(gate -> message.contains(gate.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .or(() -> coreFeature(message));
    }

    /** Returns whether running was refused because it needs the asynchronous part of the model. */
    static boolean isAsync(EngineException refusal) {
        return refusal.code() == ErrorCode.UNSUPPORTED_FEATURE
                && String.valueOf(refusal.getMessage()).contains("asynchronous");
    }

    private static Optional<String> coreFeature(String message) {
        return Arrays.stream(CoreFeature.values())
                .filter(feature -> !feature.isRunnable())
                .map(CoreFeature::title)
                .filter(title -> message.contains(" uses " + title + ","))
                .map(title -> "core feature " + title)
                .findFirst();
    }

    private static Map<String, String> gates() {
        Map<String, String> gates = new LinkedHashMap<>();
        gates.put("uses a start function", "values and start functions");
        gates.put("uses values", "values and start functions");
        gates.put("uses the nested name", "nested names");
        gates.put("without the option 'async'", "more async built-ins");
        gates.put("with the mark 'async'", "more async built-ins");
        gates.put("the option 'async' without 'callback'", "stackful async");
        gates.put("uses threads", "threads");
        gates.put("a context slot of 64 bits", "memory64");
        gates.put("a memory of 64 bits", "memory64");
        gates.put("resources of 64 bits", "memory64");
        gates.put("uses lists of fixed length", "lists of fixed length");
        gates.put("the type error-context", "error-context");
        gates.put("uses canonical interface names", "canonical interface names");
        gates.put("the option cancellable", "cancellable");
        gates.put("types of garbage-collected data", "core feature garbage collection");
        gates.put("uses typed references", "core feature typed function references");
        return gates;
    }
}
