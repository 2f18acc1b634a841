package dev.nacre.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nacre.engine.CompiledComponent;
import dev.nacre.engine.Component;
import dev.nacre.engine.ComponentDescription;
import dev.nacre.engine.ComponentEngine;
import dev.nacre.engine.EngineOptions;
import dev.nacre.engine.Limits;
import dev.nacre.engine.LogSink;
import dev.nacre.engine.host.HostInterfaces;
import dev.nacre.engine.host.HostModule;
import dev.nacre.functions.settings.EffectiveSettings;
import dev.nacre.functions.watch.QueryWatch;
import dev.nacre.testkit.Guests;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Components are loaded once, and side by side. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class ComponentLibraryTest {
    private static final String SLOW = "telemetry-c";
    private static final String QUICK = "telemetry-rust";

    private final ComponentEngine engine =
            ComponentEngine.create(new EngineOptions(Limits.sandbox(), HostInterfaces.standard()));
    private final ComponentLibrary library = new ComponentLibrary(engine);
    private final ExecutorService threads = Executors.newFixedThreadPool(4);

    @AfterEach
    void close() {
        threads.shutdown();
        engine.close();
    }

    @Test
    void loadsOneComponentWhileAnotherIsSlow() throws Exception {
        CountDownLatch reading = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        Future<?> slow = threads.submit(() -> use(SLOW, digest -> {
            reading.countDown();
            await(goOn);
            return Guests.bytes(SLOW);
        }));
        await(reading);

        Future<?> quick = threads.submit(() -> use(QUICK, digest -> Guests.bytes(QUICK)));
        quick.get(30, TimeUnit.SECONDS);

        assertThat(slow.isDone()).isFalse();
        goOn.countDown();
        slow.get(30, TimeUnit.SECONDS);
        assertThat(library.digests()).hasSize(2);
    }

    /** A user has a share of the threads that compile, and no other database's user of that name has the same one. */
    @Test
    void loadsForAUserOfADatabase() {
        Owners owners = new Owners(engine);
        ComponentLibrary one = new ComponentLibrary(owners);
        ComponentLibrary another = new ComponentLibrary(owners);

        one.load(Guests.bytes(QUICK), Limits.sandbox(), "ANN");
        use(one, "ANN");
        one.load(Guests.bytes(QUICK), Limits.sandbox(), "BOB");
        another.load(Guests.bytes(QUICK), Limits.sandbox(), "ANN");

        assertThat(owners.seen).hasSize(4);
        assertThat(owners.seen.get(1)).isEqualTo(owners.seen.get(0));
        assertThat(Set.copyOf(owners.seen)).hasSize(3);
    }

    private static void use(ComponentLibrary library, String user) {
        ScopeOptions options = new ScopeOptions(EffectiveSettings.ofJvm(), user, LogSink.NONE, QueryWatch.NONE);
        try (QueryScope scope = library.open(options, digest -> Guests.bytes(QUICK))) {
            scope.scalar(mask(QUICK));
        }
    }

    /** Remembers for whom it loads. */
    private record Owners(ComponentEngine engine, List<Object> seen) implements ComponentEngine {
        Owners(ComponentEngine engine) {
            this(engine, new ArrayList<>());
        }

        @Override
        public Component load(byte[] component) {
            return engine.load(component);
        }

        @Override
        public Component load(byte[] component, Limits limits, Object owner) {
            seen.add(owner);
            return engine.load(component, limits, owner);
        }

        @Override
        public CompiledComponent compile(byte[] component) {
            return engine.compile(component);
        }

        @Override
        public HostModule coreModule(byte[] module) {
            return engine.coreModule(module);
        }

        @Override
        public ComponentDescription describe(byte[] component) {
            return engine.describe(component);
        }

        @Override
        public long liveInstances() {
            return engine.liveInstances();
        }

        @Override
        public void close() {
            engine.close();
        }
    }

    @Test
    void loadsAComponentOnceForAll() throws Exception {
        AtomicInteger reads = new AtomicInteger();
        List<Future<?>> uses = new ArrayList<>();
        for (int thread = 0; thread < 4; thread++) {
            uses.add(threads.submit(() -> use(QUICK, digest -> {
                reads.incrementAndGet();
                return Guests.bytes(QUICK);
            })));
        }
        for (Future<?> one : uses) {
            one.get(30, TimeUnit.SECONDS);
        }

        assertThat(reads).hasValue(1);
        assertThat(library.liveScopes()).isZero();
    }

    @Test
    void triesAgainAfterAFailure() {
        assertThatThrownBy(() -> use(QUICK, digest -> {
                    throw new FunctionException(FunctionErrorCode.BAD_VALUE, "the disk failed");
                }))
                .hasMessageContaining("the disk failed");
        assertThat(library.digests()).isEmpty();

        use(QUICK, digest -> Guests.bytes(QUICK));

        assertThat(library.digests()).hasSize(1);
        library.retain(Set.of());
        assertThat(library.digests()).isEmpty();
    }

    @Test
    void leavesAnOpenScopeWhatWasThereBeforeIt() {
        AtomicInteger reads = new AtomicInteger();
        ComponentLibrary.ComponentBytes once = digest -> {
            assertThat(reads.incrementAndGet()).as("reads").isEqualTo(1);
            return Guests.bytes(QUICK);
        };
        use(QUICK, once);
        try (QueryScope scope = library.open(ScopeOptions.defaults(LogSink.NONE), once)) {
            library.retain(Set.of());
            assertThat(library.digests()).isEmpty();

            scope.prepare(mask(QUICK));
        }
    }

    private void use(String guest, ComponentLibrary.ComponentBytes bytes) {
        try (QueryScope scope = library.open(ScopeOptions.defaults(LogSink.NONE), bytes)) {
            scope.scalar(mask(guest));
        }
    }

    private static FunctionDefinition mask(String guest) {
        SqlType binary = SqlType.of(SqlKind.VARBINARY);
        return new FunctionDefinition(
                new FunctionName("PUBLIC", "MASK"),
                FunctionKind.SCALAR,
                new FunctionSignature(List.of(new FunctionSignature.Parameter("P", binary)), binary),
                digest(guest),
                "handle-data",
                false,
                NullHandling.BY_TYPE,
                false,
                "",
                "SA",
                1);
    }

    private static String digest(String guest) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Guests.bytes(guest)));
        } catch (java.security.NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException end) {
            throw new IllegalStateException(end);
        }
    }
}
