package dev.nacre.conformance.testing;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** The scripts of this project, as they were built. */
public final class Golden {
    private Golden() {}

    /** Returns the folder with all of them. */
    public static Path folder() {
        URL checksums = Objects.requireNonNull(Golden.class.getResource("/scripts/SHA256SUMS"), "scripts are missing");
        try {
            return Path.of(checksums.toURI()).getParent();
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * Returns a component of a script.
     *
     * @param script for example {@code traps/core}
     * @param number of the component in it
     */
    public static byte[] component(String script, int number) {
        Path file = folder().resolve(script);
        try {
            return Files.readAllBytes(file.resolve(file.getFileName() + "." + number + ".wasm"));
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
