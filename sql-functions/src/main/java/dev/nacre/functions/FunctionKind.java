package dev.nacre.functions;

/** What a function is in SQL. */
public enum FunctionKind {
    /** One value for each row, by one call of the guest for each. */
    SCALAR,
    /** One value for each row, by a call of the guest for a batch of rows: its export takes and gives lists. */
    VECTORIZED,
    /** Rows: an item of FROM. */
    TABLE,
    /** One value for a group of rows. */
    AGGREGATE,
    /** Called by CALL alone. */
    PROCEDURE;

    /** Returns whether it is called like a function of SQL that gives a value for each row. */
    public boolean isScalar() {
        return this == SCALAR || this == VECTORIZED;
    }
}
