package dev.nacre.functions.watch;

import dev.nacre.functions.FunctionName;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The last lines that guests logged: older ones make room for new ones. Safe for use by many threads. */
public final class LogRing {
    /** Lines that are kept at most. */
    public static final int MOST_LINES = 10_000;

    /** Bytes that are kept at most, two for each character. */
    public static final long MOST_BYTES = 1 << 20;

    private static final int BYTES_PER_CHARACTER = 2;

    private final Deque<Line> lines = new ArrayDeque<>();
    private long bytes;

    /**
     * A line that a guest logged or printed.
     *
     * @param query a number of the statement, unique in this JVM
     * @param user who ran the statement
     * @param level as the guest gave it; {@code stdout} and {@code stderr} for printed text
     * @param message free of control characters
     */
    public record Line(Instant time, long query, String user, FunctionName function, String level, String message) {
        long bytes() {
            return (long) BYTES_PER_CHARACTER * (level.length() + message.length());
        }
    }

    synchronized void add(Line line) {
        lines.addLast(line);
        bytes += line.bytes();
        while (lines.size() > MOST_LINES || bytes > MOST_BYTES) {
            bytes -= lines.removeFirst().bytes();
        }
    }

    synchronized List<Line> lines() {
        return List.copyOf(lines);
    }
}
