package dev.nacre.bench.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Something that is said about the engine's speed.
 *
 * @param text what is said, for people
 * @param contender the benchmark of the engine
 * @param baseline what it is compared with
 * @param measure how
 * @param most the bound
 * @param where the parameters that the bound is for; with others the comparison is only shown
 */
record Claim(String text, String contender, String baseline, Measure measure, double most, Map<String, String> where) {

    /** Where the claims' numbers come from: the issues of this project. */
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
                    "NumberList.longs",
                    "NumberList.copiesOfLongs",
                    Measure.TIMES,
                    1.5,
                    Map.of("length", "131072")),
            new Claim(
                    "`list<f64>` in and out, to two copies",
                    "NumberList.doubles",
                    "NumberList.copiesOfDoubles",
                    Measure.TIMES,
                    1.5,
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
            new Claim("reset, 99 of 100", "Reset.reset", "Reset.renew", Measure.SLOW_NANOS, 1_000_000, Map.of()));

    /** What is compared, and how. */
    enum Measure {
        /** Processor time of the thread, the contender's less the baseline's. */
        MORE_NANOS("ns"),
        /** Processor time of the thread, the contender's as a multiple of the baseline's. */
        TIMES("times"),
        /** Processor time of all threads, the contender's as a multiple of the baseline's. */
        TIMES_OF_PROCESS("times"),
        /** What the contender allocates. */
        BYTES("B"),
        /** What the contender's slow operations take by the clock. */
        SLOW_NANOS("ns");

        private final String unit;

        Measure(String unit) {
            this.unit = unit;
        }

        String unit() {
            return unit;
        }

        double of(Figure contender, Figure baseline) {
            return switch (this) {
                case MORE_NANOS -> contender.threadNanos() - baseline.threadNanos();
                case TIMES -> contender.threadNanos() / baseline.threadNanos();
                case TIMES_OF_PROCESS -> contender.processNanos() / baseline.processNanos();
                // a few bytes of the harness, spread over millions of operations
                case BYTES -> contender.bytes() < 0.5 ? 0 : contender.bytes();
                case SLOW_NANOS -> contender.slowNanos();
            };
        }
    }

    /** Returns the bound for some parameters, when there is one. */
    OptionalDouble bound(Subject subject) {
        boolean meant = subject.parameters().entrySet().containsAll(where.entrySet()) && !Double.isNaN(most);
        return meant ? OptionalDouble.of(most) : OptionalDouble.empty();
    }

    /** Returns the comparison of each round. */
    List<Double> compare(List<Figure> contenders, List<Figure> baselines) {
        List<Double> compared = new ArrayList<>();
        for (int round = 0; round < contenders.size(); round++) {
            compared.add(measure.of(contenders.get(round), baselines.get(round)));
        }
        return compared;
    }
}
