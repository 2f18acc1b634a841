package dev.nacre.samples.fleet;

import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Readings, in batches through plain JDBC: there are too many of them for a mapper. */
final class Readings {
    private static final String INSERT =
            "INSERT INTO reading(device_id, at, celsius, payload, tags) VALUES (?, ?, ?, ?, ?)";
    private static final String SUMMARISE = """
            MERGE INTO daily AS t USING (
                SELECT device_id, CAST(at AS DATE) AS reading_day, COUNT(*) AS readings, MIN(celsius) AS lowest, MAX(celsius) AS highest
                FROM reading WHERE id >= ? GROUP BY device_id, CAST(at AS DATE)) AS s
            ON t.device_id = s.device_id AND t.reading_day = s.reading_day
            WHEN MATCHED THEN UPDATE SET readings = t.readings + s.readings,
                lowest = LEAST(t.lowest, s.lowest), highest = GREATEST(t.highest, s.highest)
            WHEN NOT MATCHED THEN INSERT VALUES (s.device_id, s.reading_day, s.readings, s.lowest, s.highest)""";

    private final FleetDatabase database;

    Readings(FleetDatabase database) {
        this.database = database;
    }

    /**
     * Stores batches in one transaction; a batch with a wrong row is left out as a whole.
     *
     * @return for each batch the ids that its readings got, or why it was left out
     */
    List<String> store(List<List<Measurement>> batches) throws SQLException {
        List<String> outcomes = new ArrayList<>();
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            for (List<Measurement> batch : batches) {
                Savepoint before = connection.setSavepoint("batch");
                try {
                    outcomes.add("ids " + store(connection, batch));
                    connection.releaseSavepoint(before);
                } catch (BatchUpdateException failure) {
                    connection.rollback(before);
                    outcomes.add(failure.getSQLState() + " after " + Arrays.toString(failure.getUpdateCounts()));
                }
            }
            connection.commit();
        }
        return outcomes;
    }

    private static List<Long> store(Connection connection, List<Measurement> batch) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT, Statement.RETURN_GENERATED_KEYS)) {
            for (Measurement measurement : batch) {
                bind(insert, measurement);
                insert.addBatch();
            }
            insert.executeBatch();
            List<Long> ids = new ArrayList<>();
            try (ResultSet keys = insert.getGeneratedKeys()) {
                while (keys.next()) {
                    ids.add(keys.getLong(1));
                }
            }
            return ids;
        }
    }

    private static void bind(PreparedStatement insert, Measurement measurement) throws SQLException {
        insert.setLong(1, measurement.device());
        insert.setObject(2, measurement.at());
        insert.setBigDecimal(3, measurement.celsius());
        insert.setBytes(4, measurement.payload());
        insert.setArray(
                5,
                insert.getConnection()
                        .createArrayOf("VARCHAR", measurement.tags().toArray()));
    }

    /** Adds the readings from an id on to the summaries of their days, and returns how many summaries changed. */
    int summarise(long firstId) throws SQLException {
        try (Connection connection = database.connect();
                PreparedStatement merge = connection.prepareStatement(SUMMARISE)) {
            merge.setLong(1, firstId);
            return merge.executeUpdate();
        }
    }

    /** Corrects readings in place, through a result that can be changed. */
    int correct(long device, String tag) throws SQLException {
        int corrected = 0;
        try (Connection connection = database.connect();
                PreparedStatement query = connection.prepareStatement(
                        "SELECT id, celsius FROM reading WHERE device_id = ? AND ARRAY_CONTAINS(tags, ?)",
                        ResultSet.TYPE_SCROLL_INSENSITIVE,
                        ResultSet.CONCUR_UPDATABLE)) {
            query.setLong(1, device);
            query.setString(2, tag);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    rows.updateBigDecimal(
                            "celsius", rows.getBigDecimal("celsius").movePointLeft(1));
                    rows.updateRow();
                    corrected++;
                }
            }
        }
        return corrected;
    }
}
