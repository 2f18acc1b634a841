package dev.nacre.functions.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nacre.engine.LogSink;
import dev.nacre.engine.host.BoundedLog;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatementLogTest {
    private final List<String> application = new ArrayList<>();

    private StatementLog bounded(long bytes, long lines) {
        return new StatementLog(new BoundedLog(bytes, lines), new Application());
    }

    /** Stands for SLF4J. */
    private final class Application implements LogSink {
        @Override
        public boolean wantsNext() {
            return true;
        }

        @Override
        public boolean log(String level, String message) {
            return application.add(level + ": " + message);
        }

        @Override
        public void dropped() {
            throw new AssertionError("SLF4J does not count");
        }
    }

    @Test
    void givesTheApplicationWhatItKeepsAndTheNumberOfTheOthers() {
        StatementLog log = bounded(30, 100);

        for (int line = 0; line < 1_000; line++) {
            log.log("info", "1234567");
        }
        log.dropped();
        assertThat(application).containsExactly("info: 1234567");
        log.end();
        log.end();

        String missing = "warn: 1000 more lines were not kept (settings log_lines, log_bytes; raise them)";
        assertThat(application).containsExactly("info: 1234567", missing);
        assertThat(log.lines()).isEqualTo(application);
    }

    @Test
    void saysNothingOfMissingLinesWhereThereAreNone() {
        StatementLog log = bounded(1_000, 2);

        log.log("info", "a");
        log.log("info", "b");
        log.end();

        assertThat(log.lines()).containsExactly("info: a", "info: b").isEqualTo(application);
    }
}
