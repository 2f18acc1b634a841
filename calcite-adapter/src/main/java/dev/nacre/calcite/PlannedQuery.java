package dev.nacre.calcite;

import dev.nacre.functions.FunctionDefinition;
import dev.nacre.h2.H2Column;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.h2.value.TypeInfo;

/**
 * A query ready to run. Immutable: may be run many times, at the same time, on all connections to the same database, as
 * long as the function catalog, H2's schema, the current schema and the search path stay what they were.
 */
public interface PlannedQuery {
    /** Returns the result's columns, as H2 would name and type them. */
    List<H2Column> columns();

    /**
     * Returns the parameters' numbers, from 1, by the indexes, from 0, of the columns that are nothing else. Their type is
     * that of the value.
     */
    Map<Integer, Integer> parameterColumns();

    /** Returns how many parameters have to be given. */
    int parameterCount();

    /** Returns the parameters' types in order, {@link TypeInfo#TYPE_UNKNOWN} where the value decides. */
    List<TypeInfo> parameterTypes();

    /** Returns the WebAssembly functions that it may call. */
    Set<FunctionDefinition> functions();

    /** Returns who runs what: the plan with its WebAssembly calls marked, and the statement that H2 gets for each scan. */
    List<String> explain();

    /** Prepares a run; {@link Rows#start} starts it, and can be cancelled. */
    Rows open(Execution execution);
}
