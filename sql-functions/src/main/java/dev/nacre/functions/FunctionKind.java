package dev.nacre.functions;

/** What a function is in SQL. */
public enum FunctionKind {
    SCALAR,
    TABLE,
    AGGREGATE,
    PROCEDURE
}
