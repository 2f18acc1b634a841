package dev.nacre.testkit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Fails a test after which a counter differs from what it was before: something was left open, or closed twice.
 *
 * <p>Counters get a while to come back, since threads end and connections close in their own time. Extensions registered
 * earlier look later: register this one first, with {@code @Order(0)}, when others close what it counts.
 *
 * {@snippet :
 * @RegisterExtension
 * @Order(0)
 * final LeakCheck leaks = LeakCheck.builder()
 *         .counter("live instances", Engine::liveInstances)
 *         .threads("nacre-")
 *         .build();
 * }
 */
public final class LeakCheck implements BeforeEachCallback, AfterEachCallback {

    private static final Duration DEFAULT_GRACE = Duration.ofSeconds(5);
    private static final long POLL_MILLIS = 10;

    private final Map<String, LongSupplier> counters;
    private final Duration grace;

    private LeakCheck(Map<String, LongSupplier> counters, Duration grace) {
        this.counters = new LinkedHashMap<>(counters);
        this.grace = grace;
    }

    /**
     * Returns a check of counters.
     *
     * @param counters what to read, by the name that a failure gives it
     */
    public static LeakCheck of(Map<String, LongSupplier> counters) {
        return new LeakCheck(counters, DEFAULT_GRACE);
    }

    /** Returns a builder without counters. */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        context.getStore(ExtensionContext.Namespace.create(this)).put(Snapshot.class, snapshot());
    }

    @Override
    public void afterEach(ExtensionContext context) throws InterruptedException {
        Snapshot before = context.getStore(ExtensionContext.Namespace.create(this))
                .getOrDefault(Snapshot.class, Snapshot.class, new Snapshot(Map.of()));
        List<String> leaks = before.differencesTo(settled(before));
        if (!leaks.isEmpty()) {
            throw new AssertionError("the test changed what it must leave as it was: " + String.join("; ", leaks));
        }
    }

    /** Returns the counts once they are as before, or those at the end of the grace time. */
    private Snapshot settled(Snapshot before) throws InterruptedException {
        long end = System.nanoTime() + grace.toNanos();
        Snapshot now = snapshot();
        while (!before.equals(now) && System.nanoTime() - end < 0) {
            Thread.sleep(POLL_MILLIS);
            now = snapshot();
        }
        return now;
    }

    private Snapshot snapshot() {
        Map<String, Long> counts = new LinkedHashMap<>();
        counters.forEach((name, counter) -> counts.put(name, counter.getAsLong()));
        return new Snapshot(counts);
    }

    private static long liveThreads(String namePrefix) {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.isAlive() && thread.getName().startsWith(namePrefix))
                .count();
    }

    private record Snapshot(Map<String, Long> counts) {
        List<String> differencesTo(Snapshot later) {
            List<String> differences = new ArrayList<>();
            counts.forEach((name, before) -> {
                long after = later.counts.getOrDefault(name, before);
                if (after != before) {
                    differences.add("'" + name + "' was " + before + ", is " + after);
                }
            });
            return differences;
        }
    }

    /** Collects counters. Not safe for use by several threads. */
    public static final class Builder {
        private final Map<String, LongSupplier> counters = new LinkedHashMap<>();
        private Duration grace = DEFAULT_GRACE;

        private Builder() {}

        /** Adds a counter, under the name that a failure gives it. */
        public Builder counter(String name, LongSupplier counter) {
            counters.put(name, counter);
            return this;
        }

        /** Adds a count of the live threads whose names start with a prefix. */
        public Builder threads(String namePrefix) {
            return counter("threads named " + namePrefix + "*", () -> liveThreads(namePrefix));
        }

        /** Sets how long the counters may take to come back; five seconds when not set. */
        public Builder grace(Duration duration) {
            grace = duration;
            return this;
        }

        /** Returns the check. */
        public LeakCheck build() {
            return new LeakCheck(counters, grace);
        }
    }
}
