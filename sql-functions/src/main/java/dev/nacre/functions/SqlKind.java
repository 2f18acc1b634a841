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
    TIMESTAMP("TIMESTAMP", Types.TIMESTAMP, java.time.LocalDateTime.class),
    TIMESTAMP_WITH_TIME_ZONE("TIMESTAMP WITH TIME ZONE", Types.TIMESTAMP_WITH_TIMEZONE, java.time.OffsetDateTime.class),
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
