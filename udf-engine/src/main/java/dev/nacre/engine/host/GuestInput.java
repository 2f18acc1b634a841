package dev.nacre.engine.host;

import dev.nacre.engine.files.FileFailure;
import org.jspecify.annotations.Nullable;

/** What a guest reads from by an {@code input-stream}. */
interface GuestInput extends GuestObject {
    /**
     * Reads on.
     *
     * @param most how many bytes at most, from 1 on
     * @return at least one byte, or null at the end
     */
    byte @Nullable [] read(HostCall call, int most) throws FileFailure;
}
