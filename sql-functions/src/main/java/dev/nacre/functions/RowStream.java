package dev.nacre.functions;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows of a table function, as they are asked for. One thread at a time, that of the scope. */
public interface RowStream extends AutoCloseable {
    /**
     * Returns the next rows; their values are SQL values in the classes of {@link SqlKind#javaClass()}.
     *
     * @param most how many the caller can use now, at least 1. A function that gives all rows in one list gives them all at once
     * @return empty at the end, and at every call after it
     * @throws FunctionException for the guest's errors, traps and limits, and with {@link FunctionErrorCode#BROKEN_CONTRACT}
     *     for more rows than were asked for; no rows come after it
     */
    List<@Nullable Object[]> next(int most);

    /** Lets go of the guest's resource, if there is one. Closing again does nothing. */
    @Override
    void close();
}
