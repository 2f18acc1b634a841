package dev.nacre.functions;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gives no rows: what a NULL that the guest does not take makes of a call. */
final class IdleProcessor implements ProcessorCall.Processor {
    static final IdleProcessor INSTANCE = new IdleProcessor();

    private IdleProcessor() {}

    @Override
    public boolean takesRows() {
        return false;
    }

    @Override
    public List<@Nullable Object[]> process(List<@Nullable Object[]> rows) {
        return List.of();
    }

    @Override
    public List<@Nullable Object[]> finish() {
        return List.of();
    }

    @Override
    public void close() {
        // holds nothing
    }
}
