package dev.nacre.samples.telemetry;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Makes the program's tables and fills them. */
final class TelemetryDatabase {
    private static final int BATCH_ROWS = 1000;
    private static final List<String> SITES =
            List.of("Aarhus", "Bergen", "Cork", "Dresden", "Evora", "Faro", "Ghent", "Haarlem");

    private final Connection connection;

    TelemetryDatabase(Connection connection) {
        this.connection = connection;
    }

    void create(int rows) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute(TelemetrySql.CREATE_SITES);
            statement.execute(TelemetrySql.CREATE_READINGS);
        }
        insertSites();
        insertReadings(rows);
        connection.commit();
        connection.setAutoCommit(true);
    }

    private void insertSites() throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(TelemetrySql.INSERT_SITE)) {
            for (int site = 0; site < Readings.SITES; site++) {
                insert.setInt(1, site);
                insert.setString(2, SITES.get(site));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private void insertReadings(int rows) throws SQLException {
        Readings readings = new Readings();
        try (PreparedStatement insert = connection.prepareStatement(TelemetrySql.INSERT_READING)) {
            for (int id = 1; id <= rows; id++) {
                bind(insert, readings.make(id));
                insert.addBatch();
                if (id % BATCH_ROWS == 0 || id == rows) {
                    insert.executeBatch();
                }
            }
        }
    }

    private static void bind(PreparedStatement insert, Reading reading) throws SQLException {
        insert.setLong(1, reading.id());
        insert.setString(2, reading.device());
        insert.setInt(3, reading.site());
        insert.setObject(4, reading.at());
        insert.setDouble(5, reading.value());
        insert.setBytes(6, reading.payload());
    }
}
