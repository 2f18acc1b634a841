package dev.nacre.engine.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nacre.engine.Limits;
import dev.nacre.engine.Setting;
import org.junit.jupiter.api.Test;

class BoundedLogTest {
    @Test
    void keepsTheFirstLines() {
        BoundedLog log = BoundedLog.of(Limits.sandbox().with(Setting.LOG_LINES, 2));

        log.log("info", "a");
        assertThat(log.wantsNext()).isTrue();
        log.log("info", "b");
        assertThat(log.wantsNext()).isFalse();
        log.log("info", "c");
        log.dropped();

        assertThat(log.lines()).containsExactly(new BoundedLog.Line("info", "a"), new BoundedLog.Line("info", "b"));
        assertThat(log.droppedLines()).isEqualTo(2);
    }

    @Test
    void keepsNoMoreBytesThanAllowed() {
        BoundedLog log = new BoundedLog(20, 100);

        log.log("info", "123456");
        log.log("info", "1");
        log.log("", "");

        assertThat(log.lines()).containsExactly(new BoundedLog.Line("info", "123456"));
        assertThat(log.droppedLines()).isEqualTo(2);
    }

    /** Else a guest with one long line would be asked for each of its lines, and shorter ones would come between. */
    @Test
    void isFullFromTheFirstLineThatDoesNotFit() {
        BoundedLog log = new BoundedLog(20, 100);

        assertThat(log.log("info", "12")).isTrue();
        assertThat(log.log("info", "1234567")).isFalse();
        assertThat(log.wantsNext()).isFalse();
        assertThat(log.log("info", "1")).isFalse();

        assertThat(log.lines()).hasSize(1);
        assertThat(log.droppedLines()).isEqualTo(2);
        assertThat(BoundedLog.missing(2).message())
                .isEqualTo("2 more lines were not kept (settings log_lines, log_bytes; raise them)");
        assertThat(BoundedLog.missing(1).message()).startsWith("1 more line was not kept");
    }

    @Test
    void passesNothingOnInATeeThatTheFirstSinkDidNotKeep() {
        BoundedLog second = new BoundedLog(1_000, 10);
        LogTee tee = new LogTee(new BoundedLog(20, 10), second);

        assertThat(tee.log("info", "x".repeat(10))).isFalse();

        assertThat(second.lines()).isEmpty();
        assertThat(second.droppedLines()).isEqualTo(1);
    }

    @Test
    void boundsTheSecondSinkOfATee() {
        BoundedLog first = new BoundedLog(1_000, 1);
        BoundedLog second = new BoundedLog(1_000, 10);
        LogTee tee = new LogTee(first, second);

        tee.log("info", "a");

        assertThat(tee.wantsNext()).isFalse();
        tee.dropped();
        assertThat(second.lines()).isEqualTo(first.lines()).hasSize(1);
        assertThat(second.droppedLines()).isEqualTo(1);
    }

    @Test
    void countsInATeeWhatTheSecondSinkDoesNotWant() {
        BoundedLog second = new BoundedLog(1_000, 0);

        new LogTee(new BoundedLog(1_000, 1), second).log("info", "a");

        assertThat(second.droppedLines()).isEqualTo(1);
    }
}
