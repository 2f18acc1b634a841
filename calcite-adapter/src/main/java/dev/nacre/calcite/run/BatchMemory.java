package dev.nacre.calcite.run;

/** What the batches of one operator take: as much as its largest, since one is gone before the next comes. */
final class BatchMemory {
    private final Run run;
    private long held;

    BatchMemory(Run run) {
        this.run = run;
    }

    /**
     * Counts a batch.
     *
     * @throws dev.nacre.functions.FunctionException when the statement has no memory for it
     */
    void hold(long bytes) {
        if (bytes > held) {
            run.scope().keep(bytes - held);
            held = bytes;
        }
    }
}
