package dev.nacre.engine.host;

import dev.nacre.engine.Limits;
import dev.nacre.engine.LogSink;
import dev.nacre.engine.Setting;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps the first lines of a log, and counts the others: those from the first on that does not fit, however short they
 * are. Mutable, used by one thread at a time.
 *
 * <p>A line counts with two bytes for each character, as far as memory goes, level included.
 */
public final class BoundedLog implements LogSink {
    private static final int BYTES_PER_CHARACTER = 2;

    private final long mostBytes;
    private final long mostLines;
    private final List<Line> lines = new ArrayList<>();
    private long bytes;
    private long dropped;
    private boolean full;

    /**
     * @param mostBytes how many bytes of text are kept at most
     * @param mostLines how many lines are kept at most
     */
    public BoundedLog(long mostBytes, long mostLines) {
        this.mostBytes = mostBytes;
        this.mostLines = mostLines;
    }

    /** Returns a log bounded by {@link Setting#LOG_BYTES} and {@link Setting#LOG_LINES}. */
    public static BoundedLog of(Limits limits) {
        return new BoundedLog(limits.get(Setting.LOG_BYTES), limits.get(Setting.LOG_LINES));
    }

    /**
     * One line that was logged.
     *
     * @param level as the guest gave it, {@code stdout} or {@code stderr} for printed text
     * @param message free of control characters
     */
    public record Line(String level, String message) {}

    @Override
    public boolean wantsNext() {
        return !full && lines.size() < mostLines && bytes < mostBytes;
    }

    @Override
    public boolean log(String level, String message) {
        long size = (long) BYTES_PER_CHARACTER * (level.length() + message.length());
        if (!wantsNext() || bytes + size > mostBytes) {
            full = true;
            dropped++;
            return false;
        }
        bytes += size;
        lines.add(new Line(level, message));
        return true;
    }

    @Override
    public void dropped() {
        dropped++;
    }

    /** Returns the lines kept so far. */
    public List<Line> lines() {
        return List.copyOf(lines);
    }

    /** Returns how many lines were not kept. */
    public long droppedLines() {
        return dropped;
    }

    /** Returns the line to write where lines were not kept, level {@code warn}, which names the settings to raise. */
    public static Line missing(long lines) {
        return new Line(
                "warn",
                lines + (lines == 1 ? " more line was" : " more lines were") + " not kept (settings "
                        + Setting.LOG_LINES.key() + ", " + Setting.LOG_BYTES.key() + "; raise them)");
    }
}
