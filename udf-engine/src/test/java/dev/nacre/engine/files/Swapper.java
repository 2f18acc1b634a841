package dev.nacre.engine.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.atomic.AtomicLong;

/** Swaps a folder for a link that leads out, and back, until it is closed. */
final class Swapper implements AutoCloseable {
    private final Path folder;
    private final Path aside;
    private final Path outside;
    private final AtomicLong swaps = new AtomicLong();
    private final Thread thread = new Thread(this::run);
    private volatile boolean closed;

    Swapper(Path folder, Path outside) {
        this.folder = folder;
        this.aside = folder.resolveSibling("aside");
        this.outside = outside;
        thread.start();
    }

    long swaps() {
        return swaps.get();
    }

    private void run() {
        try {
            while (!closed) {
                Files.move(folder, aside);
                Files.createSymbolicLink(folder, outside);
                Files.delete(folder);
                Files.move(aside, folder, StandardCopyOption.ATOMIC_MOVE);
                swaps.incrementAndGet();
            }
        } catch (NoSuchFileException gone) {
            throw new IllegalStateException("the other side removed what it must not", gone);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        closed = true;
        try {
            thread.join();
        } catch (InterruptedException nobodyDoes) {
            throw new IllegalStateException(nobodyDoes);
        }
    }
}
