package dev.nacre.samples.fleet;

import static java.util.stream.Collectors.toCollection;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** A day of the fleet, the same in every database: what the application does, told as a list of lines. */
public final class FleetDay {
    private static final OffsetDateTime MORNING = OffsetDateTime.of(2026, 3, 28, 22, 0, 0, 0, ZoneOffset.UTC);
    private static final BigDecimal LIMIT = new BigDecimal("75.5");
    private static final long SEED = 20_260_328;
    private static final int BATCHES = 12;
    private static final int BATCH_SIZE = 20;

    private final Inventory inventory;
    private final Readings readings;
    private final Alerts alerts;
    private final FleetReport report;
    private final Random random = new Random(SEED);
    private final List<String> lines = new ArrayList<>();

    /** Sets up the day in a database that no day was in before. */
    public FleetDay(FleetDatabase database) {
        inventory = new Inventory(database);
        readings = new Readings(database);
        alerts = new Alerts(database);
        report = new FleetReport(database);
    }

    /**
     * Lets the day pass.
     *
     * @return what happened
     * @throws SQLException when something fails that should not
     */
    public List<String> run() throws SQLException {
        openSites();
        collect();
        watch();
        change();
        tell();
        closeSite();
        return List.copyOf(lines);
    }

    private void openSites() {
        inventory.open("OSL", "Oslo, Bjørvika", 3, MORNING.minusDays(400));
        inventory.open("ZRH", "Zürich", 4, MORNING.minusDays(90));
        inventory.open("REK", "Reykjavík", 2, MORNING.minusDays(7));
        lines.addAll(inventory.describe());
    }

    private void collect() throws SQLException {
        List<List<Measurement>> batches =
                IntStream.range(0, BATCHES).mapToObj(this::batch).collect(toCollection(ArrayList::new));
        batches.get(3).set(5, batches.get(3).get(4));
        batches.get(7).set(0, impossible(batches.get(7).get(0)));
        lines.addAll(readings.store(batches));
        say("summaries " + readings.summarise(1));
        say("summaries from reading 100 " + readings.summarise(100));
    }

    private List<Measurement> batch(int number) {
        List<Device> devices = inventory.devices();
        return IntStream.range(0, BATCH_SIZE)
                .mapToObj(index -> measure(
                        devices.get(random.nextInt(devices.size())),
                        MORNING.plus(Duration.ofMinutes(number * 60L + index).plusNanos(random.nextInt()))))
                .toList()
                .stream()
                .collect(toCollection(ArrayList::new));
    }

    private Measurement measure(Device device, OffsetDateTime at) {
        byte[] payload = new byte[1 + random.nextInt(8)];
        random.nextBytes(payload);
        List<String> tags = random.nextInt(4) == 0 ? List.of("tenths", "tag " + random.nextInt(3)) : List.of();
        return new Measurement(device.id(), at, BigDecimal.valueOf(random.nextInt(12_000) - 4_000, 2), payload, tags);
    }

    private static Measurement impossible(Measurement measurement) {
        return new Measurement(
                measurement.device(),
                measurement.at(),
                BigDecimal.valueOf(-300),
                measurement.payload(),
                measurement.tags());
    }

    private void watch() {
        say("alerts " + alerts.raiseAbove(LIMIT));
        say("acknowledged " + alerts.acknowledge("ZRH"));
        lines.addAll(alerts.describe());
    }

    private void change() throws SQLException {
        inventory.move("ZRH-1", "REK");
        inventory.calibrateAtOnce(
                "OSL-2",
                List.of(new BigDecimal("0.1"), new BigDecimal("0.25"), new BigDecimal("-0.0125"), BigDecimal.ONE));
        say(inventory.changeTwice("OSL-1", device -> device.update("2.0"), device -> device.update("1.9")));
        say("corrected " + readings.correct(inventory.devices().get(0).id(), "tenths"));
        say("retired " + inventory.retireOutside("OSL"));
        lines.addAll(inventory.describe());
    }

    private void tell() throws SQLException {
        query("SELECT * FROM site_day ORDER BY code, reading_day");
        query(
                "SELECT s.code, d.status, COUNT(*) AS devices, AVG(d.calibration) AS mean FROM device d JOIN site s ON s.id = d.site_id"
                        + " GROUP BY s.code, d.status ORDER BY s.code, d.status");
        query(
                "SELECT d.serial, r.at, r.celsius, r.celsius - LAG(r.celsius) OVER (PARTITION BY d.id ORDER BY r.at, r.id) AS step, r.tags"
                        + " FROM reading r JOIN device d ON d.id = r.device_id WHERE r.celsius BETWEEN ? AND ? ORDER BY r.at, r.id"
                        + " FETCH FIRST 12 ROWS ONLY",
                new BigDecimal("10"),
                new BigDecimal("20.5"));
        query(
                "WITH hourly(h, n) AS (SELECT EXTRACT(HOUR FROM at), COUNT(*) FROM reading GROUP BY EXTRACT(HOUR FROM at))"
                        + " SELECT h, n, SUM(n) OVER (ORDER BY h) AS so_far FROM hourly ORDER BY h");
        query(
                "SELECT a.id, d.serial, CHAR_LENGTH(a.note) AS length, a.raised AT TIME ZONE 'UTC' AS raised"
                        + " FROM alert a JOIN device d ON d.id = a.device_id WHERE d.serial LIKE ? ORDER BY a.id",
                "%-1");
        query(
                "SELECT payload, tags FROM reading WHERE id IN (SELECT MAX(id) FROM reading GROUP BY device_id) ORDER BY id");
    }

    private void closeSite() throws SQLException {
        say("closed " + inventory.close("REK"));
        query("SELECT (SELECT COUNT(*) FROM device) AS devices, (SELECT COUNT(*) FROM reading) AS readings,"
                + " (SELECT COUNT(*) FROM alert) AS alerts, (SELECT COUNT(*) FROM daily) AS days");
    }

    private void query(String sql, Object... parameters) throws SQLException {
        lines.addAll(report.query(sql, parameters));
    }

    private void say(String line) {
        lines.add(line);
    }
}
