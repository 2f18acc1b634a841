package dev.nacre.calcite.run;

import dev.nacre.calcite.algebra.WasmProcessor;
import dev.nacre.functions.ProcessorCall;
import dev.nacre.h2.RowValues;
import java.util.List;
import org.apache.calcite.linq4j.AbstractEnumerable;
import org.apache.calcite.linq4j.Enumerable;
import org.apache.calcite.linq4j.Enumerator;
import org.h2.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * The rows that a function makes of others. Its input is read a batch at a time, when somebody wants more rows than it has
 * given; each partition has a processor of its own, one after the other.
 */
final class ProcessorRows extends AbstractEnumerable<Value[]> {
    private final Run run;
    private final WasmProcessor node;
    private final Enumerable<Value[]> input;
    private final Arguments arguments;
    private final RowValues rows;

    ProcessorRows(Run run, WasmProcessor node, Enumerable<Value[]> input, Evaluators evaluators) {
        this.run = run;
        this.node = node;
        this.input = input;
        this.arguments = new Arguments(run, node.call(), evaluators);
        this.rows = TableRows.rows(run, node.call(), node);
    }

    @Override
    public Enumerator<Value[]> enumerator() {
        ProcessorCall call = run.scope().processor(node.call().function());
        @Nullable Object[] values = arguments.values();
        Reading reading = new Reading(call, values, new Partitions(run, node, call, input.enumerator()));
        run.opened(reading);
        return reading;
    }

    /** Reads all partitions. */
    private final class Reading extends Forward {
        private final ProcessorCall call;
        private final @Nullable Object[] arguments;
        private final Partitions partitions;
        private ProcessorCall.@Nullable Processor processor;
        private List<@Nullable Object[]> ready = List.of();
        private int next;
        private boolean finished;

        Reading(ProcessorCall call, @Nullable Object[] arguments, Partitions partitions) {
            this.call = call;
            this.arguments = arguments;
            this.partitions = partitions;
        }

        @Override
        Value @Nullable [] read() {
            while (next == ready.size()) {
                run.scope().check();
                if (!advance()) {
                    return null;
                }
            }
            return rows.write(ready.get(next++));
        }

        /** Lets the guest do one step; a processor that has finished is closed when its last rows were read. */
        private boolean advance() {
            if (finished) {
                closeProcessor();
            }
            ProcessorCall.Processor open = processor == null ? nextProcessor() : processor;
            processor = open;
            if (open == null || !open.takesRows()) {
                return false;
            }
            List<@Nullable Object[]> batch = partitions.nextBatch();
            finished = batch.isEmpty();
            ready = finished ? open.finish() : open.process(batch);
            next = 0;
            return true;
        }

        private ProcessorCall.@Nullable Processor nextProcessor() {
            return partitions.next() ? call.open(arguments) : null;
        }

        private void closeProcessor() {
            ProcessorCall.Processor open = processor;
            processor = null;
            finished = false;
            if (open != null) {
                open.close();
            }
        }

        @Override
        public void close() {
            run.closed(this);
            try {
                closeProcessor();
            } finally {
                partitions.close();
            }
        }
    }
}
