package dev.nacre.engine.host;

import dev.nacre.engine.LogSink;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;

/** Turns what one instance prints into log lines. Mutable, used by the instance's thread. */
final class GuestOutput implements HostState {
    private final Map<GuestStream, Line> lines = new EnumMap<>(GuestStream.class);

    /** Returns the line that an instance is printing to a stream. */
    static Line of(HostCall call, GuestStream stream) {
        return call.state(GuestOutput.class, GuestOutput::new).lines.computeIfAbsent(stream, Line::new);
    }

    /** Logs last lines that had no line feed. */
    @Override
    public void end(LogSink log) {
        lines.values().forEach(line -> line.finish(log));
    }

    /** A line half printed. Longer ones than {@link LogText#LINE_BYTES} are broken. */
    static final class Line {
        private static final int CHARGED_BYTES = 64;

        private final String level;
        private final byte[] bytes = new byte[LogText.LINE_BYTES];
        private int length;

        Line(GuestStream stream) {
            this.level = stream.level();
        }

        void write(HostCall call, byte[] printed) {
            call.meter().charge(printed.length / CHARGED_BYTES);
            int from = 0;
            for (int i = 0; i < printed.length; i++) {
                if (printed[i] == '\n') {
                    append(printed, from, i, call.log());
                    emit(call.log());
                    from = i + 1;
                }
            }
            append(printed, from, printed.length, call.log());
        }

        private void append(byte[] printed, int from, int to, LogSink log) {
            int next = from;
            while (next < to) {
                if (length == bytes.length) {
                    emit(log);
                }
                int count = Math.min(to - next, bytes.length - length);
                System.arraycopy(printed, next, bytes, length, count);
                length += count;
                next += count;
            }
        }

        private void emit(LogSink log) {
            if (log.wantsNext()) {
                log.log(level, LogText.clean(new String(bytes, 0, length, StandardCharsets.UTF_8).stripTrailing()));
            } else {
                log.dropped();
            }
            length = 0;
        }

        void finish(LogSink log) {
            if (length > 0) {
                emit(log);
            }
        }
    }
}
