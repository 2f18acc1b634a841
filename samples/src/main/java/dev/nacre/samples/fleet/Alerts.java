package dev.nacre.samples.fleet;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;

/** What people are told, by mapper and plain SQL in one transaction. */
final class Alerts {
    private static final int NOTE_LINES = 1000;

    private final FleetDatabase database;

    Alerts(FleetDatabase database) {
        this.database = database;
    }

    /** Raises an alert for the hottest reading of each device above a limit; such devices are faulty from then on. */
    int raiseAbove(BigDecimal limit) {
        return database.callInTransaction(entities -> {
            List<?> hottest = entities.createNativeQuery("""
                            SELECT device_id, at, celsius FROM reading WHERE celsius > :limit
                            QUALIFY ROW_NUMBER() OVER (PARTITION BY device_id ORDER BY celsius DESC, id) = 1
                            ORDER BY device_id""", Tuple.class)
                    .setParameter("limit", limit)
                    .getResultList();
            hottest.forEach(row -> raise(entities, (Tuple) row));
            return hottest.size();
        });
    }

    private static void raise(EntityManager entities, Tuple row) {
        Device device = entities.find(Device.class, row.get("device_id", Long.class));
        device.become(DeviceStatus.FAULTY);
        Alert alert = new Alert(
                device,
                row.get("at", OffsetDateTime.class),
                row.get("celsius", BigDecimal.class).toPlainString() + " degrees");
        alert.write("Look at it.\n".repeat(NOTE_LINES));
        entities.persist(alert);
    }

    int acknowledge(String code) {
        return database.callInTransaction(
                entities -> entities.createQuery("""
                        UPDATE Alert a SET a.acknowledged = TRUE
                        WHERE a.device.id IN (SELECT d.id FROM Device d WHERE d.site.code = :code)""").setParameter("code", code).executeUpdate());
    }

    List<String> describe() {
        return database.callInTransaction(
                entities -> entities.createQuery("FROM Alert a JOIN FETCH a.device ORDER BY a.id", Alert.class)
                        .getResultStream()
                        .map(Alert::toString)
                        .toList());
    }
}
