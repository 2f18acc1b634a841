package dev.nacre.adapter;

/** The stable codes of what the SQL layer refuses, each with its SQLSTATE. Numbers are 3000 to 3899. */
public enum SqlLayerErrorCode {
    /**
     * A statement shape beside a WebAssembly function that is not evaluated yet: {@code SELECT mask(a) || b FROM t},
     * corrected {@code SELECT mask(a), b FROM t}.
     */
    NOT_SUPPORTED(3000, "0A000"),

    /** No overload takes these arguments: {@code SELECT mask(1, 2)}, corrected {@code SELECT mask(X'01')}. */
    NO_SUCH_OVERLOAD(3001, "42883"),

    /** Several overloads take these arguments equally well: {@code SELECT f(?)}, corrected {@code SELECT f(CAST(? AS BIGINT))}. */
    AMBIGUOUS_OVERLOAD(3002, "42725"),

    /** The statement was cancelled; send it again. */
    CANCELLED(3003, "57014"),

    /** Nacre's own fault: report it with the statement. */
    INTERNAL(3099, "XX000");

    private final int number;
    private final String sqlState;

    SqlLayerErrorCode(int number, String sqlState) {
        this.number = number;
        this.sqlState = sqlState;
    }

    /** Returns the stable number, which is the vendor code of the client's exception. */
    public int number() {
        return number;
    }

    /** Returns the SQLSTATE. */
    public String sqlState() {
        return sqlState;
    }
}
