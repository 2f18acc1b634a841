package dev.nacre.jdbcall;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarFile;

/** The jar that this module builds. */
final class DriverJar {
    private static final String PROPERTY = "nacre.driver.jar";

    private DriverJar() {}

    static Path path() {
        String value = System.getProperty(PROPERTY);
        if (value == null || !Files.isRegularFile(Path.of(value))) {
            throw new IllegalStateException("property " + PROPERTY + ": expected the driver jar, found '" + value
                    + "'; run the tests by Maven from phase package on");
        }
        return Path.of(value);
    }

    static JarFile open() {
        try {
            return new JarFile(path().toFile());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
