package dev.nacre.engine.validate;

import java.util.OptionalInt;

/**
 * How a component function is turned into a core function or back. Indices are those of the component that has the
 * definition.
 *
 * @param encoding of strings
 * @param memory core memory for values that do not fit into core parameters and results
 * @param realloc core function that allocates in {@code memory}
 * @param postReturn core function to call with the flat results after they were read; only of a lifted function
 * @param async whether the asynchronous form of the canonical ABI is asked for
 * @param callback core function that takes events; only of a lifted {@code async} function
 */
public record CanonOptions(
        StringEncoding encoding,
        OptionalInt memory,
        OptionalInt realloc,
        OptionalInt postReturn,
        boolean async,
        OptionalInt callback) {}
