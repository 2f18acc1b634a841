package dev.nacre.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;

/** Writes to a print stream and fails when that does: a command whose reader has left need not go on. */
final class CheckedStream extends OutputStream {
    private final PrintStream target;

    CheckedStream(PrintStream target) {
        this.target = target;
    }

    @Override
    public void write(int value) throws IOException {
        target.write(value);
        check();
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        target.write(bytes, offset, length);
        check();
    }

    @Override
    public void flush() throws IOException {
        check();
    }

    /** Flushes as well. */
    private void check() throws IOException {
        if (target.checkError()) {
            throw new OutputClosedException();
        }
    }
}
