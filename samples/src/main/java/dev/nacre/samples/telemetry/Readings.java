package dev.nacre.samples.telemetry;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.SplittableRandom;

/** Makes readings, the same ones each time: one every ten seconds, from 40 devices at 8 sites, one in fifty a fault. */
final class Readings {
    static final int SITES = 8;

    private static final long SEED = 20_260_101;
    private static final int DEVICES = 40;
    private static final int SECONDS_APART = 10;
    private static final int PAYLOAD_BYTES = 16;
    private static final int OBFUSCATION = 0xAA;
    private static final int FAULTS_IN_HUNDRED = 2;
    private static final int WARNINGS_IN_HUNDRED = 10;
    private static final OffsetDateTime FIRST = OffsetDateTime.of(2026, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);

    private final SplittableRandom random = new SplittableRandom(SEED);

    /** Returns the next reading; call it with 1, 2, 3, ... */
    Reading make(long id) {
        int device = random.nextInt(DEVICES);
        return new Reading(
                id,
                deviceName(device),
                device % SITES,
                FIRST.plusSeconds(id * SECONDS_APART),
                Math.round(random.nextDouble(-20, 90) * 100) / 100.0,
                payload());
    }

    static String deviceName(int device) {
        return String.format(Locale.ROOT, "device-%02d", device);
    }

    /** One byte of status, then what only the device's maker can read. */
    private byte[] payload() {
        byte[] payload = new byte[PAYLOAD_BYTES];
        random.nextBytes(payload);
        payload[0] = status(random.nextInt(100));
        for (int index = 0; index < payload.length; index++) {
            payload[index] ^= (byte) OBFUSCATION;
        }
        return payload;
    }

    private static byte status(int draw) {
        if (draw < FAULTS_IN_HUNDRED) {
            return 2;
        }
        return (byte) (draw < FAULTS_IN_HUNDRED + WARNINGS_IN_HUNDRED ? 1 : 0);
    }
}
