package dev.nacre.sql.ddl;

import java.util.OptionalInt;

/** Names H2's types without parts, by their standard names. */
public enum ScalarTypeName {
    BOOLEAN(0),
    TINYINT(0),
    SMALLINT(0),
    INTEGER(0),
    BIGINT(0),
    REAL(0),
    DOUBLE(0),
    DECIMAL(2),
    DECFLOAT(1),
    CHAR(1),
    VARCHAR(1),
    VARCHAR_IGNORECASE(1),
    CLOB(1),
    BINARY(1),
    VARBINARY(1),
    BLOB(1),
    DATE(0),
    TIME(1),
    TIME_WITH_TIME_ZONE("TIME", " WITH TIME ZONE"),
    TIMESTAMP(1),
    TIMESTAMP_WITH_TIME_ZONE("TIMESTAMP", " WITH TIME ZONE"),
    INTERVAL_YEAR("INTERVAL YEAR", ""),
    INTERVAL_MONTH("INTERVAL MONTH", ""),
    INTERVAL_DAY("INTERVAL DAY", ""),
    INTERVAL_HOUR("INTERVAL HOUR", ""),
    INTERVAL_MINUTE("INTERVAL MINUTE", ""),
    INTERVAL_SECOND("INTERVAL SECOND", "", 2),
    INTERVAL_YEAR_TO_MONTH("INTERVAL YEAR", " TO MONTH"),
    INTERVAL_DAY_TO_HOUR("INTERVAL DAY", " TO HOUR"),
    INTERVAL_DAY_TO_MINUTE("INTERVAL DAY", " TO MINUTE"),
    INTERVAL_DAY_TO_SECOND("INTERVAL DAY", " TO SECOND"),
    INTERVAL_HOUR_TO_MINUTE("INTERVAL HOUR", " TO MINUTE"),
    INTERVAL_HOUR_TO_SECOND("INTERVAL HOUR", " TO SECOND"),
    INTERVAL_MINUTE_TO_SECOND("INTERVAL MINUTE", " TO SECOND"),
    UUID(0),
    JSON(1),
    GEOMETRY(0),
    JAVA_OBJECT(1);

    private final String before;
    private final String after;
    private final int argumentLimit;

    ScalarTypeName(int argumentLimit) {
        this.before = name();
        this.after = "";
        this.argumentLimit = argumentLimit;
    }

    ScalarTypeName(String before, String after) {
        this(before, after, 1);
    }

    ScalarTypeName(String before, String after, int argumentLimit) {
        this.before = before;
        this.after = after;
        this.argumentLimit = argumentLimit;
    }

    /** Returns the standard name, without arguments. */
    public String words() {
        return before + after;
    }

    /** Returns how many numbers may stand in the parentheses after the first word; 0 when there are none. */
    public int argumentLimit() {
        return argumentLimit;
    }

    String toSql(OptionalInt precision, OptionalInt scale) {
        if (after.endsWith(" SECOND")) {
            return before + arguments(precision, OptionalInt.empty()) + after + arguments(scale, OptionalInt.empty());
        }
        return before + arguments(precision, scale) + after;
    }

    private static String arguments(OptionalInt first, OptionalInt second) {
        if (first.isEmpty()) {
            return "";
        }
        return "(" + first.getAsInt() + (second.isPresent() ? ", " + second.getAsInt() : "") + ")";
    }
}
