package dev.nacre.functions;

import java.sql.Types;

/**
 * The predefined SQL types that functions take and give, and the Java class that holds their values above the database.
 */
public enum SqlKind {
    BOOLEAN("BOOLEAN", Types.BOOLEAN, Boolean.class),
    TINYINT("TINYINT", Types.TINYINT, Byte.class),
    SMALLINT("SMALLINT", Types.SMALLINT, Short.class),
    INTEGER("INTEGER", Types.INTEGER, Integer.class),
    BIGINT("BIGINT", Types.BIGINT, Long.class),
    REAL("REAL", Types.REAL, Float.class),
    DOUBLE("DOUBLE PRECISION", Types.DOUBLE, Double.class),
    DECIMAL("DECIMAL", Types.DECIMAL, java.math.BigDecimal.class),
    CHAR("CHARACTER", Types.CHAR, String.class),
    VARCHAR("CHARACTER VARYING", Types.VARCHAR, String.class),
    BINARY("BINARY", Types.BINARY, byte[].class),
    VARBINARY("BINARY VARYING", Types.VARBINARY, byte[].class),
    BLOB("BINARY LARGE OBJECT", Types.BLOB, byte[].class),
    DATE("DATE", Types.DATE, java.time.LocalDate.class),
    TIME("TIME", Types.TIME, java.time.LocalTime.class),
    TIME_WITH_TIME_ZONE("TIME WITH TIME ZONE", Types.TIME_WITH_TIMEZONE, java.time.OffsetTime.class),
    TIMESTAMP("TIMESTAMP", Types.TIMESTAMP, java.time.LocalDateTime.class),
    TIMESTAMP_WITH_TIME_ZONE("TIMESTAMP WITH TIME ZONE", Types.TIMESTAMP_WITH_TIMEZONE, java.time.OffsetDateTime.class),
    INTERVAL_YEAR("INTERVAL YEAR", Types.OTHER, java.time.Period.class),
    INTERVAL_MONTH("INTERVAL MONTH", Types.OTHER, java.time.Period.class),
    INTERVAL_YEAR_TO_MONTH("INTERVAL YEAR TO MONTH", Types.OTHER, java.time.Period.class),
    INTERVAL_DAY("INTERVAL DAY", Types.OTHER, java.time.Duration.class),
    INTERVAL_HOUR("INTERVAL HOUR", Types.OTHER, java.time.Duration.class),
    INTERVAL_MINUTE("INTERVAL MINUTE", Types.OTHER, java.time.Duration.class),
    INTERVAL_SECOND("INTERVAL SECOND", Types.OTHER, java.time.Duration.class),
    INTERVAL_DAY_TO_HOUR("INTERVAL DAY TO HOUR", Types.OTHER, java.time.Duration.class),
    INTERVAL_DAY_TO_MINUTE("INTERVAL DAY TO MINUTE", Types.OTHER, java.time.Duration.class),
    INTERVAL_DAY_TO_SECOND("INTERVAL DAY TO SECOND", Types.OTHER, java.time.Duration.class),
    INTERVAL_HOUR_TO_MINUTE("INTERVAL HOUR TO MINUTE", Types.OTHER, java.time.Duration.class),
    INTERVAL_HOUR_TO_SECOND("INTERVAL HOUR TO SECOND", Types.OTHER, java.time.Duration.class),
    INTERVAL_MINUTE_TO_SECOND("INTERVAL MINUTE TO SECOND", Types.OTHER, java.time.Duration.class),
    UUID("UUID", Types.OTHER, java.util.UUID.class),
    JSON("JSON", Types.OTHER, String.class);

    private final String sql;
    private final int jdbcType;
    private final Class<?> javaClass;

    SqlKind(String sql, int jdbcType, Class<?> javaClass) {
        this.sql = sql;
        this.jdbcType = jdbcType;
        this.javaClass = javaClass;
    }

    /** Returns whether values are intervals, of months as {@link java.time.Period}, or else as {@link java.time.Duration}. */
    public boolean isInterval() {
        return name().startsWith("INTERVAL_");
    }

    /** Returns the name in H2's canonical spelling, without length. */
    public String sql() {
        return sql;
    }

    /** Returns the constant of {@link Types}. */
    public int jdbcType() {
        return jdbcType;
    }

    /** Returns the class of non-null values. */
    public Class<?> javaClass() {
        return javaClass;
    }
}
