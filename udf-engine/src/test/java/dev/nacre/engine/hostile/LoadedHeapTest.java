package dev.nacre.engine.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nacre.engine.CodeCache;
import dev.nacre.engine.Component;
import dev.nacre.engine.ComponentEngine;
import dev.nacre.engine.EngineOptions;
import dev.nacre.engine.Limits;
import dev.nacre.engine.host.HostInterfaces;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What stays in the heap of a component that was loaded: nothing of its functions' bodies. */
@Timeout(180)
class LoadedHeapTest {
    private static final int COMPONENTS = 6;

    /** A parsed body takes twenty times its bytes, so the bodies alone would be 5 MB. */
    private static final long BYTES_EACH = 512 << 10;

    private static long used() throws InterruptedException {
        for (int i = 0; i < 3; i++) {
            System.gc();
            Thread.sleep(50);
        }
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private static void assertKeepsLittle(EngineOptions options) throws InterruptedException {
        byte[] bytes = LargeComponents.component(600, 60);
        List<Component> kept = new ArrayList<>(COMPONENTS + 1);
        kept.add(load(options, bytes));
        long before = used();
        for (int i = 0; i < COMPONENTS; i++) {
            kept.add(load(options, bytes));
        }

        assertThat(used() - before).isLessThan(COMPONENTS * BYTES_EACH);
        assertThat(kept).doesNotHaveDuplicates();
    }

    /** An engine each, so that the same bytes make another component. */
    private static Component load(EngineOptions options, byte[] bytes) {
        try (ComponentEngine engine = ComponentEngine.create(options)) {
            return engine.load(bytes);
        }
    }

    @Test
    void compiledComponentsKeepNoBodies() throws InterruptedException {
        assertKeepsLittle(new EngineOptions(Limits.sandbox(), HostInterfaces.standard()));
    }

    @Test
    void componentsFromTheCacheKeepNoBodies(@TempDir Path home) throws InterruptedException {
        assertKeepsLittle(new EngineOptions(Limits.sandbox(), HostInterfaces.standard())
                .withCodeCache(CodeCache.of(home.resolve("cache"), home.resolve("key"))));
    }
}
