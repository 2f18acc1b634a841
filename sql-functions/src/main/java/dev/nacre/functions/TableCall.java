package dev.nacre.functions;

import org.jspecify.annotations.Nullable;

/** A table function ready to be called inside one {@link QueryScope}. One thread at a time, that of the scope. */
public interface TableCall {
    /**
     * Begins a call with SQL values in the classes of {@link SqlKind#javaClass()}, already of the parameters' types.
     *
     * @return no rows where a NULL decides the call
     * @throws FunctionException for values that do not fit, the guest's errors, traps and limits
     */
    RowStream open(@Nullable Object... arguments);

    /** Returns how many rows are worth asking for at once. */
    int mostRows();
}
