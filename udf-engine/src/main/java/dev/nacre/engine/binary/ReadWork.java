package dev.nacre.engine.binary;

import dev.nacre.engine.EngineException;
import dev.nacre.engine.ErrorCode;

/** What reading one component may still cost. Mutable; shared by all cursors over it. */
final class ReadWork {
    /** Sections, definitions and parts of types; a part of one byte makes objects of hundreds. All of WASI has 10,000. */
    private static final int MOST = 300_000;

    private final Runnable poll;
    private int steps;

    /** @param poll called at each step; what it throws ends the reading */
    ReadWork(Runnable poll) {
        this.poll = poll;
    }

    /** Counts a section, or an item of a vector. */
    void step(int offset) {
        poll.run();
        if (++steps > MOST) {
            throw new EngineException(
                    ErrorCode.CAP_EXCEEDED,
                    "component exceeds a cap at byte 0x" + Integer.toHexString(offset) + ": it has more than " + MOST
                            + " sections, definitions and parts of types; use a smaller one");
        }
    }
}
