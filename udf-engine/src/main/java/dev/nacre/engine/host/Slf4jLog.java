package dev.nacre.engine.host;

import dev.nacre.engine.LogSink;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Passes lines on to SLF4J, logger {@code dev.nacre.guest}. Unbounded: put a {@link BoundedLog} before it with
 * {@link LogTee}. Safe for use by many threads.
 */
public final class Slf4jLog implements LogSink {
    /** The name of the logger. */
    public static final String LOGGER = "dev.nacre.guest";

    private final Logger logger;

    /** Makes a sink over the logger {@link #LOGGER}. */
    public Slf4jLog() {
        this(LoggerFactory.getLogger(LOGGER));
    }

    Slf4jLog(Logger logger) {
        this.logger = logger;
    }

    @Override
    public boolean wantsNext() {
        return logger.isErrorEnabled();
    }

    @Override
    public boolean log(String level, String message) {
        logger.atLevel(levelOf(level)).log("{}: {}", level, message);
        return true;
    }

    @Override
    public void dropped() {
        // nobody counts here
    }

    private static Level levelOf(String level) {
        return switch (level.toLowerCase(Locale.ROOT)) {
            case "trace" -> Level.TRACE;
            case "debug" -> Level.DEBUG;
            case "warn", "warning", "stderr" -> Level.WARN;
            case "error", "critical", "fatal" -> Level.ERROR;
            default -> Level.INFO;
        };
    }
}
