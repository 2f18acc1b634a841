package dev.nacre.engine.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nacre.engine.ComponentInstance;
import dev.nacre.engine.wit.ResultValue;
import dev.nacre.testkit.LeakCheck;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A stock Rust component of 1.2 MB around a well-known crate: regular expressions with the tables of Unicode. */
class PatternsTest {
    @RegisterExtension
    final LeakCheck leaks = EngineFixture.leakCheck();

    private ComponentInstance instance;

    @BeforeEach
    void open() {
        instance = EngineFixture.timedInstance("patterns-rust", Duration.ofSeconds(60));
    }

    @AfterEach
    void close() {
        instance.close();
    }

    @Test
    void searches() {
        assertOk(call("matches", "pump-17", "^pump-\\d+$"), true);
        assertOk(call("matches", "pump-x", "^pump-\\d+$"), false);
        assertOk(call("count", "aaaa", "aa"), 2L);
        assertOk(call("extract-all", "a1b22", "\\d+"), List.of("1", "22"));
    }

    @Test
    void returnsWhatAGroupCaught() {
        String date = "(?<year>\\d+)-(\\d+)(-\\d+)?";

        assertOk(call("extract", "on 2026-11", date, 0L), Optional.of("2026-11"));
        assertOk(call("extract", "on 2026-11", date, 2L), Optional.of("11"));
        assertOk(call("extract", "on 2026-11", date, 3L), Optional.empty());
        assertOk(call("extract", "never", date, 1L), Optional.empty());
    }

    @Test
    void replacesAndSplits() {
        assertOk(call("replace-all", "Meyer, Anna", "(?<last>\\w+), (\\w+)", "$2 ${last} $$"), "Anna Meyer $");
        assertOk(call("replace-all", "unchanged", "x", "y"), "unchanged");
        assertOk(call("split", ",a,,b", ","), List.of("", "a", "", "b"));
        assertOk(call("split", "", ","), List.of(""));
        assertThat(call("escape", "1+1=2")).isEqualTo("1\\+1=2");
    }

    @Test
    void knowsUnicode() {
        assertOk(call("matches", "STRAẞE", "(?i)^straße$"), true);
        assertOk(call("extract-all", "Größe 5, Ύψος 12", "\\p{L}+"), List.of("Größe", "Ύψος"));
        assertOk(call("extract-all", "Größe ψ", "\\p{Greek}"), List.of("ψ"));
        assertOk(call("split", "a𝄞b", ""), List.of("", "a", "𝄞", "b", ""));
        assertOk(call("count", "١٢٣", "\\d"), 3L);
    }

    @Test
    void answersABadPatternWithTheGuestsError() {
        assertRefused(call("matches", "", "("), "pattern '(': unclosed group");
        assertRefused(
                call("matches", "", "a{2,1}"),
                "pattern 'a{2,1}': invalid repetition count range, the start must be <= the end");
        assertRefused(call("split", "", "\\p{Klingon}"), "pattern '\\p{Klingon}': Unicode property not found");
        assertRefused(
                call("count", "", "(?=a)"),
                "pattern '(?=a)': look-around, including look-ahead and look-behind, is not supported");
        assertRefused(call("extract", "a", "(a)", 2L), "pattern '(a)': expected a group from 0 to 1, found 2");
        assertRefused(
                call("matches", "", "\\w{500}{50}"),
                "pattern '\\w{500}{50}': too large, more than 1048576 bytes when compiled");
        assertThat(instance.isOpen()).isTrue();
    }

    @Test
    void answersAPatternNestedTooDeepWithTheGuestsError() {
        String deep = "(".repeat(5_000) + ")".repeat(5_000);

        assertThat(((ResultValue) call("matches", "", deep)).payload())
                .asInstanceOf(InstanceOfAssertFactories.STRING)
                .endsWith(": exceed the maximum number of nested parentheses/brackets (250)");
        assertOk(call("matches", "", "(".repeat(250) + ")".repeat(250)), true);
    }

    /** A backtracking search would need 2^100,000 steps: the timeout is there to end it, not to measure. */
    @Test
    @Timeout(120)
    void searchesWhereBacktrackingWouldNeverEnd() {
        String text = "a".repeat(100_000);

        assertOk(call("matches", text + "b", "^(a+)+$"), false);
        assertOk(call("matches", text, "^(a|aa)+$"), true);
        assertOk(call("extract", text + "b", "^(a*)*b$", 1L), Optional.of(text));
        assertOk(call("matches", text, "(x+x+)+y"), false);
    }

    @Test
    void staysInItsMemoryHoweverLargeThePatterns() {
        for (int round = 0; round < 12; round++) {
            assertOk(call("count", "x".repeat(1_000 + round), "\\w{25}[^y" + round + "]*?z|x"), 1_000L + round);
        }
        assertThat(instance.isOpen()).isTrue();
    }

    @Test
    void keepsTheMemoryOfASecondThousandOfCalls() {
        thousandCalls();
        long before = instance.memoryBytes();

        thousandCalls();

        assertThat(instance.memoryBytes()).isEqualTo(before);
    }

    private void thousandCalls() {
        for (int call = 0; call < 1_000; call++) {
            int pattern = call % 7;
            assertOk(call("replace-all", "text " + call, "t(\\w)t? " + pattern, "$1"), expected(call, pattern));
        }
    }

    /** What the same replacement gives in Java, for a pattern that both read alike. */
    private static String expected(int call, int pattern) {
        return ("text " + call).replaceAll("(?U)t(\\w)t? " + pattern, "$1");
    }

    private Object call(String function, Object... arguments) {
        return instance.function(function).call(arguments);
    }

    private static void assertOk(Object answer, Object expected) {
        assertThat(answer).isEqualTo(ResultValue.ok(expected));
    }

    private static void assertRefused(Object answer, String expected) {
        assertThat(answer).isEqualTo(ResultValue.error(expected));
    }
}
