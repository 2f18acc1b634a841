package dev.nacre.engine;

/**
 * Takes what guests print, byte by byte. Called on the thread that runs the guest; must not block and must not throw. Shared
 * by instances on several threads only if it says that it is safe for them.
 *
 * @see Grants#withOutput
 */
public interface OutputSink {
    /**
     * Returns how many bytes more it takes. When there is no room the guest is told that its quota is used up, at once and for
     * whatever it writes.
     */
    long roomBytes();

    /**
     * Takes bytes.
     *
     * @param bytes not empty, never more than there is room for, and not used by anybody else
     */
    void write(byte[] bytes);
}
