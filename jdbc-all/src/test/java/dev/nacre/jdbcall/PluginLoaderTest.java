package dev.nacre.jdbcall;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nacre.testkit.Guests;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.util.Properties;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The jar in a class loader of its own, as database tools load drivers. The thread's context class loader is the test's,
 * which has Nacre's modules and the libraries under their own names: whoever asks it for a class gets the wrong one.
 */
class PluginLoaderTest {

    @TempDir
    private Path folder;

    @Test
    void runsInLoaderThatNobodyElseSees() throws Exception {
        Guests.file("telemetry-rust", folder);
        StringBuilder output = new StringBuilder();
        ClassLoader platform = ClassLoader.getPlatformClassLoader();
        URL[] jar = {DriverJar.path().toUri().toURL()};

        try (URLClassLoader loader = new URLClassLoader(jar, platform)) {
            Driver driver = (Driver) loader.loadClass("dev.nacre.jdbc.NacreDriver")
                    .getDeclaredConstructor()
                    .newInstance();
            try (Connection connection = driver.connect("jdbc:nacre:h2:mem:plugin", new Properties())) {
                assertThat(connection.getClass().getClassLoader()).isSameAs(loader);
                Program.run(connection, folder.toString().replace('\\', '/'), output);
            }
        }

        assertThat(output).hasToString("1 Hello\n2 World\n3 null\n2 O\n3 O\n22012\n");
    }

    @Test
    void offersTheDriversOfNacreAndOfH2AndNoOther() throws Exception {
        URL[] jar = {DriverJar.path().toUri().toURL()};

        try (URLClassLoader loader = new URLClassLoader(jar, ClassLoader.getPlatformClassLoader())) {
            assertThat(ServiceLoader.load(Driver.class, loader).stream()
                            .map(provider -> provider.type().getName()))
                    .containsExactlyInAnyOrder("dev.nacre.jdbc.NacreDriver", "org.h2.Driver");
        }
    }
}
