package dev.nacre.engine.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import org.slf4j.event.Level;
import org.slf4j.event.SubstituteLoggingEvent;
import org.slf4j.helpers.NOPLogger;
import org.slf4j.helpers.SubstituteLogger;

class Slf4jLogTest {
    private final Queue<SubstituteLoggingEvent> events = new ArrayDeque<>();
    private final Slf4jLog log = new Slf4jLog(new SubstituteLogger(Slf4jLog.LOGGER, events, false));

    @Test
    void passesLinesOnAtTheirLevel() {
        for (String level : List.of("trace", "DEBUG", "info", "stdout", "odd", "warn", "stderr", "error", "critical")) {
            log.log(level, "text");
        }

        assertThat(events)
                .extracting(SubstituteLoggingEvent::getLevel)
                .containsExactly(
                        Level.TRACE,
                        Level.DEBUG,
                        Level.INFO,
                        Level.INFO,
                        Level.INFO,
                        Level.WARN,
                        Level.WARN,
                        Level.ERROR,
                        Level.ERROR);
    }

    @Test
    void neverReadsTheTextAsAPattern() {
        log.log("info", "{} ${jndi:x}");

        SubstituteLoggingEvent event = events.remove();
        assertThat(event.getMessage()).isEqualTo("{}: {}");
        assertThat(event.getArgumentArray()).containsExactly("info", "{} ${jndi:x}");
    }

    @Test
    void wantsNothingWhenNobodyListens() {
        assertThat(log.wantsNext()).isTrue();
        assertThat(new Slf4jLog(NOPLogger.NOP_LOGGER).wantsNext()).isFalse();
    }
}
