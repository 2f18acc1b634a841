package dev.nacre.samples.telemetry;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.nacre.h2.catalog.NacreDatabase;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Runs the demo once and compares what it printed with what plain Java makes of the same readings. */
class TelemetryDemoTest {

    private static final int ROWS = 20_000;
    private static final int FAULT = 2;
    private static final List<String> SITES =
            List.of("Aarhus", "Bergen", "Cork", "Dresden", "Evora", "Faro", "Ghent", "Haarlem");

    private static List<Reading> readings = List.of();
    private static List<String> lines = List.of();

    @BeforeAll
    static void runDemo() throws SQLException {
        Readings source = new Readings();
        readings = IntStream.rangeClosed(1, ROWS).mapToObj(source::make).toList();
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        new TelemetryDemo(new PrintStream(output, true, StandardCharsets.UTF_8), ROWS).run();
        lines = output.toString(StandardCharsets.UTF_8).lines().toList();
    }

    @Test
    void showsMaskedPayloads() {
        List<List<String>> expected = readings.stream()
                .filter(reading -> reading.site() == 3)
                .limit(5)
                .map(reading ->
                        List.of("" + reading.id(), reading.device(), hexadecimal(reading.payload()), clear(reading)))
                .toList();

        assertThat(table("3. ")).isEqualTo(expected);
    }

    @Test
    void filtersByMaskedPayload() {
        List<List<String>> expected = faults(reading -> reading.site() == 3 && reading.value() > 80)
                .sorted(Comparator.comparingDouble(Reading::value).reversed().thenComparingLong(Reading::id))
                .limit(5)
                .map(reading -> List.of("" + reading.id(), reading.device(), "" + reading.value(), clear(reading)))
                .toList();

        assertThat(expected).isNotEmpty();
        assertThat(table("5. ")).isEqualTo(expected);
    }

    @Test
    void groupsFaultsBySite() {
        Map<Integer, Long> faults = faults(reading -> true).collect(groupingBy(Reading::site, counting()));

        assertThat(table("7. ")).hasSize(SITES.size()).allSatisfy(row -> {
            assertThat(row.get(1)).isEqualTo("" + faults.get(SITES.indexOf(row.get(0))));
        });
        assertThat(table("7. "))
                .extracting(row -> Long.parseLong(row.get(1)))
                .isSortedAccordingTo(Comparator.reverseOrder());
    }

    @Test
    void runsPreparedQueryForEachDevice() {
        List<String> expected = Stream.of("device-07", "device-21")
                .flatMap(device -> faults(reading -> reading.device().equals(device) && reading.value() >= 0)
                        .limit(3))
                .map(TelemetryDemoTest::clear)
                .toList();

        assertThat(expected).isNotEmpty();
        assertThat(table("8. ").stream().map(row -> row.get(2)).filter(text -> !text.equals("CLEAR")))
                .containsExactlyElementsOf(expected);
    }

    @Test
    void explainsWhoRunsWhat() {
        assertThat(section("6. "))
                .anyMatch(line -> line.contains("WASM[PUBLIC.MASK"))
                .anyMatch(line -> line.contains("H2: SELECT") && line.contains("(site = 3) AND (reading > 80)"));
    }

    @Test
    void printsWhatGuestLogged() {
        assertThat(section("4. "))
                .contains(
                        "  info: Initiating telemetry payload processing",
                        "  debug: Payload obfuscation complete",
                        "  (10 lines)");
    }

    @Test
    void aggregatesReadingsOfEachSite() {
        List<List<String>> rows = table("9. ");

        assertThat(rows).extracting(row -> row.get(0)).containsExactlyElementsOf(SITES);
        assertThat(rows).allSatisfy(row -> {
            double[] values = readings.stream()
                    .filter(reading -> reading.site() == SITES.indexOf(row.get(0)))
                    .mapToDouble(Reading::value)
                    .sorted()
                    .toArray();
            assertThat(Double.parseDouble(row.get(1)))
                    .isCloseTo(values[(values.length - 1) / 2], withinPercentage(1.2));
            assertThat(Double.parseDouble(row.get(2)))
                    .isCloseTo(values[(int) (0.99 * (values.length - 1))], withinPercentage(1.2));
        });
    }

    @Test
    void ordersSitesByDistance() {
        assertThat(table("10. "))
                .containsExactly(
                        List.of("Ghent", "0.0"),
                        List.of("Haarlem", "161.0"),
                        List.of("Dresden", "700.0"),
                        List.of("Aarhus", "710.0"));
    }

    @Test
    void printsErrorOfGuest() {
        assertThat(section("11. ")).contains("  SQLSTATE 38000: function 'PUBLIC.MASK': Payload cannot be empty");
    }

    @Test
    void printsTimeOfEachStep() {
        assertThat(lines.stream().filter(line -> line.matches(" *[0-9]+\\.[0-9] ms  .*")))
                .hasSize(11);
    }

    @Test
    void leavesNoInstanceOfGuestBehind() {
        assertThat(NacreDatabase.liveInstances()).isZero();
    }

    @Test
    void refusesToRunWithoutRows() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TelemetryDemo(new PrintStream(new ByteArrayOutputStream()), 0));
    }

    private static Stream<Reading> faults(Predicate<Reading> condition) {
        return readings.stream()
                .filter(reading -> ((reading.payload()[0] ^ 0xAA) & 0xFF) >= FAULT)
                .filter(condition);
    }

    private static String clear(Reading reading) {
        byte[] clear = reading.payload().clone();
        for (int index = 0; index < clear.length; index++) {
            clear[index] ^= (byte) 0xAA;
        }
        return hexadecimal(clear);
    }

    private static String hexadecimal(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    /** Returns the lines of a step. */
    private static List<String> section(String heading) {
        return lines.stream()
                .dropWhile(line -> !line.startsWith(heading))
                .skip(1)
                .takeWhile(line -> line.isEmpty() || line.startsWith(" "))
                .toList();
    }

    /** Returns the cells of a step's table, which follows the statement, without its first line of labels. */
    private static List<List<String>> table(String heading) {
        String text = String.join("\n", section(heading)).strip();
        return text.substring(text.lastIndexOf("\n\n") + 2)
                .lines()
                .skip(1)
                .map(line -> List.of(line.strip().split(" {2,}")))
                .toList();
    }
}
