package dev.nacre.engine.abi;

/** The encodings that a canonical function may name for its strings (CanonicalABI.md, "Canonical ABI Options"). */
public enum StringEncoding {
    UTF8(new Utf8Text()),
    UTF16(new Utf16Text()),
    LATIN1_UTF16(new Latin1OrUtf16Text());

    private final TextEncoding text;

    StringEncoding(TextEncoding text) {
        this.text = text;
    }

    TextEncoding text() {
        return text;
    }
}
