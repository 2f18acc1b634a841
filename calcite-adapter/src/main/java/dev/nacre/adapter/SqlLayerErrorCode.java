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

    /** A statement's own mistake that its grammar does not show, or a text that is no statement. */
    SYNTAX(3010, "42000"),
    /** A function of that name and these parameter types exists, or the name is one of H2's: choose another name. */
    FUNCTION_EXISTS(3011, "42723"),
    /** No such function: {@code DROP FUNCTION msak}, corrected {@code DROP FUNCTION mask}. */
    NO_SUCH_FUNCTION(3012, "42883"),
    /** The export is missing, ambiguous or does not fit what is written. */
    BAD_DEFINITION(3013, "42P13"),
    /** The user may not do this. */
    NOT_ALLOWED(3014, "42501"),
    /** A file cannot be read: {@code AS 'file:misisng.wasm'}, corrected {@code AS 'file:missing.wasm'}. */
    FILE_NOT_READABLE(3015, "58030"),
    /** The rows in schema NACRE are not what Nacre wrote. */
    CATALOG_DAMAGED(3016, "XX000"),
    /** No such component: {@code DROP COMPONENT shaeps}, corrected {@code DROP COMPONENT shapes}. */
    NO_SUCH_COMPONENT(3017, "42704"),
    /** A component of that name exists: choose another name, or write CREATE OR REPLACE COMPONENT. */
    COMPONENT_EXISTS(3018, "42710"),
    /** Functions use the component: {@code DROP COMPONENT shapes}, corrected {@code DROP COMPONENT shapes CASCADE}. */
    COMPONENT_IN_USE(3019, "2BP01"),
    /** A component's file has too many bytes: raise {@code component_bytes}, or strip the file of debug information. */
    COMPONENT_TOO_LARGE(3030, "54000"),
    /** The statement nests deeper than the stack of the thread has room for: split it. */
    TOO_DEEP(3040, "54000"),
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
