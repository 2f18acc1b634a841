package dev.nacre.engine.abi;

/** Latin-1: each byte is a character. */
final class Latin1 implements CodeUnits {
    @Override
    public boolean isWellFormed(byte[] bytes, int from, int end) {
        return true;
    }

    @Override
    public int codePoint(byte[] bytes, int at) {
        return bytes[at] & 0xFF;
    }

    @Override
    public int width(int codePoint) {
        return 1;
    }
}
