package dev.nacre.bench.evil;

import static dev.nacre.bench.evil.Binary.bytes;
import static dev.nacre.bench.evil.Binary.join;
import static dev.nacre.bench.evil.Binary.module;
import static dev.nacre.bench.evil.Binary.vector;

import java.util.List;

/** Proposals to WebAssembly that nobody has tried on this engine. */
final class FeatureAttacks {
    private static final byte[] GET_0 = bytes(0x20, 0);

    private FeatureAttacks() {}

    static List<Attack> all() {
        return List.of(
                feature("simd", WrittenGuest.of(1, join(bytes(0xfd, 12), new byte[16], bytes(0x1a), GET_0), 1)),
                feature("tail-calls", WrittenGuest.of(1, join(GET_0, bytes(0x12, 0)), 1)),
                feature("threads", WrittenGuest.of(1, join(bytes(0xfe, 3, 0), GET_0), 1)),
                feature("shared-memory", WrittenGuest.around(module(vector(5, 1, bytes(3, 1, 2))))),
                feature("memory64", WrittenGuest.around(module(vector(5, 1, bytes(4, 1))))),
                feature("multi-memory", WrittenGuest.around(module(vector(5, 2, bytes(0, 1, 0, 1))))),
                feature("garbage-collection", WrittenGuest.around(module(vector(1, 1, bytes(0x5f, 0))))),
                feature(
                        "function-references",
                        WrittenGuest.around(module(vector(1, 1, bytes(0x60, 1, 0x64, 0x70, 0))))));
    }

    private static Attack feature(String name, byte[] component) {
        return new Attack(
                "feature-" + name,
                List.of("A3"),
                "uses a proposal: " + name.replace('-', ' '),
                "what SQL does not run is refused before it is compiled",
                List.of(),
                List.of(Steps.component(component).expecting(Expectation.refusal("0A000", "54000"))));
    }
}
