package dev.nacre.engine.runtime;

import static java.util.Objects.requireNonNull;

import dev.nacre.engine.EngineException;
import dev.nacre.engine.ErrorCode;
import dev.nacre.engine.Limits;
import dev.nacre.engine.core.CoreFunctionType;
import dev.nacre.engine.sandbox.MemoryBudget;
import dev.nacre.engine.sandbox.Meter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A function of the host that guests import. */
final class HostCoreFunction extends CoreFunction {
    private static final long[] NONE = {};

    private final HostEntry entry;
    private final boolean hasResult;
    private @Nullable CoreInstance owner;

    HostCoreFunction(CoreFunctionType type, HostEntry entry) {
        super(type);
        if (type.results().size() > 1) {
            throw new EngineException(
                    ErrorCode.UNSUPPORTED_FEATURE,
                    "a host function has at most one core result, found "
                            + type.results().size());
        }
        this.entry = requireNonNull(entry, "entry is null");
        this.hasResult = !type.results().isEmpty();
    }

    @Override
    public long[] call(long... arguments) {
        long result = run(arguments.clone());
        return hasResult ? new long[] {result} : NONE;
    }

    @Override
    public long invoke(long[] arguments) {
        long result = run(arguments);
        return hasResult ? result : 0;
    }

    @Override
    public <T> T as(Class<T> functionalInterface) {
        return HostAdapter.make(functionalInterface, this);
    }

    @Override
    long @Nullable [] callFromGuest(CoreInstance caller, long[] arguments) {
        StackProbe.check();
        long result = run(arguments);
        if (!hasResult) {
            return null;
        }
        long[] results = arguments.length == 0 ? new long[1] : arguments;
        results[0] = result;
        return results;
    }

    private long run(long[] arguments) {
        try {
            return entry.call(arguments);
        } catch (EngineException | VirtualMachineError e) {
            throw e;
        } catch (Throwable e) {
            throw new EngineException(ErrorCode.INTERNAL, "a host function failed: " + e, e);
        }
    }

    @Override
    int index() {
        return 0;
    }

    /** Returns an instance whose only function this is; tables hold functions as index and instance. */
    @Override
    CoreInstance owner() {
        if (owner == null) {
            InstanceContext context = new InstanceContext(Meter.unlimited(), new MemoryBudget(0), Limits.sandbox());
            owner = new CoreInstance(CompiledModule.HOST, new ImportedExterns(List.of(this)), context);
        }
        return owner;
    }
}
