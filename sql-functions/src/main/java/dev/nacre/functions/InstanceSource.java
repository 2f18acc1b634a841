package dev.nacre.functions;

import dev.nacre.engine.Component;
import dev.nacre.engine.ComponentInstance;
import dev.nacre.engine.EngineException;
import dev.nacre.engine.ErrorCode;
import dev.nacre.engine.InstanceOptions;
import dev.nacre.engine.sandbox.MemoryBudget;
import dev.nacre.engine.sandbox.Meter;
import dev.nacre.functions.settings.EffectiveSettings;
import dev.nacre.functions.settings.SqlSetting;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Makes the instances of one function in one statement, one after another, and bounds their calls. */
final class InstanceSource {
    private final EngineQueryScope scope;
    private final Meter meter;
    private final Component component;
    private final InstanceOptions options;
    private final EffectiveSettings settings;
    private final long callNanos;
    private final int callDepth;
    private @Nullable MemoryBudget memory;
    private long peakBytes;
    private long instances;

    InstanceSource(EngineQueryScope scope, Component component, InstanceOptions options, EffectiveSettings settings) {
        this.scope = scope;
        this.meter = scope.meter();
        this.component = component;
        this.settings = settings;
        this.options = options.withLimits(settings.limits());
        this.callNanos = TimeUnit.MILLISECONDS.toNanos(settings.get(SqlSetting.CALL_TIMEOUT));
        this.callDepth = (int) settings.get(SqlSetting.CALL_DEPTH);
    }

    ComponentInstance instantiate(String subject) {
        peakBytes = peakBytes();
        MemoryBudget budget = scope.memory().instance(settings);
        memory = budget;
        ComponentInstance instance = scope.instantiate(subject, component, options.withMemory(budget));
        instances++;
        return instance;
    }

    /** Returns how many instances were made. */
    long instances() {
        return instances;
    }

    /** Bounds the calls that begin from now on: the functions of a statement share its meter. */
    void boundCalls() {
        meter.boundCalls(callNanos, callDepth);
    }

    /** Returns a failure with what may have led to it: most guests trap when they get no more memory. */
    FunctionException explained(String subject, EngineException failure) {
        FunctionException plain = FunctionException.of(subject, failure);
        String refusal = memory == null ? null : memory.refusal();
        return refusal == null || failure.code() != ErrorCode.TRAP
                ? plain
                : plain.with("; before that it asked for more memory, " + refusal);
    }

    /** Returns the most linear memory that an instance had. */
    long peakBytes() {
        MemoryBudget last = memory;
        return last == null ? peakBytes : Math.max(peakBytes, last.peakBytes());
    }
}
