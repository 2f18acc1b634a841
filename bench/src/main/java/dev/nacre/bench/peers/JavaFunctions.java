package dev.nacre.bench.peers;

import dev.nacre.engine.Limits;
import dev.nacre.engine.host.BoundedLog;
import java.sql.SQLException;

/**
 * Does what the guests {@code shapes-rust} and {@code telemetry-rust} do, the log included.
 *
 * <p>The log is one for the JVM, emptied before each query: the functions run in one thread.
 */
public final class JavaFunctions {
    private static final int MASK = 0xAA;

    private static BoundedLog log = BoundedLog.of(Limits.sandbox());

    private JavaFunctions() {}

    /** Starts a query: its log is empty. */
    public static void startQuery() {
        log = BoundedLog.of(Limits.sandbox());
    }

    /** Returns {@code v * 2 + 1}. */
    public static double scale(double v) {
        return v * 2 + 1;
    }

    /** Returns {@code v * 2 + 1}, wrapped around. */
    public static long scaleLong(long v) {
        return v * 2 + 1;
    }

    /**
     * Returns the payload with every byte XOR 0xAA, and logs twice.
     *
     * @throws SQLException when the payload is empty
     */
    public static byte[] mask(byte[] payload) throws SQLException {
        log("info", "Initiating telemetry payload processing");
        if (payload.length == 0) {
            throw new SQLException("Payload cannot be empty", "38000");
        }
        byte[] masked = new byte[payload.length];
        for (int index = 0; index < payload.length; index++) {
            masked[index] = (byte) (payload[index] ^ MASK);
        }
        log("debug", "Payload obfuscation complete");
        return masked;
    }

    private static void log(String level, String message) {
        if (log.wantsNext()) {
            log.log(level, message);
        } else {
            log.dropped();
        }
    }
}
