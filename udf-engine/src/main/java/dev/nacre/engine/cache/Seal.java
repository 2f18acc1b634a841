package dev.nacre.engine.cache;

import dev.nacre.engine.EngineException;
import dev.nacre.engine.ErrorCode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs entries with a secret: HMAC-SHA-256 over the entry's key and its bytes. Immutable. */
final class Seal {
    /** Bytes of a signature. */
    static final int LENGTH = 32;

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec secret;

    Seal(byte[] secret) {
        this.secret = new SecretKeySpec(secret, ALGORITHM);
    }

    /**
     * Signs.
     *
     * @param key of the entry: signed too, so that no entry stands for another. It has no zero
     * @param content the bytes from {@code offset} on
     */
    byte[] sign(String key, byte[] content, int offset) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            mac.update(key.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            mac.update(content, offset, content.length - offset);
            return mac.doFinal();
        } catch (GeneralSecurityException impossible) {
            throw new EngineException(ErrorCode.INTERNAL, "this JVM has no " + ALGORITHM, impossible);
        }
    }

    /** Checks a signature, in a time that tells nothing about where it is wrong. */
    boolean fits(byte[] signature, String key, byte[] content, int offset) {
        return MessageDigest.isEqual(signature, sign(key, content, offset));
    }
}
