package dev.nacre.samples.fleet;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.RollbackException;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Sites and devices, through the mapper. */
final class Inventory {
    private final FleetDatabase database;

    Inventory(FleetDatabase database) {
        this.database = database;
    }

    void open(String code, String name, int devices, OffsetDateTime installed) {
        database.inTransaction(entities -> {
            Site site = new Site(code, name);
            entities.persist(site);
            for (int number = 1; number <= devices; number++) {
                entities.persist(new Device(site, code + "-" + number, installed.plusDays(number)));
            }
        });
    }

    List<Device> devices() {
        return database.callInTransaction(
                entities -> entities.createQuery("FROM Device d JOIN FETCH d.site ORDER BY d.serial", Device.class)
                        .getResultList());
    }

    List<String> describe() {
        return database.callInTransaction(entities -> entities.createQuery("FROM Site ORDER BY code", Site.class)
                .getResultStream()
                .flatMap(site -> Stream.concat(
                        Stream.of(site.code() + " " + site.name()),
                        site.devices().stream().map(Device::toString)))
                .toList());
    }

    void move(String serial, String code) {
        database.inTransaction(entities -> find(entities, serial).move(site(entities, code)));
    }

    int retireOutside(String code) {
        return database.callInTransaction(entities -> entities.createQuery("""
                        UPDATE Device d SET d.status = :retired
                        WHERE d.site.id NOT IN (SELECT s.id FROM Site s WHERE s.code = :code)""")
                .setParameter("retired", DeviceStatus.RETIRED)
                .setParameter("code", code)
                .executeUpdate());
    }

    /** Threads that change the same device wait for each other at its row. */
    void calibrateAtOnce(String serial, List<BigDecimal> corrections) {
        CompletableFuture.allOf(corrections.stream()
                        .map(correction -> CompletableFuture.runAsync(() -> calibrate(serial, correction)))
                        .toArray(CompletableFuture<?>[]::new))
                .join();
    }

    private void calibrate(String serial, BigDecimal correction) {
        database.inTransaction(entities -> {
            Device device = entities.createQuery("FROM Device WHERE serial = :serial", Device.class)
                    .setParameter("serial", serial)
                    .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                    .getSingleResult();
            device.calibrate(correction);
        });
    }

    /** Two people change a device; the one who comes second is told. */
    String changeTwice(String serial, Consumer<Device> first, Consumer<Device> second) {
        try (EntityManager entities = database.entityManager()) {
            entities.getTransaction().begin();
            Device seen = find(entities, serial);
            database.inTransaction(others -> first.accept(find(others, serial)));
            second.accept(seen);
            entities.getTransaction().commit();
            return "nobody was told";
        } catch (RollbackException refused) {
            return refused.getCause() instanceof OptimisticLockException ? "somebody else was first" : "refused";
        }
    }

    int close(String code) {
        return database.callInTransaction(entities -> entities.createNativeQuery("DELETE FROM site WHERE code = ?1")
                .setParameter(1, code)
                .executeUpdate());
    }

    static Device find(EntityManager entities, String serial) {
        return entities.createQuery("FROM Device WHERE serial = :serial", Device.class)
                .setParameter("serial", serial)
                .getSingleResult();
    }

    private static Site site(EntityManager entities, String code) {
        return entities.createQuery("FROM Site WHERE code = :code", Site.class)
                .setParameter("code", code)
                .getSingleResult();
    }
}
