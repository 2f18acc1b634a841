package dev.nacre.engine;

/**
 * Takes the lines that guests log, and what they print. Called on the thread that runs the guest; must not block and
 * must not throw. Shared by instances on several threads only if it says that it is safe for them.
 */
public interface LogSink {
    /** A sink that counts and keeps nothing. */
    LogSink NONE = new LogSink() {
        @Override
        public boolean wantsNext() {
            return false;
        }

        @Override
        public void log(String level, String message) {
            // nobody asked for it
        }

        @Override
        public void dropped() {
            // nobody counts
        }
    };

    /** Returns whether the next line would be kept. When not, the engine checks the line but does not decode it. */
    boolean wantsNext();

    /**
     * Takes one line.
     *
     * @param level as the guest gave it, for example {@code info}; {@code stdout} and {@code stderr} for printed text
     * @param message free of control characters
     */
    void log(String level, String message);

    /** Counts a line that was not decoded because the sink did not want it. */
    void dropped();
}
