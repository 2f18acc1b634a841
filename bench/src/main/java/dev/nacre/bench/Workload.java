package dev.nacre.bench;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;

/**
 * One computation over every row of a table.
 *
 * @param title what it is, for people
 * @param table what it reads
 * @param query with {@code %1$s} for the prefix of the function's name and {@code %2$s} for the table of payloads
 * @param reading takes the value of one row of the result
 */
record Workload(String title, Data table, String query, Reading reading) {
    /** Takes the value of the current row, and gives a number that depends on it. */
    @FunctionalInterface
    interface Reading {
        double read(ResultSet rows) throws SQLException;
    }

    /** Returns all computations, those over one table together. */
    static List<Workload> all() {
        return List.of(
                new Workload(
                        "`v * 2 + 1`, DOUBLE, under SUM",
                        Data.NUMBERS,
                        "SELECT SUM(%1$s_SCALE(D)) FROM NUMBERS",
                        rows -> rows.getDouble(1)),
                new Workload(
                        "`v * 2 + 1`, DOUBLE, fetched",
                        Data.NUMBERS,
                        "SELECT %1$s_SCALE(D) FROM NUMBERS",
                        rows -> rows.getDouble(1)),
                new Workload(
                        "`v * 2 + 1`, BIGINT, under SUM",
                        Data.NUMBERS,
                        "SELECT SUM(%1$s_SCALE_LONG(L)) FROM NUMBERS",
                        rows -> rows.getLong(1)),
                new Workload(
                        "`v * 2 + 1`, BIGINT, fetched",
                        Data.NUMBERS,
                        "SELECT %1$s_SCALE_LONG(L) FROM NUMBERS",
                        rows -> rows.getLong(1)),
                masked("payload mask, 64 B, fetched", Data.PAYLOADS_64),
                masked("payload mask, 1 KiB, fetched", Data.PAYLOADS_1024));
    }

    private static Workload masked(String title, Data data) {
        return new Workload(title, data, "SELECT %1$s_MASK(PAYLOAD) FROM %2$s", Workload::ends);
    }

    private static double ends(ResultSet rows) throws SQLException {
        byte[] payload = rows.getBytes(1);
        return payload.length + payload[0] + payload[payload.length - 1];
    }

    String sql(String functionPrefix, String payloads) {
        return String.format(Locale.ROOT, query, functionPrefix, payloads);
    }

    /** Reads the whole result and returns the sum of what was read. */
    double drain(ResultSet rows) throws SQLException {
        double sum = 0;
        while (rows.next()) {
            sum += reading.read(rows);
        }
        return sum;
    }
}
