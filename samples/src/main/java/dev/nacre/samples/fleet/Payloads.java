package dev.nacre.samples.fleet;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** What devices hid in their payloads, in a database that has the function {@code clear}. */
public final class Payloads {
    private static final byte[] HIGH = {(byte) 0xf0};
    private static final int SHOWN = 5;

    private final FleetDatabase database;
    private final FleetReport report;

    /** Reads the payloads of a database that was opened with functions and that a day was in. */
    public Payloads(FleetDatabase database) {
        this.database = database;
        this.report = new FleetReport(database);
    }

    /**
     * Reads payloads in plain SQL, through the mapper, and around a payload that the function refuses.
     *
     * @return what was found
     * @throws SQLException when something fails that should not
     */
    public List<String> run() throws SQLException {
        List<String> lines = new ArrayList<>(report.query(
                "SELECT d.serial, COUNT(*) AS readings, MAX(clear(r.payload)) AS highest"
                        + " FROM reading r JOIN device d ON d.id = r.device_id WHERE clear(r.payload) >= ?"
                        + " GROUP BY d.serial ORDER BY d.serial",
                (Object) HIGH));
        lines.addAll(database.callInTransaction(Payloads::longest));
        lines.addAll(refuse());
        return lines;
    }

    private static List<String> longest(EntityManager entities) {
        List<?> rows = entities.createNativeQuery("""
                        SELECT id, clear(payload) AS cleared FROM reading
                        WHERE at >= :from ORDER BY OCTET_LENGTH(payload) DESC, id""", Tuple.class)
                .setParameter("from", OffsetDateTime.parse("2026-03-29T00:00Z"))
                .setMaxResults(SHOWN)
                .getResultList();
        return rows.stream()
                .map(Tuple.class::cast)
                .map(row ->
                        row.get("id", Long.class) + " " + HexFormat.of().formatHex(row.get("cleared", byte[].class)))
                .toList();
    }

    /** The guest fails, the transaction goes on. */
    private List<String> refuse() throws SQLException {
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            List<String> lines = new ArrayList<>();
            try (PreparedStatement empty = connection.prepareStatement(
                    "UPDATE reading SET payload = X'' WHERE id = (SELECT MIN(id) FROM reading)")) {
                lines.add("emptied " + empty.executeUpdate());
            }
            try (Statement statement = connection.createStatement()) {
                lines.addAll(
                        FleetReport.lines(statement.executeQuery("SELECT clear(payload) FROM reading ORDER BY id")));
            } catch (SQLException refused) {
                lines.add(refused.getSQLState() + " " + refused.getMessage());
            }
            connection.rollback();
            return lines;
        }
    }
}
