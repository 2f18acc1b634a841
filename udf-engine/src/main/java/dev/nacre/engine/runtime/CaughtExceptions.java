package dev.nacre.engine.runtime;

import dev.nacre.engine.EngineException;
import dev.nacre.engine.ErrorCode;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** The exceptions that an instance has references to. A reference may be kept anywhere, so none is ever given back. */
final class CaughtExceptions {
    private static final int MOST = 1 << 16;

    private final List<GuestException> kept = new ArrayList<>();
    private final Map<GuestException, Integer> references = new IdentityHashMap<>();

    int keep(GuestException exception) {
        Integer known = references.get(exception);
        if (known != null) {
            return known;
        }
        if (kept.size() == MOST) {
            throw new EngineException(
                    ErrorCode.LIMIT, "the guest holds more than " + MOST + " references to caught exceptions");
        }
        references.put(exception, kept.size());
        kept.add(exception);
        return kept.size() - 1;
    }

    GuestException get(int reference) {
        if (reference < 0 || reference >= kept.size()) {
            throw Traps.trap("null exception reference");
        }
        return kept.get(reference);
    }
}
