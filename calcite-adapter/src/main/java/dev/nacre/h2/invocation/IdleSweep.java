package dev.nacre.h2.invocation;

import java.util.Map;
import org.h2.engine.SessionLocal;
import org.jspecify.annotations.Nullable;

/**
 * Closes what commands left open that have not called for a second, by a thread that lives as long as there is something to
 * look at.
 */
final class IdleSweep implements Runnable {
    private static final int LOOKS = 4;
    private static final long PAUSE_MILLISECONDS = 250;

    private final Map<SessionLocal, CommandCalls> running;
    private @Nullable Thread thread;

    IdleSweep(Map<SessionLocal, CommandCalls> running) {
        this.running = running;
    }

    /** Sees to it that the thread runs. */
    synchronized void start() {
        if (thread == null) {
            Thread sweeper = new Thread(this, "nacre-idle-sweep");
            sweeper.setDaemon(true);
            sweeper.setContextClassLoader(null);
            thread = sweeper;
            sweeper.start();
        }
    }

    @Override
    public void run() {
        while (isNeeded()) {
            pause();
            running.values().forEach(command -> {
                if (command.closeIfIdle(LOOKS)) {
                    running.remove(command.session(), command);
                }
            });
        }
    }

    private synchronized boolean isNeeded() {
        if (running.isEmpty()) {
            thread = null;
            return false;
        }
        return true;
    }

    /** Nobody interrupts this thread; if somebody does, it only looks a little earlier. */
    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLISECONDS);
        } catch (InterruptedException early) {
            return;
        }
    }
}
