package dev.nacre.jdbc.real;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.h2.api.Trigger;

/** Remembers what it was called for. */
public final class FiredTrigger implements Trigger {
    private static final Queue<String> CALLS = new ConcurrentLinkedQueue<>();

    @Override
    public void fire(Connection connection, Object[] before, Object[] after) {
        CALLS.add((before == null) + " " + Arrays.deepToString(after));
    }

    /** Returns the calls since the last time. */
    static List<String> calls() {
        List<String> calls = new ArrayList<>(CALLS);
        CALLS.clear();
        return calls;
    }
}
