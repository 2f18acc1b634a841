package dev.nacre.bench.engine;

import java.util.List;
import java.util.Map;

/** What is said about the engine's speed; a new claim needs a benchmark with its baseline beside it. */
final class Claims {
    static final List<Claim> ALL = List.of(
            new Claim(
                    "typed handle over core call",
                    "ScalarCall.handle",
                    "ScalarCall.core",
                    Measure.MORE_NANOS,
                    5,
                    Map.of()),
            new Claim("allocated by it", "ScalarCall.handle", "ScalarCall.core", Measure.BYTES, 0, Map.of()),
            new Claim(
                    "string in and out, to Java's",
                    "StringCall.handle",
                    "StringCall.java",
                    Measure.TIMES,
                    3,
                    Map.of("bytes", "16")),
            new Claim(
                    "`list<u8>` in and out, to two copies",
                    "ByteList.handle",
                    "ByteList.copies",
                    Measure.TIMES,
                    1.5,
                    Map.of("bytes", "1048576")),
            new Claim(
                    "`list<s64>` in and out, to two copies",
                    "NumberList.longsToList",
                    "NumberList.copiesOfLongs",
                    Measure.TIMES,
                    1.5,
                    Map.of("length", "131072")),
            new Claim(
                    "`list<s64>` in, and out as an array, to two copies",
                    "NumberList.longs",
                    "NumberList.copiesOfLongs",
                    Measure.TIMES,
                    Double.NaN,
                    Map.of("length", "131072")),
            new Claim(
                    "`list<f64>` in and out, to two copies",
                    "NumberList.doublesToList",
                    "NumberList.copiesOfDoubles",
                    Measure.TIMES,
                    1.5,
                    Map.of("length", "131072")),
            new Claim(
                    "`list<f64>` in, and out as an array, to two copies",
                    "NumberList.doubles",
                    "NumberList.copiesOfDoubles",
                    Measure.TIMES,
                    Double.NaN,
                    Map.of("length", "131072")),
            new Claim(
                    "linked call, to one through Java",
                    "ComponentCall.linked",
                    "ComponentCall.handedOn",
                    Measure.TIMES,
                    1,
                    Map.of()),
            new Claim(
                    "linked call, to one to the host",
                    "ComponentCall.linked",
                    "ComponentCall.host",
                    Measure.TIMES,
                    Double.NaN,
                    Map.of()),
            new Claim(
                    "new instance, to bare Chicory's",
                    "Instance.engine",
                    "Instance.chicory",
                    Measure.TIMES_OF_PROCESS,
                    1.1,
                    Map.of("component", "telemetry-rust")),
            new Claim("reset, 99 of 100", "Reset.reset", "Reset.renew", Measure.SLOW_NANOS, 1_000_000, Map.of()),
            new Claim(
                    "load from the code cache, to compiling",
                    "CodeCache.cached",
                    "CodeCache.compiled",
                    Measure.TIMES_OF_PROCESS,
                    0.1,
                    Map.of("component", "patterns-rust")),
            new Claim(
                    "heap kept for a component",
                    "KeptHeap.kept",
                    "KeptHeap.kept",
                    Measure.KEPT_BYTES,
                    1 << 20,
                    Map.of("component", "patterns-rust", "copies", "2")));

    private Claims() {}
}
