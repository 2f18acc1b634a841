package dev.nacre.samples.fleet;

import static java.util.Collections.max;
import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The application runs on H2 and on Nacre, changed in nothing but the URL: what it says and what it stores is the same. */
class FleetDayTest {
    private static final String APPLICATION_TABLES = "site, device, reading, alert, daily";

    private static final OffsetDateTime MIDNIGHT = OffsetDateTime.parse("2026-03-29T00:00Z");

    private record Outcome(List<String> lines, List<String> stored) {}

    private static Outcome onH2 = new Outcome(List.of(), List.of());
    private static Outcome onNacre = onH2;

    @TempDir
    private Path folder;

    @BeforeAll
    static void runOnBoth() throws SQLException {
        onH2 = run("jdbc:h2:mem:fleet_h2");
        onNacre = run("jdbc:nacre:h2:mem:fleet_nacre");
    }

    @Test
    void isTheSameInMemory() {
        assertSame(onNacre, onH2);
    }

    /** And either driver goes on with the file of the other. */
    @Test
    void isTheSameInFile() throws SQLException {
        Outcome inFileOfH2 = run("jdbc:h2:file:" + file("h2"));
        Outcome inFileOfNacre = run("jdbc:nacre:h2:file:" + file("nacre"));

        assertSame(inFileOfNacre, inFileOfH2);
        assertThat(storedAt("jdbc:h2:file:" + file("nacre"))).isEqualTo(inFileOfNacre.stored());
        assertThat(storedAt("jdbc:nacre:h2:file:" + file("h2"))).isEqualTo(inFileOfH2.stored());
    }

    @Test
    void goesOnWithFunctionsOverItsPayloads() throws SQLException {
        try (FleetDatabase database = FleetDatabase.openWithFunctions("jdbc:nacre:h2:mem:fleet_functions")) {
            assertThat(new FleetDay(database).run()).isEqualTo(onH2.lines());
            List<Payload> payloads = payloads(database);

            assertThat(new Payloads(database).run())
                    .isEqualTo(Stream.of(
                                    highest(payloads),
                                    longest(payloads),
                                    List.of("emptied 1", "38000 function 'PUBLIC.CLEAR': Payload cannot be empty"))
                            .flatMap(List::stream)
                            .toList());
        }
    }

    @Test
    void happensAsPlanned() {
        assertThat(onNacre.lines())
                .contains("somebody else was first", "closed 1")
                .anyMatch(line -> line.startsWith("23505 after [1, 1, 1, 1, 1, -3, "))
                .anyMatch(line -> line.startsWith("23513 after [-3, 1, "))
                .anyMatch(line -> line.matches("OSL-2 .* calibration 1.3375 .*"))
                .anyMatch(line -> line.matches("OSL-1 .* firmware 2.0 .*"))
                .anyMatch(line -> line.matches("summaries \\d+"));
    }

    private static void assertSame(Outcome nacre, Outcome h2) {
        assertThat(h2.lines()).hasSizeGreaterThan(100);
        assertThat(nacre.lines()).isEqualTo(h2.lines());
        assertThat(h2.stored()).hasSize(2);
        assertThat(nacre.stored()).isEqualTo(h2.stored());
    }

    private static Outcome run(String url) throws SQLException {
        try (FleetDatabase database = FleetDatabase.open(url)) {
            return new Outcome(new FleetDay(database).run(), stored(database));
        }
    }

    private static List<String> storedAt(String url) throws SQLException {
        try (FleetDatabase database = FleetDatabase.open(url)) {
            return stored(database);
        }
    }

    /** Returns tables and rows as a script, and the migrations without the time that they took. */
    private static List<String> stored(FleetDatabase database) throws SQLException {
        FleetReport report = new FleetReport(database);
        List<String> script = report.query("SCRIPT TABLE " + APPLICATION_TABLES).stream()
                .filter(line -> !line.startsWith("CREATE USER"))
                .toList();
        List<String> migrations = report.query(
                "SELECT \"version\", \"description\", \"checksum\", \"success\" FROM \"flyway_schema_history\" ORDER BY 1");
        return List.of(String.join("\n", script), String.join("\n", migrations));
    }

    /** What the guest makes of a payload. */
    private record Payload(long id, String serial, OffsetDateTime at, byte[] bytes) {
        String cleared() {
            byte[] cleared = bytes.clone();
            for (int index = 0; index < cleared.length; index++) {
                cleared[index] ^= (byte) 0xAA;
            }
            return HexFormat.of().formatHex(cleared);
        }
    }

    private static List<Payload> payloads(FleetDatabase database) throws SQLException {
        List<Payload> payloads = new ArrayList<>();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT r.id, d.serial, r.at, r.payload FROM reading r JOIN device d ON d.id = r.device_id ORDER BY r.id")) {
            while (rows.next()) {
                payloads.add(new Payload(
                        rows.getLong(1), rows.getString(2), rows.getObject(3, OffsetDateTime.class), rows.getBytes(4)));
            }
        }
        return payloads;
    }

    private static List<String> highest(List<Payload> payloads) {
        Map<String, List<String>> bySerial = payloads.stream()
                .filter(payload -> payload.cleared().compareTo("f0") >= 0)
                .collect(groupingBy(Payload::serial, TreeMap::new, mapping(Payload::cleared, toList())));
        List<String> lines =
                new ArrayList<>(List.of("SERIAL CHARACTER VARYING | READINGS BIGINT | HIGHEST BINARY VARYING"));
        bySerial.forEach((serial, cleared) -> lines.add(serial + " | " + cleared.size() + " | " + max(cleared)));
        return lines;
    }

    private static List<String> longest(List<Payload> payloads) {
        return payloads.stream()
                .filter(payload -> !payload.at().isBefore(MIDNIGHT))
                .sorted(comparing((Payload payload) -> -payload.bytes().length).thenComparing(Payload::id))
                .limit(5)
                .map(payload -> payload.id() + " " + payload.cleared())
                .toList();
    }

    private String file(String name) {
        return folder.resolve(name).toString().replace('\\', '/');
    }
}
