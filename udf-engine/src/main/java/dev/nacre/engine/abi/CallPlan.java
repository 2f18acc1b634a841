package dev.nacre.engine.abi;

import dev.nacre.engine.EngineException;
import dev.nacre.engine.ErrorCode;
import dev.nacre.engine.wit.FunctionType;
import dev.nacre.engine.wit.WitPrinter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A function's signature, ready to carry arguments and results. Immutable but for what it remembers of other plans: built once, walked on each call.
 *
 * <p>CanonicalABI.md, {@code lift_flat_values} and {@code lower_flat_values}: up to 16 core parameters and one core result
 * travel flat, more of them as a pointer to a tuple in memory.
 */
public final class CallPlan {
    /** How many core parameters travel flat. */
    static final int MAX_FLAT_PARAMETERS = 16;

    /** How many core results travel flat. */
    static final int MAX_FLAT_RESULTS = 1;

    private final String subject;
    private final FunctionType type;
    private final Fields parameters;
    private final boolean parametersInMemory;
    private final @Nullable Codec result;
    private final boolean resultInMemory;
    private final Map<CallPlan, TransferPlan> transfers = Collections.synchronizedMap(new WeakHashMap<>());

    CallPlan(String subject, FunctionType type, CodecFactory codecs) {
        this.subject = subject;
        this.type = type;
        this.parameters = parametersOf(type, codecs);
        this.parametersInMemory = parameters.layout().flat().size() > MAX_FLAT_PARAMETERS;
        this.result = type.result().map(codecs::codec).orElse(null);
        this.resultInMemory = result != null && result.layout().flat().size() > MAX_FLAT_RESULTS;
    }

    private CallPlan(String subject, CallPlan other) {
        this.subject = subject;
        this.type = other.type;
        this.parameters = other.parameters;
        this.parametersInMemory = other.parametersInMemory;
        this.result = other.result;
        this.resultInMemory = other.resultInMemory;
    }

    /** Returns the same plan, for a function that is called differently in messages. */
    CallPlan named(String other) {
        return new CallPlan(other, this);
    }

    private static Fields parametersOf(FunctionType type, CodecFactory codecs) {
        List<String> labels = new ArrayList<>();
        List<Codec> fields = new ArrayList<>();
        for (FunctionType.Parameter parameter : type.parameters()) {
            fields.add(codecs.codec(parameter.type()));
            labels.add("parameter " + fields.size() + " '" + parameter.name() + "'");
        }
        return new Fields(labels, fields);
    }

    /** Returns the function's type. */
    public FunctionType type() {
        return type;
    }

    /** Returns what the function is called in messages, for example {@code function 'handle-data'}. */
    String subject() {
        return subject;
    }

    /** Returns how many core parameters the function has when it is lifted. */
    int coreParameters() {
        return parametersInMemory ? 1 : parameters.layout().flat().size();
    }

    /** Returns how many core results the function has when it is lifted. */
    int coreResults() {
        if (result == null) {
            return 0;
        }
        return resultInMemory ? 1 : result.layout().flat().size();
    }

    /** Checks the number of arguments. */
    void requireCount(@Nullable Object[] arguments) {
        if (arguments.length != parameters.count()) {
            throw new EngineException(
                    ErrorCode.ARGUMENT_MISMATCH,
                    subject + ": expected " + parameters.count() + " arguments for " + WitPrinter.print(type)
                            + ", found " + arguments.length);
        }
    }

    /** Lowers the arguments of a call into a guest. */
    void lowerArguments(AbiContext context, @Nullable Object[] arguments, FlatValues flat) {
        if (parametersInMemory) {
            Layout layout = parameters.layout();
            int pointer = context.allocate(layout.alignment(), layout.size());
            parameters.store(context, arguments, pointer);
            flat.putInt(pointer);
        } else {
            parameters.lowerFlat(context, arguments, flat);
        }
    }

    /** Lifts the result of a call into a guest. */
    @Nullable
    Object liftResult(AbiContext context, FlatValues flat) {
        if (result == null) {
            return null;
        }
        if (!resultInMemory) {
            return result.liftFlat(context, flat);
        }
        int pointer = flat.nextInt();
        context.requireRange(
                "result", pointer, result.layout().size(), result.layout().alignment());
        return result.load(context, pointer);
    }

    /** Lifts the arguments of a call out of a guest. */
    @Nullable
    Object[] liftArguments(AbiContext context, FlatValues flat) {
        if (!parametersInMemory) {
            return parameters.liftFlat(context, flat);
        }
        int pointer = flat.nextInt();
        Layout layout = parameters.layout();
        context.requireRange("parameters", pointer, layout.size(), layout.alignment());
        return parameters.load(context, pointer);
    }

    /**
     * Lowers the result of a call out of a guest.
     *
     * @param flat the call's core arguments, from where the pointer for the result stands when there is one
     * @return the core result, 0 for none
     */
    long lowerResult(AbiContext context, @Nullable Object value, FlatValues flat) {
        if (result == null) {
            return 0;
        }
        if (resultInMemory) {
            int pointer = flat.nextInt();
            context.requireTarget(
                    "result", pointer, result.layout().size(), result.layout().alignment());
            result.store(context, value, pointer);
            return 0;
        }
        FlatValues core = new FlatValues(MAX_FLAT_RESULTS);
        result.lowerFlat(context, value, core);
        core.rewind();
        return core.nextLong();
    }

    /** Returns what carries the values of calls by this lowered function to a lifted one of the same type. */
    TransferPlan transfersTo(CallPlan callee) {
        return transfers.computeIfAbsent(callee, this::planTransfers);
    }

    private TransferPlan planTransfers(CallPlan callee) {
        Transfers planned = new Transfers();
        Codec given = callee.result;
        Transfer carried = result == null || given == null ? null : planned.between(given, result);
        return new TransferPlan(
                parameters.transferTo(callee.parameters, planned),
                parameters.layout(),
                parametersInMemory,
                carried,
                result == null ? parameters.layout() : result.layout(),
                resultInMemory);
    }

    /** Turns a failure inside the call into an exception that names the function. */
    EngineException failure(AbiFailure failure) {
        return new EngineException(failure.code(), subject + ": " + failure.getMessage(), failure);
    }
}
