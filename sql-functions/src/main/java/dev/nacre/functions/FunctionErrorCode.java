package dev.nacre.functions;

import dev.nacre.engine.ErrorCategory;
import dev.nacre.engine.ErrorCode;

/**
 * The stable codes of what goes wrong between SQL and a component, each with its SQLSTATE; what the engine refuses keeps the
 * engine's number. 2000 and 2012 were given once and are not given again. docs/errors.md has a statement that raises each of
 * them, and the corrected one.
 */
public enum FunctionErrorCode {
    /** The export is missing, or the written signature does not fit it. */
    BAD_DEFINITION(2001, "42P13", ErrorCategory.USER),
    /** A WIT type has no SQL form. */
    UNMAPPED_TYPE(2002, "0A000", ErrorCategory.USER),
    /** The stored definition is not what was written: create it again with CREATE OR REPLACE, or drop it. */
    DAMAGED_DEFINITION(2003, "XX000", ErrorCategory.INTERNAL),
    /** A number does not fit the target type. */
    NUMBER_OUT_OF_RANGE(2010, "22003", ErrorCategory.USER),
    /** A date or time does not fit the target type. */
    TIME_OUT_OF_RANGE(2011, "22008", ErrorCategory.USER),
    /** Another value does not fit the target type: not an enum's case, not a flag's name. */
    BAD_VALUE(2013, "22023", ErrorCategory.USER),
    /** NULL for a parameter that is not an option. */
    NULL_NOT_ALLOWED(2014, "39004", ErrorCategory.USER),
    /** The guest answered with an error of its own. */
    GUEST_ERROR(2020, "38000", ErrorCategory.GUEST),
    /** The guest broke the contract of its kind: a list of another length, more rows than it was asked for. */
    BROKEN_CONTRACT(2021, "38N02", ErrorCategory.GUEST),
    /** The scope of the query has ended. */
    SCOPE_CLOSED(2030, "57014", ErrorCategory.USER),
    /** No such setting, or a value that it cannot have. */
    BAD_SETTING(2040, "22023", ErrorCategory.USER),
    /** A statement reached one of its limits: raise the setting that the message names, or do less in one statement. */
    STATEMENT_LIMIT(2041, "53400", ErrorCategory.RESOURCE),
    /** A statement used up its memory: raise {@code query_memory}, or do less in one statement. */
    STATEMENT_MEMORY(2042, "53200", ErrorCategory.RESOURCE),
    /** A statement took longer than it may while the database worked for it: raise {@code timeout}, or ask for less. */
    STATEMENT_TIMEOUT(2043, "57014", ErrorCategory.RESOURCE),
    /** A component was granted what this JVM does not allow: start the JVM so that it does, or revoke the grant. */
    GRANT_NOT_ALLOWED(2050, "42501", ErrorCategory.USER);

    private final int number;
    private final String sqlState;
    private final ErrorCategory category;

    FunctionErrorCode(int number, String sqlState, ErrorCategory category) {
        this.number = number;
        this.sqlState = sqlState;
        this.category = category;
    }

    /** Returns the stable number, 2000 to 2999. */
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

    /** Returns the SQLSTATE for a code of the engine: the one place where the two are mapped. */
    public static String sqlState(ErrorCode code) {
        return switch (code) {
            case MALFORMED, INVALID, CORE_MODULE -> "22000";
            case UNSUPPORTED_FEATURE -> "0A000";
            case CAP_EXCEEDED, FUNCTION_TOO_LARGE -> "54000";
            case UNKNOWN_IMPORT, IMPORT_MISMATCH, UNKNOWN_EXPORT, ARGUMENT_MISMATCH -> "42P13";
            case NOT_UNICODE -> "22021";
            case BAD_SETTING -> "22023";
            case TRAP, EXIT, CALL_DEPTH -> "38N01";
            case ABI_VIOLATION -> "38N02";
            case TIMEOUT, CANCELLED, COMPILE_TIMEOUT -> "57014";
            case OUT_OF_FUEL, LIMIT -> "53400";
            case MEMORY_LIMIT -> "53200";
            case INSTANCE_CLOSED, INSTANCE_BUSY, HOST_FAILURE, INTERNAL -> "XX000";
        };
    }
}
