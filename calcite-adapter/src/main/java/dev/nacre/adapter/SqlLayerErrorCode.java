package dev.nacre.adapter;

import dev.nacre.engine.ErrorCategory;

/**
 * The stable codes of what the SQL layer refuses, each with its SQLSTATE. Numbers are 3000 to 3899; 3003 was given once and
 * is not given again. docs/errors.md has a statement that raises each of them, and the corrected one.
 */
public enum SqlLayerErrorCode {
    /** A call of a WebAssembly function in a statement, or at a place, where none is evaluated. */
    NOT_SUPPORTED(3000, "0A000"),
    /** No overload takes these arguments. */
    NO_SUCH_OVERLOAD(3001, "42883"),
    /** Several overloads take these arguments equally well, or several have the name that is to be dropped. */
    AMBIGUOUS_OVERLOAD(3002, "42725"),
    /** A statement's own mistake that its grammar does not show, or a text that is no statement. */
    SYNTAX(3010, "42000"),
    /** A function of that name and these parameter types exists, or the name is one of H2's: choose another name. */
    FUNCTION_EXISTS(3011, "42723"),
    /** No such function to drop, describe or show. */
    NO_SUCH_FUNCTION(3012, "42883"),
    /** The export is missing, ambiguous or does not fit what is written. */
    BAD_DEFINITION(3013, "42P13"),
    /** The user may not do this. */
    NOT_ALLOWED(3014, "42501"),
    /** A file cannot be read. */
    FILE_NOT_READABLE(3015, "58030"),
    /** What is in schema NACRE is not what Nacre wrote. */
    CATALOG_DAMAGED(3016, "XX000", ErrorCategory.INTERNAL),
    /** No such component. */
    NO_SUCH_COMPONENT(3017, "42704"),
    /** A component of that name exists: choose another name, or write CREATE OR REPLACE COMPONENT. */
    COMPONENT_EXISTS(3018, "42710"),
    /** Functions use the component: drop them too with CASCADE, or leave it. */
    COMPONENT_IN_USE(3019, "2BP01"),
    /** No such grant to revoke. */
    NO_SUCH_GRANT(3020, "42704"),
    /** A component's file has too many bytes: raise {@code component_bytes}, or strip the file of debug information. */
    COMPONENT_TOO_LARGE(3030, "54000"),
    /** The statement nests deeper than the stack of the thread has room for: split it. */
    TOO_DEEP(3040, "54000"),
    /** A view or a table of H2 calls the function: drop that first. */
    FUNCTION_IN_USE(3041, "2BP01"),
    /** The statement is longer than may be planned: raise {@code statement_tokens}, or give its values as parameters. */
    TOO_LONG(3042, "54000"),
    /** Nacre's own fault: report it with the statement. */
    INTERNAL(3099, "XX000", ErrorCategory.INTERNAL);

    private final int number;
    private final String sqlState;
    private final ErrorCategory category;

    /** What whoever wrote the statement has to correct. */
    SqlLayerErrorCode(int number, String sqlState) {
        this(number, sqlState, ErrorCategory.USER);
    }

    SqlLayerErrorCode(int number, String sqlState, ErrorCategory category) {
        this.number = number;
        this.sqlState = sqlState;
        this.category = category;
    }

    /** Returns the stable number, which is the vendor code of the client's exception. */
    public int number() {
        return number;
    }

    /** Returns the SQLSTATE. */
    public String sqlState() {
        return sqlState;
    }

    /** Returns who has to act. */
    public ErrorCategory category() {
        return category;
    }
}
