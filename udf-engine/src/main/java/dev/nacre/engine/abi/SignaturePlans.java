package dev.nacre.engine.abi;

import dev.nacre.engine.wit.FunctionType;
import java.util.EnumMap;
import java.util.Map;

/** Makes the call plans of a component; plans of one component share the codecs of their types. Mutable, used by one thread. */
public final class SignaturePlans {
    private final Map<StringEncoding, CodecFactory> factories = new EnumMap<>(StringEncoding.class);

    /**
     * Makes a plan.
     *
     * @param subject what the function is called in messages, for example {@code function 'handle-data'}
     */
    public CallPlan plan(String subject, FunctionType type, StringEncoding encoding) {
        return new CallPlan(subject, type, factories.computeIfAbsent(encoding, CodecFactory::new));
    }
}
