package dev.nacre.functions;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.nacre.engine.Component;
import dev.nacre.engine.ComponentEngine;
import dev.nacre.engine.ComponentInstance;
import dev.nacre.engine.EngineOptions;
import dev.nacre.engine.ExportedFunction;
import dev.nacre.engine.ExportedFunctionType;
import dev.nacre.engine.InstanceOptions;
import dev.nacre.engine.Limits;
import dev.nacre.engine.LogSink;
import dev.nacre.engine.host.HostInterfaces;
import dev.nacre.engine.sandbox.Meter;
import dev.nacre.functions.mapping.ScalarMarshaller;
import dev.nacre.functions.mapping.SignatureMapping;
import dev.nacre.functions.settings.EffectiveSettings;
import dev.nacre.functions.watch.CallCounts;
import dev.nacre.functions.watch.DatabaseWatch;
import dev.nacre.testkit.Guests;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

/** Counting what becomes of a function's calls allocates nothing for a row. */
class CallAllocationTest {
    private static final int WARM_UP = 20_000;
    private static final int ROWS = 100_000;

    private final ComponentEngine engine =
            ComponentEngine.create(new EngineOptions(Limits.sandbox(), HostInterfaces.standard()));
    private final byte[] bytes = Guests.bytes("shapes-rust");
    private final Component component = engine.load(bytes);
    private final ExportedFunctionType type = component.function("scale-long").orElseThrow();
    private final FunctionSignature signature = SignatureMapping.infer(type.type());

    private FunctionDefinition definition() {
        return new FunctionDefinition(
                new FunctionName("PUBLIC", "SCALE"),
                FunctionKind.SCALAR,
                signature,
                component.sha256(),
                "scale-long",
                false,
                NullHandling.BY_TYPE,
                false,
                "",
                "SA",
                1);
    }

    private static long allocated(ScalarCall call) {
        Object[] arguments = {7L};
        run(call, arguments, WARM_UP);
        long before = allocatedBytes();
        run(call, arguments, ROWS);
        return allocatedBytes() - before;
    }

    private static void run(ScalarCall call, Object[] arguments, int rows) {
        for (int row = 0; row < rows; row++) {
            call.call(arguments);
        }
    }

    private static long allocatedBytes() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean())
                .getThreadAllocatedBytes(Thread.currentThread().getId());
    }

    @Test
    void allocatesNothingForARow() {
        long counted;
        DatabaseWatch watch = new DatabaseWatch();
        ComponentLibrary library = new ComponentLibrary(engine);
        ScopeOptions options = new ScopeOptions(EffectiveSettings.ofJvm(), "SA", LogSink.NONE, watch.query("SA"));
        try (QueryScope scope = library.open(options, digest -> bytes)) {
            counted = allocated(scope.scalar(definition()));
        }
        long plain = plain();

        assertThat(watch.sums())
                .singleElement()
                .extracting(DatabaseWatch.FunctionSum::counts)
                .extracting(CallCounts::rows)
                .isEqualTo((long) WARM_UP + ROWS);
        assertThat(counted - plain)
                .as("bytes for %s rows, %s without counting", ROWS, plain)
                .isLessThan(ROWS); // an object for each would be 16 times as much
    }

    /** Makes the same calls with nobody who counts. */
    private long plain() {
        ScalarMarshaller marshaller =
                SignatureMapping.marshaller("function", type.type(), signature, NullHandling.BY_TYPE, false);
        InstanceOptions options = new InstanceOptions(Meter.unlimited(), LogSink.NONE);
        try (ComponentInstance instance = component.instantiate(options)) {
            ExportedFunction function = instance.function("scale-long");
            return allocated(arguments -> marshaller.toSql(function.call(marshaller.toGuest(arguments))));
        }
    }
}
