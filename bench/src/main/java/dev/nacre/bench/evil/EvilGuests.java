package dev.nacre.bench.evil;

import dev.nacre.bench.BenchmarkException;
import java.io.IOException;
import java.io.InputStream;

/** The built guests. */
final class EvilGuests {
    private EvilGuests() {}

    /** Returns a guest's bytes. */
    static byte[] bytes(String name) {
        String file = name + ".component.wasm";
        try (InputStream stream = EvilGuests.class.getResourceAsStream("/dev/nacre/bench/" + file)) {
            if (stream == null) {
                throw new BenchmarkException("resource '" + file + "' is missing");
            }
            return stream.readAllBytes();
        } catch (IOException unreadable) {
            throw new BenchmarkException("resource '" + file + "' cannot be read", unreadable);
        }
    }
}
