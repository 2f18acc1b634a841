package dev.nacre.bench.evil;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nacre.bench.Environment;
import dev.nacre.testkit.Guests;
import dev.nacre.testkit.Seeds;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every attack, once, against another process: what the command does, with a test for each. */
@Timeout(value = 1800)
class EvilTest {
    private static EvilRun run;

    @BeforeAll
    static void open() throws IOException {
        run = EvilRun.open();
    }

    @AfterAll
    static void close() throws IOException {
        run.close();
    }

    static List<Attack> attacks() {
        return Attacks.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("attacks")
    void comesToNothing(Attack attack) {
        AttackResult result = run.run(attack);

        assertThat(result.verdict()).as(result.reason()).isEqualTo(Verdict.STOPPED);
        assertThat(result.strikes()).hasSameSizeAs(attack.strikes());
        assertThat(result.timeToStop()).isPresent();
    }

    @Test
    void everyAttackHasANameAndARow() {
        assertThat(Attacks.all()).extracting(Attack::id).doesNotHaveDuplicates();
        assertThat(Attacks.all())
                .allSatisfy(attack -> assertThat(attack.threats()).isNotEmpty());
    }

    private static AttackResult decoy(String id) {
        return run.run(Decoys.all().stream()
                .filter(attack -> attack.id().equals(id))
                .findFirst()
                .orElseThrow());
    }

    @Test
    void noticesAProcessThatEnded() {
        AttackResult result = decoy("decoy-exit");

        assertThat(result.verdict()).isEqualTo(Verdict.CRASHED);
        assertThat(result.reason()).contains("'CALL X(0)': exit code 0");
    }

    @Test
    void endsWhatDoesNotEnd() {
        AttackResult result = decoy("decoy-hang");

        assertThat(result.verdict()).isEqualTo(Verdict.HUNG);
        assertThat(result.reason()).isEqualTo("'CALL X(3600000)' did not end within 2000 ms");
    }

    @Test
    void noticesWhatIsSeen() {
        AttackResult result = decoy("decoy-leak");

        assertThat(result.verdict()).isEqualTo(Verdict.ESCAPED);
        assertThat(result.strikes())
                .extracting(StrikeResult::objection)
                .containsExactly(
                        "",
                        "",
                        "'canary-in-property-7c64' was seen",
                        "'canary-in-variable-a803' was seen",
                        "'canary-in-file-51f9' was seen",
                        "'canary-in-table-e2d0' was seen",
                        "");
    }

    @Test
    void noticesWhatIsDone() {
        AttackResult result = decoy("decoy-harm");

        assertThat(result.verdict()).isEqualTo(Verdict.ESCAPED);
        assertThat(result.reason())
                .contains(
                        "Table \"CANARY\" not found",
                        "the canary file was changed",
                        "a file was made",
                        "the canary class was initialised");
    }

    @Test
    void offersAndCallsTheComponentsOfOthers() {
        AttackResult hostile = run.run("hostile.wasm", Guests.bytes("hostile"));
        AttackResult broken = run.run("broken.wasm", new byte[] {0, 1, 2});

        assertThat(hostile.verdict()).as(hostile.reason()).isEqualTo(Verdict.STOPPED);
        assertThat(hostile.strikes())
                .anySatisfy(strike -> assertThat(strike.text() + " -> " + strike.outcome())
                        .startsWith("SELECT \"SPIN\"() FROM T WHERE ID <= 3 -> 5"))
                .anySatisfy(strike -> assertThat(strike.outcome()).startsWith("38N01"));
        assertThat(broken.verdict()).isEqualTo(Verdict.STOPPED);
        assertThat(broken.strikes())
                .last()
                .satisfies(strike -> assertThat(strike.outcome()).startsWith("22000"));
    }

    /** One of each kind in every build. */
    private static List<Shape> measuredShapes() {
        return Shape.all().stream()
                .filter(shape ->
                        Seeds.soaking() || Set.of("loop", "start", "catch-all").contains(shape.id()))
                .toList();
    }

    @Test
    void measuresTheSameWhereTheDatabaseIsInAnotherProcess() throws IOException {
        Set<Long> before = children();
        StopMeasurement measurement =
                new StopMeasurement(Seeds.count(1, StopMeasurement.STANDARD_RUNS), measuredShapes());

        try (EvilRun overTcp = EvilRun.open(Where.SERVER)) {
            List<ShapeTimes> times = measurement.run(
                    overTcp, new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));

            assertThat(times)
                    .hasSize(Seeds.count(6, 24))
                    .allSatisfy(
                            each -> assertThat(each.verdict()).as(each.reason()).isEqualTo(Verdict.STOPPED));
            assertThat(measurement.markdown(Environment.here()))
                    .contains("* the database is in the memory of one more process", "| loop | cancel | ");
            assertThat(children()).hasSize(before.size() + 2);
        }
        assertThat(children()).isEqualTo(before);
    }

    private static Set<Long> children() {
        return ProcessHandle.current().children().map(ProcessHandle::pid).collect(Collectors.toSet());
    }

    @Test
    void measuresHowSoonRunawaysStop() {
        StopMeasurement measurement =
                new StopMeasurement(Seeds.count(2, StopMeasurement.STANDARD_RUNS), measuredShapes());

        List<ShapeTimes> times =
                measurement.run(run, new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));

        assertThat(times).hasSize(Seeds.count(6, 24)).allSatisfy(each -> {
            assertThat(each.verdict()).as(each.reason()).isEqualTo(Verdict.STOPPED);
            assertThat(each.timesToStop().count()).isEqualTo(Seeds.count(2, StopMeasurement.STANDARD_RUNS));
        });
        assertThat(times)
                .filteredOn(each -> !each.stop().equals("refusal"))
                .allSatisfy(each -> assertThat(each.beside().most()).isPositive());
        assertThat(measurement.markdown(Environment.here()))
                .contains(
                        "| a loop in Java | itself | ",
                        "| loop | cancel | ",
                        "| start | deadline | ",
                        "| start | cancel | ",
                        "| catch-all | refusal | ",
                        "Aim: ");
    }
}
