package dev.nacre.bench.engine;

/** What is compared, and how. */
enum Measure {
    /** Processor time of the thread, the contender's less the baseline's. */
    MORE_NANOS("ns"),
    /** Processor time of the thread, the contender's as a multiple of the baseline's. */
    TIMES("times"),
    /** Processor time of all threads, the contender's as a multiple of the baseline's. */
    TIMES_OF_PROCESS("times"),
    /** What the contender allocates. */
    BYTES("B"),
    /** What the contender leaves in the heap. */
    KEPT_BYTES("B"),
    /** What the contender's slow operations take by the clock. */
    SLOW_NANOS("ns");

    private final String unit;

    Measure(String unit) {
        this.unit = unit;
    }

    String unit() {
        return unit;
    }

    double of(Figure contender, Figure baseline) {
        return switch (this) {
            case MORE_NANOS -> contender.threadNanos() - baseline.threadNanos();
            case TIMES -> contender.threadNanos() / baseline.threadNanos();
            case TIMES_OF_PROCESS -> contender.processNanos() / baseline.processNanos();
            // a few bytes of the harness, spread over millions of operations
            case BYTES -> contender.bytes() < 0.5 ? 0 : contender.bytes();
            case KEPT_BYTES -> contender.keptBytes();
            case SLOW_NANOS -> contender.slowNanos();
        };
    }
}
