package dev.nacre.engine.host;

import java.security.SecureRandom;

/** Numbers from the host's secure source. */
final class SecureNumbers implements GuestRandom {
    private static final SecureRandom SOURCE = new SecureRandom();

    @Override
    public long next() {
        return SOURCE.nextLong();
    }

    @Override
    public byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        SOURCE.nextBytes(bytes);
        return bytes;
    }
}
