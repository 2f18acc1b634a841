package dev.nacre.engine.link;

import dev.nacre.engine.EngineException;
import dev.nacre.engine.ErrorCode;
import dev.nacre.engine.abi.ComponentFunction;
import org.jspecify.annotations.Nullable;

/** An asynchronous function: it can be linked and exported, but not called. */
final class RefusedFunction implements ComponentFunction {
    @Override
    public @Nullable Object call(@Nullable Object[] arguments) {
        throw new EngineException(
                ErrorCode.UNSUPPORTED_FEATURE,
                "the function is asynchronous, which does not run yet; export a synchronous one");
    }
}
