package dev.nacre.engine.files;

import java.io.Closeable;
import java.util.ArrayList;
import java.util.List;

/**
 * What was opened on the way to something larger: closed if that is never made, because a step failed or the meter stopped
 * the guest between two.
 */
final class Pending implements AutoCloseable {
    private final List<Closeable> opened = new ArrayList<>();

    <T extends Closeable> T add(T part) {
        opened.add(part);
        return part;
    }

    /** Leaves what was opened to others. */
    void keep() {
        opened.clear();
    }

    @Override
    public void close() {
        opened.forEach(FileUse::closeQuietly);
    }
}
