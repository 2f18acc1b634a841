package dev.nacre.functions.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.nacre.engine.LogSink;
import dev.nacre.engine.host.BoundedLog;
import dev.nacre.functions.FunctionDefinition;
import dev.nacre.functions.FunctionKind;
import dev.nacre.functions.FunctionName;
import dev.nacre.functions.FunctionSignature;
import dev.nacre.functions.NullHandling;
import dev.nacre.functions.SqlKind;
import dev.nacre.functions.SqlType;
import java.util.List;
import org.junit.jupiter.api.Test;

class DatabaseWatchTest {
    private final DatabaseWatch watch = new DatabaseWatch();

    private static FunctionDefinition function(String name) {
        FunctionSignature signature = new FunctionSignature(List.of(), SqlType.of(SqlKind.BIGINT));
        return new FunctionDefinition(
                new FunctionName("S", name),
                FunctionKind.SCALAR,
                signature,
                "",
                "f",
                false,
                NullHandling.BY_TYPE,
                false,
                "",
                "SA",
                1);
    }

    private static CallCounts counts(long calls, String error) {
        return new CallCounts(calls, calls, 0, 1, 10 * calls, calls, 0, 0, 100 - calls, error);
    }

    @Test
    void addsUpByUserAndFunction() {
        watch.query("A").ended(function("F"), counts(1, "first"));
        watch.query("A").ended(function("F"), counts(2, "second"));
        watch.query("A").ended(function("F"), counts(3, ""));
        watch.query("B").ended(function("F"), counts(4, ""));

        assertThat(watch.sums())
                .extracting(DatabaseWatch.FunctionSum::user, DatabaseWatch.FunctionSum::counts)
                .containsExactlyInAnyOrder(
                        tuple("A", new CallCounts(6, 6, 0, 3, 60, 6, 0, 0, 99, "second")), tuple("B", counts(4, "")));
    }

    @Test
    void forgetsTheLongestUnused() {
        for (int number = 0; number <= DatabaseWatch.MOST_SUMS; number++) {
            watch.query("A").ended(function("F" + number), counts(1, "x".repeat(10_000)));
            watch.query("A").ended(function("F0"), counts(1, ""));
        }

        assertThat(watch.sums())
                .hasSize(DatabaseWatch.MOST_SUMS)
                .allSatisfy(sum -> assertThat(sum.counts().lastError()).hasSizeLessThan(1_100))
                .extracting(sum -> sum.function().name())
                .contains("F0", "F" + DatabaseWatch.MOST_SUMS)
                .doesNotContain("F1");
    }

    /** By bytes, so that a line is asked for and does not fit. */
    @Test
    void saysOnceForEachFunctionWhatTheStatementDidNotKeep() {
        QueryWatch query = watch.query("A");
        BoundedLog statement = new BoundedLog(30, 100);
        LogSink first = query.log(function("F"), statement);
        LogSink second = query.log(function("G"), statement);

        first.log("info", "1234567");
        first.log("info", "7654321");
        second.dropped();
        second.log("info", "");
        query.ended(function("F"), counts(1, ""));
        query.ended(function("G"), counts(1, ""));
        query.ended(function("G"), counts(1, ""));

        assertThat(watch.log())
                .extracting(line -> line.function().name(), LogRing.Line::level, LogRing.Line::message)
                .containsExactly(
                        tuple("F", "info", "1234567"),
                        tuple("F", "warn", BoundedLog.missing(1).message()),
                        tuple("G", "warn", BoundedLog.missing(2).message()));
    }

    @Test
    void keepsTheLastLinesAndNoMoreThanTheStatementMay() {
        LogSink log = watch.query("A").log(function("F"), new BoundedLog(1 << 20, 3));
        for (int line = 0; line < 5; line++) {
            log.log("info", "line " + line);
        }
        assertThat(watch.log()).extracting(LogRing.Line::message).containsExactly("line 0", "line 1", "line 2");

        LogSink flood = watch.query("B").log(function("F"), new BoundedLog(1L << 40, 1L << 40));
        for (int line = 0; line < LogRing.MOST_LINES; line++) {
            flood.log("info", "" + line);
        }
        assertThat(watch.log())
                .hasSize(LogRing.MOST_LINES)
                .allMatch(line -> line.user().equals("B"));

        for (int line = 0; line < 40; line++) {
            flood.log("info", "x".repeat(20_000));
        }
        assertThat(watch.log().stream().mapToLong(LogRing.Line::bytes).sum()).isBetween(1L, LogRing.MOST_BYTES);
        assertThat(watch.log())
                .extracting(LogRing.Line::query)
                .containsOnly(watch.log().get(0).query());
    }
}
