package dev.nacre.engine.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nacre.engine.Component;
import dev.nacre.engine.ComponentInstance;
import dev.nacre.engine.FolderAccess;
import dev.nacre.engine.FolderGrant;
import dev.nacre.engine.Grants;
import dev.nacre.engine.InstanceOptions;
import dev.nacre.engine.LogSink;
import dev.nacre.engine.host.BoundedOutput;
import dev.nacre.engine.sandbox.Meter;
import dev.nacre.engine.wit.ResultValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The page's code about what guests are given of the host. */
class GrantsTest {
    @TempDir
    Path temporary;

    @Test
    @EnabledOnOs(OS.LINUX)
    void grants() throws IOException {
        Component component = Samples.ENGINE.load(Samples.guest("probe-rust"));
        Files.writeString(temporary.resolve("today"), "21.5");
        Path readings = temporary.toRealPath();

        // @start region="grants"
        BoundedOutput output = new BoundedOutput(64 << 10);
        Grants grants = Grants.none()
                .withEnvironment(Map.of("SITE", "7"))
                .withSystemClocks()
                .withRandomSeed(42)
                .withOutput(output)
                .withFolder(new FolderGrant("/data", readings, FolderAccess.READ_ONLY));
        InstanceOptions options = new InstanceOptions(Meter.unlimited(), LogSink.NONE).withGrants(grants);
        try (ComponentInstance instance = component.instantiate(options)) {
            assertThat(instance.function("open-file").call("/data/today")).isEqualTo(ResultValue.ok("21.5"));
            instance.function("print").call("done");
        }
        assertThat(output.bytes()).asString().isEqualTo("done\n");
        // @end
    }
}
