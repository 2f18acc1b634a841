package dev.nacre.engine.link;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.nacre.engine.ComponentInstance;
import dev.nacre.engine.ExportedFunction;
import dev.nacre.engine.InstanceOptions;
import dev.nacre.engine.Limits;
import dev.nacre.engine.LogSink;
import dev.nacre.engine.Setting;
import dev.nacre.engine.host.BoundedLog;
import dev.nacre.engine.host.LogTee;
import dev.nacre.engine.sandbox.Meter;
import dev.nacre.testkit.Seeds;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A guest that logs without end: what is kept, what passes it, and what it takes of the heap. */
@Timeout(300)
class LogFloodTest {
    private static final int LINE_BYTES = 2 * (4 + 46);
    private static final long KEPT = Limits.sandbox().get(Setting.LOG_BYTES) / LINE_BYTES;
    /** An array of four numbers, and no text: whatever is not kept is not decoded. */
    private static final long ARGUMENT_BYTES = 64;

    private static final long CALLS = Seeds.count(100_000, 10_000_000);

    @Test
    void keepsTheBoundedLinesAndCountsTheOthers() {
        BoundedLog kept = BoundedLog.of(Limits.sandbox());
        Counter behind = new Counter();
        InstanceOptions options = new InstanceOptions(Meter.unlimited(), new LogTee(kept, behind));
        try (ComponentInstance instance = EngineFixture.guest("hostile").instantiate(options)) {
            ExportedFunction flood = instance.function("log-flood");
            flood.call(20_000L);

            long allocated = allocatedBytes();
            flood.call(CALLS - 20_000);

            assertThat(allocatedBytes() - allocated).isLessThan(CALLS * ARGUMENT_BYTES);
        }
        assertThat(kept.lines()).hasSize((int) KEPT);
        assertThat(kept.droppedLines()).isEqualTo(CALLS - KEPT);
        assertThat(behind.logged).isEqualTo(KEPT);
        assertThat(behind.dropped).isEqualTo(CALLS - KEPT);
    }

    private static long allocatedBytes() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }

    /** Would take everything. */
    private static final class Counter implements LogSink {
        private long logged;
        private long dropped;

        @Override
        public boolean wantsNext() {
            return true;
        }

        @Override
        public boolean log(String level, String message) {
            logged++;
            return true;
        }

        @Override
        public void dropped() {
            dropped++;
        }
    }
}
