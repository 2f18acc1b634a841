package dev.nacre.engine.host;

import dev.nacre.engine.LogSink;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The interface {@code logger} of any package: {@code log: func(level: string, message: string)}, to the instance's log.
 */
final class Logger implements HostFunction {
    /** Levels are words; longer ones are cut. */
    private static final int LEVEL_LENGTH = 32;

    private static final int CHARGED_BYTES = 64;

    private Logger() {}

    static HostInterface anyPackage() {
        return HostTable.matching((name, version) -> name.equals("logger") || name.endsWith("/logger"))
                .function("log", "func(string, string)", new Logger())
                .build();
    }

    @Override
    public @Nullable Object call(HostCall call, @Nullable Object[] arguments) {
        if (call.log().wantsNext()) {
            log(call.log(), String.valueOf(arguments[0]), LogText.line(String.valueOf(arguments[1])));
        } else {
            call.log().dropped();
        }
        return null;
    }

    @Override
    public Optional<RawHostFunction> raw() {
        return Optional.of(Logger::logFlat);
    }

    /** Takes pointer and length of the level, then of the message. */
    private static long logFlat(HostCall call, byte[] memory, int memoryBytes, long[] arguments) {
        int level = FlatText.check(memory, memoryBytes, arguments[0], arguments[1]);
        int message = FlatText.check(memory, memoryBytes, arguments[2], arguments[3]);
        int messageLength = (int) arguments[3];
        call.meter().charge(((int) arguments[1] + messageLength) / CHARGED_BYTES);
        if (call.log().wantsNext()) {
            log(
                    call.log(),
                    FlatText.line(memory, level, (int) arguments[1]),
                    FlatText.line(memory, message, messageLength));
        } else {
            call.log().dropped();
        }
        return 0;
    }

    private static void log(LogSink log, String level, String cleanMessage) {
        String word = level.length() > LEVEL_LENGTH ? level.substring(0, LEVEL_LENGTH) : level;
        log.log(LogText.clean(word), cleanMessage);
    }
}
