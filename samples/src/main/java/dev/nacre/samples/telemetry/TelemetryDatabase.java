package dev.nacre.samples.telemetry;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Makes the program's tables and fills them. */
final class TelemetryDatabase {
    private static final int BATCH_ROWS = 1000;
    private static final List<Place> SITES = List.of(
            new Place("Aarhus", 56.16, 10.20),
            new Place("Bergen", 60.39, 5.32),
            new Place("Cork", 51.90, -8.47),
            new Place("Dresden", 51.05, 13.74),
            new Place("Evora", 38.57, -7.91),
            new Place("Faro", 37.02, -7.94),
            new Place("Ghent", 51.05, 3.72),
            new Place("Haarlem", 52.38, 4.64));

    private final Connection connection;

    private record Place(String name, double lat, double lon) {}

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
                Place place = SITES.get(site);
                insert.setString(2, place.name());
                insert.setDouble(3, place.lat());
                insert.setDouble(4, place.lon());
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
