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
        public boolean log(String level, String message) {
            return false;
        }

        @Override
        public void dropped() {
            // nobody counts
        }
    };

    /** Returns whether the next line would be kept. When not, the engine checks the line but does not decode it. */
    boolean wantsNext();

    /**
     * Takes one line. Whoever passes lines on to other sinks passes on what this one kept, and nothing else, so that its
     * bounds hold for all of them.
     *
     * @param level as the guest gave it, for example {@code info}; {@code stdout} and {@code stderr} for printed text
     * @param message free of control characters
     * @return whether the line was kept; one that was not is counted as {@link #dropped} counts
     */
    boolean log(String level, String message);

    /** Counts a line that was not decoded because the sink did not want it. */
    void dropped();

    /**
     * Takes that no more lines will come: the time to say how many were not kept. Called by who made the sink, not by the
     * engine, because instances may share it.
     */
    default void end() {}
}
