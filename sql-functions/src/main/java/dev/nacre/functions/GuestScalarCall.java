package dev.nacre.functions;

import dev.nacre.engine.Component;
import dev.nacre.engine.ComponentInstance;
import dev.nacre.engine.EngineException;
import dev.nacre.engine.ErrorCategory;
import dev.nacre.engine.ErrorCode;
import dev.nacre.engine.ExportedFunction;
import dev.nacre.engine.ExportedFunctionType;
import dev.nacre.engine.sandbox.Meter;
import dev.nacre.functions.mapping.ScalarMarshaller;
import dev.nacre.functions.mapping.SignatureMapping;
import dev.nacre.functions.watch.CallCounts;
import dev.nacre.functions.watch.SampledCalls;
import org.jspecify.annotations.Nullable;

/** Calls one scalar function of a guest, in the scope's instance of its component, and counts. */
final class GuestScalarCall implements ScalarCall {
    private final String subject;
    private final FunctionDefinition function;
    private final InstanceSource source;
    private final Meter meter;
    private final ScalarMarshaller marshaller;
    private final SampledCalls sample = new SampledCalls();
    private @Nullable ComponentInstance instance;
    private @Nullable ExportedFunction export;
    private long rows;
    private long traps;
    private long timeouts;
    private String lastError = "";

    GuestScalarCall(
            String subject, FunctionDefinition function, Component component, InstanceSource source, Meter meter) {
        this.subject = subject;
        this.function = function;
        this.source = source;
        this.meter = meter;
        ExportedFunctionType type = component
                .function(function.export())
                .orElseThrow(() -> new FunctionException(
                        FunctionErrorCode.BAD_DEFINITION,
                        subject + ": expected export '" + function.export()
                                + "', found none of that name; create it again"));
        this.marshaller = SignatureMapping.marshaller(
                subject, type.type(), function.signature(), function.nullHandling(), function.nullOnError());
    }

    @Override
    public @Nullable Object call(@Nullable Object... arguments) {
        rows++;
        if (marshaller.isNullWithoutCall(arguments)) {
            return null;
        }
        try {
            return sample.next() ? timed(arguments) : untimed(arguments);
        } catch (FunctionException failure) {
            lastError = String.valueOf(failure.getMessage());
            throw failure;
        }
    }

    private @Nullable Object untimed(@Nullable Object[] arguments) {
        return marshaller.toSql(invoke(export(), marshaller.toGuest(arguments)));
    }

    /** What is not guest code is marshalling; making the instance is neither. */
    private @Nullable Object timed(@Nullable Object[] arguments) {
        ExportedFunction bound = export();
        long guestBefore = meter.guestNanos();
        long start = System.nanoTime();
        meter.takeTime(true);
        try {
            return marshaller.toSql(invoke(bound, marshaller.toGuest(arguments)));
        } finally {
            meter.takeTime(false);
            long inGuest = meter.guestNanos() - guestBefore;
            sample.add(inGuest, System.nanoTime() - start - inGuest);
        }
    }

    private @Nullable Object invoke(ExportedFunction bound, Object[] lowered) {
        source.boundCalls();
        try {
            return bound.call(lowered);
        } catch (EngineException failure) {
            throw counted(failure);
        }
    }

    private FunctionException counted(EngineException failure) {
        if (failure.code() == ErrorCode.TIMEOUT) {
            timeouts++;
        } else if (failure.code().category() == ErrorCategory.GUEST) {
            traps++;
        }
        return source.explained(subject, failure);
    }

    private ExportedFunction export() {
        ExportedFunction bound = export;
        if (bound == null || instance == null || !instance.isOpen()) {
            source.boundCalls();
            try {
                instance = source.instantiate(subject);
                bound = instance.function(function.export());
            } catch (EngineException failure) {
                throw counted(failure);
            }
            export = bound;
        }
        return bound;
    }

    /** Returns what became of the calls. A row is a call of its own: there are no batches. */
    CallCounts counts() {
        return new CallCounts(
                sample.calls(),
                rows,
                0,
                sample.guestNanos(),
                sample.marshalNanos(),
                traps,
                timeouts,
                source.peakBytes(),
                lastError);
    }
}
