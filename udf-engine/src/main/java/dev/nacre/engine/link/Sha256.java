package dev.nacre.engine.link;

import dev.nacre.engine.EngineException;
import dev.nacre.engine.ErrorCode;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The digest by which a component is known. */
final class Sha256 {
    private Sha256() {}

    /** Returns 64 lower-case hexadecimal digits. */
    static String of(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new EngineException(ErrorCode.INTERNAL, "this JVM has no SHA-256", impossible);
        }
    }
}
