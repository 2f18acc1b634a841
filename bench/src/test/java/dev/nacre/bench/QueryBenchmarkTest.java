package dev.nacre.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class QueryBenchmarkTest {

    private static final Environment SOMEWHERE = new Environment(
            LocalDate.of(2026, 11, 22), "17, Nobody", "Abacus, 2 cores", "Linux 6", 1024, "0123456789ab");

    @Test
    void measuresEveryWorkloadWithEveryContender() throws Exception {
        ByteArrayOutputStream progress = new ByteArrayOutputStream();

        BenchmarkReport report = new QueryBenchmark(
                        new BenchmarkOptions(200, 0, 1), new PrintStream(progress, true, StandardCharsets.UTF_8))
                .run();

        assertThat(report.contenders()).containsExactly("Nacre", "Calcite", "H2 alias");
        assertThat(report.lines()).extracting(BenchmarkReport.Line::title).containsExactlyElementsOf(titles());
        assertThat(report.lines())
                .allSatisfy(line -> assertThat(line.measurements())
                        .hasSize(3)
                        .allSatisfy(
                                found -> assertThat(found.threadNanosPerRow()).isPositive()));
        assertThat(progress.toString(StandardCharsets.UTF_8).lines()).hasSameSizeAs(titles());
    }

    private static List<String> titles() {
        return Workload.all().stream().map(Workload::title).toList();
    }

    @Test
    void refusesContendersThatDisagree() throws Exception {
        try (Contender right = inventing("one", 1);
                Contender wrong = inventing("two", 2)) {
            Race race = new Race(Workload.all().get(1), new BenchmarkOptions(1, 0, 1), List.of(right, wrong));

            assertThatThrownBy(race::run)
                    .isInstanceOf(BenchmarkException.class)
                    .hasMessageEndingWith("expected 1.0 as from one, found 2.0 from two");
        }
    }

    /** Returns a contender whose functions know the result. */
    private static Contender inventing(String title, int result) throws Exception {
        Contender contender = new Contender(title, DriverManager.getConnection("jdbc:h2:mem:"), "KNOWN", "PAYLOADS");
        contender.connection().createStatement().execute("CREATE TABLE NUMBERS(D DOUBLE PRECISION) AS VALUES 0");
        contender
                .connection()
                .createStatement()
                .execute("CREATE ALIAS KNOWN_SCALE AS 'double scale(double v) { return " + result + "; }'");
        return contender;
    }

    @Test
    void printsMediansAndRatiosAsMarkdown() {
        BenchmarkReport report = new BenchmarkReport(
                new BenchmarkOptions(10, 1, 3),
                List.of("Nacre", "Calcite"),
                List.of(new BenchmarkReport.Line(
                        "a query", List.of(measured(100, 900, 200), measured(400, 400, 400)))));

        String markdown = report.markdown(SOMEWHERE);

        assertThat(markdown)
                .contains("* 2026-11-22, commit 0123456789ab\n* JDK 17, Nobody\n")
                .contains("* 10 rows; medians of 3 runs after 1 to warm up")
                .contains("| query | Nacre | Calcite | Nacre / Calcite |\n| --- | ---: | ---: | ---: |\n")
                .contains("| a query | 20.0 | 40.0 | 0.50 |\n")
                .contains("| a query | 400 % | 0 % |\n");
    }

    @Test
    void takesMeanOfMiddleOfEvenNumberOfRuns() {
        assertThat(measured(100, 200, 300, 1000).threadNanosPerRow()).isEqualTo(25);
    }

    private static Measurement measured(long... nanos) {
        return new Measurement(
                10,
                Arrays.stream(nanos)
                        .mapToObj(time -> new Sample(time, 2 * time))
                        .toList());
    }

    @Test
    void refusesNonsense() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BenchmarkOptions(0, 0, 1))
                .withMessageContaining("rows");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BenchmarkOptions(1, -1, 1))
                .withMessageContaining("warmups");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BenchmarkOptions(1, 0, 0))
                .withMessageContaining("runs");
    }
}
