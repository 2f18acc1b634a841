package dev.nacre.functions;

import org.jspecify.annotations.Nullable;

/**
 * A scalar function ready to be called inside one {@link QueryScope}. One thread at a time, that of the scope.
 */
public interface ScalarCall {
    /**
     * Calls the function with SQL values in the classes of {@link SqlKind#javaClass()}, already of the parameters' types.
     *
     * @return the SQL result; null for NULL
     * @throws FunctionException for values that do not fit, the guest's errors, traps and limits
     */
    @Nullable
    Object call(@Nullable Object... arguments);
}
