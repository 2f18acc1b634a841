package dev.nacre.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;

/** The tables that are read, one at a time. */
public enum Data {
    /** Whole numbers, so that sums of DOUBLE are exact in any order. */
    NUMBERS(
            "CREATE TABLE NUMBERS(D DOUBLE PRECISION NOT NULL, L BIGINT NOT NULL)",
            "INSERT INTO NUMBERS SELECT MOD(X * 7919, 1000003), MOD(X * 104729, 1000003) FROM SYSTEM_RANGE(1, %d)",
            16),
    PAYLOADS_64(payloads(64), filling(64), 64),
    PAYLOADS_1024(payloads(1024), filling(1024), 1024);

    /** H2 keeps a row of numbers in about this much memory, beside what the values need. */
    private static final int ROW_BYTES = 200;

    private final String definition;
    private final String filling;
    private final int valueBytes;

    Data(String definition, String filling, int valueBytes) {
        this.definition = definition;
        this.filling = filling;
        this.valueBytes = valueBytes;
    }

    private static String payloads(int bytes) {
        return "CREATE TABLE PAYLOADS(PAYLOAD VARBINARY(" + bytes + ") NOT NULL)";
    }

    /** Each payload differs from the others and within. */
    private static String filling(int bytes) {
        return "INSERT INTO PAYLOADS SELECT CAST(REPEAT(RAWTOHEX(HASH('SHA-256', CAST(X AS VARCHAR))), " + bytes / 64
                + ") AS VARBINARY) FROM SYSTEM_RANGE(1, %d)";
    }

    /** Returns how much memory the table and the results over it need at most. */
    long memoryBytes(int rows) {
        return 2L * rows * (valueBytes + ROW_BYTES);
    }

    /** Creates and fills the table. */
    public void create(Connection connection, int rows) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(definition);
            statement.execute(String.format(Locale.ROOT, filling, rows));
        }
    }

    void drop(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("DROP TABLE " + (this == NUMBERS ? "NUMBERS" : "PAYLOADS"));
        }
    }
}
