package dev.nacre.engine.abi;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * How the code units of one string lie in memory. There is one more form than encodings: latin1+utf16 has two, and its
 * UTF-16 is told from that of utf16, because it says that the text probably does not fit Latin-1.
 */
enum TextForm {
    UTF8(StandardCharsets.UTF_8, 1, new Utf8()),
    UTF16(StandardCharsets.UTF_16LE, 2, new Utf16()),
    TAGGED_UTF16(StandardCharsets.UTF_16LE, 2, new Utf16()),
    LATIN1(StandardCharsets.ISO_8859_1, 1, new Latin1());

    private final Charset charset;
    private final int unitBytes;
    private final CodeUnits units;

    TextForm(Charset charset, int unitBytes, CodeUnits units) {
        this.charset = charset;
        this.unitBytes = unitBytes;
        this.units = units;
    }

    /** Returns the bytes of a number of code units, which is taken as unsigned. */
    long byteLength(int count) {
        return unitBytes * Integer.toUnsignedLong(count);
    }

    /** Makes a Java string, or fails when the bytes are not well-formed. */
    String decode(byte[] bytes, int pointer, int byteLength) {
        return Unicode.decode(bytes, pointer, byteLength, charset);
    }

    /** Fails where {@link #decode} would. */
    void requireWellFormed(byte[] bytes, int pointer, int byteLength) {
        if (!units.isWellFormed(bytes, pointer, pointer + byteLength)) {
            throw Unicode.malformed(pointer, byteLength, charset);
        }
    }

    /** Reads a character of well-formed text. */
    int codePoint(byte[] bytes, int at) {
        return units.codePoint(bytes, at);
    }

    /** Returns the bytes that a character takes. */
    int width(int codePoint) {
        return units.width(codePoint);
    }
}
