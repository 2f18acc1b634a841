package dev.nacre.calcite;

import dev.nacre.functions.AggregateCall;
import dev.nacre.functions.BatchCall;
import dev.nacre.functions.FunctionCatalog;
import dev.nacre.functions.FunctionDefinition;
import dev.nacre.functions.FunctionErrorCode;
import dev.nacre.functions.FunctionException;
import dev.nacre.functions.FunctionKind;
import dev.nacre.functions.FunctionName;
import dev.nacre.functions.FunctionSignature;
import dev.nacre.functions.NullHandling;
import dev.nacre.functions.ProcessorCall;
import dev.nacre.functions.QueryScope;
import dev.nacre.functions.ScalarCall;
import dev.nacre.functions.SqlKind;
import dev.nacre.functions.SqlType;
import dev.nacre.functions.TableCall;
import dev.nacre.functions.settings.EffectiveSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** A catalog of functions written in Java, the scopes that call them, and how often they were called. */
final class PeerFunctions {
    private final List<FunctionDefinition> definitions = new ArrayList<>();
    private final Map<Long, ScalarCall> bodies = new HashMap<>();
    private final Map<String, AtomicInteger> calls = new ConcurrentHashMap<>();

    /** Returns the functions of {@link Peers}, in schema PUBLIC. */
    static PeerFunctions standard() {
        PeerFunctions functions = new PeerFunctions();
        functions.add("TWICE", values -> Peers.twice((Long) values[0]), SqlKind.BIGINT, SqlKind.BIGINT);
        functions.add("HALF", values -> Peers.half((Double) values[0]), SqlKind.DOUBLE, SqlKind.DOUBLE);
        functions.add("SHOUT", values -> Peers.shout((String) values[0]), SqlKind.VARCHAR, SqlKind.VARCHAR);
        functions.add("MASK", values -> Peers.mask((byte[]) values[0]), SqlKind.VARBINARY, SqlKind.VARBINARY);
        functions.add("EVEN", values -> Peers.even((Long) values[0]), SqlKind.BOOLEAN, SqlKind.BIGINT);
        functions.add("SMALL", values -> Peers.small((Integer) values[0]), SqlKind.INTEGER, SqlKind.INTEGER);
        functions.add("EDGE", values -> Peers.edge((Integer) values[0]), SqlKind.DOUBLE, SqlKind.INTEGER);
        functions.add("HOLES", values -> Peers.holes((Long) values[0]), SqlKind.BIGINT, SqlKind.BIGINT);
        functions.add("REALLY", values -> Peers.real((Long) values[0]), SqlKind.REAL, SqlKind.BIGINT);
        functions.add(
                "GLUE",
                values -> Peers.glue((String) values[0], (String) values[1]),
                SqlKind.VARCHAR,
                SqlKind.VARCHAR,
                SqlKind.VARCHAR);
        functions.add("SEVEN", values -> Peers.seven(), SqlKind.BIGINT);
        return functions;
    }

    /** Adds a function of schema PUBLIC. */
    void add(String name, ScalarCall body, SqlKind returns, SqlKind... parameters) {
        add(new FunctionName("PUBLIC", name), body, returns, parameters);
    }

    void add(FunctionName name, ScalarCall body, SqlKind returns, SqlKind... parameters) {
        List<FunctionSignature.Parameter> signature = IntStream.range(0, parameters.length)
                .mapToObj(index -> new FunctionSignature.Parameter("P" + index, SqlType.of(parameters[index])))
                .toList();
        add(name, body, new FunctionSignature(signature, SqlType.of(returns)));
    }

    void add(FunctionName name, ScalarCall body, FunctionSignature signature) {
        long version = definitions.size() + 1L;
        definitions.add(new FunctionDefinition(
                name, FunctionKind.SCALAR, signature, "", "", false, NullHandling.BY_TYPE, false, "", "SA", version));
        bodies.put(version, body);
    }

    FunctionCatalog catalog() {
        return new FunctionCatalog(definitions.size(), definitions);
    }

    /** Returns the same functions, those with parameters as vectorized ones. */
    FunctionCatalog vectorized() {
        return new FunctionCatalog(
                definitions.size(),
                definitions.stream().map(PeerFunctions::vectorized).toList());
    }

    private static FunctionDefinition vectorized(FunctionDefinition scalar) {
        boolean batched = !scalar.signature().parameters().isEmpty();
        return new FunctionDefinition(
                scalar.name(),
                batched ? FunctionKind.VECTORIZED : FunctionKind.SCALAR,
                scalar.signature(),
                scalar.sha256(),
                scalar.export(),
                scalar.deterministic(),
                scalar.nullHandling(),
                scalar.nullOnError(),
                scalar.comment(),
                scalar.owner(),
                scalar.version());
    }

    /** Returns how often a function was called, by simple name. */
    int calls(String name) {
        return calls.getOrDefault(name, new AtomicInteger()).get();
    }

    QueryScope scope() {
        return new Scope();
    }

    private final class Scope implements QueryScope {
        private volatile boolean stopped;

        @Override
        public ScalarCall scalar(FunctionDefinition function) {
            ScalarCall body = bodies.get(function.version());
            AtomicInteger count = calls.computeIfAbsent(function.name().name(), name -> new AtomicInteger());
            return arguments -> {
                count.incrementAndGet();
                return body.call(arguments);
            };
        }

        @Override
        public void prepare(FunctionDefinition function) {
            // is in this JVM
        }

        @Override
        public BatchCall batch(FunctionDefinition function) {
            return new PeerBatch(scalar(function), function.version() % 2 == 0 ? 3 : 1_000);
        }

        @Override
        public TableCall table(FunctionDefinition function) {
            throw new UnsupportedOperationException("peers are scalar");
        }

        @Override
        public ProcessorCall processor(FunctionDefinition function) {
            throw new UnsupportedOperationException("peers are scalar");
        }

        @Override
        public AggregateCall aggregate(FunctionDefinition function) {
            throw new UnsupportedOperationException("peers are scalar");
        }

        @Override
        public void cancel() {
            stopped = true;
        }

        @Override
        public void check() {
            if (stopped) {
                throw new FunctionException(FunctionErrorCode.SCOPE_CLOSED, "statement: it was cancelled");
            }
        }

        @Override
        public void resume() {
            // peers have all the time there is
        }

        @Override
        public void pause() {
            // as above
        }

        @Override
        public Optional<Duration> timeLeft() {
            return Optional.empty();
        }

        @Override
        public EffectiveSettings settings() {
            return EffectiveSettings.ofJvm();
        }

        @Override
        public void keep(long bytes) {
            // and all the memory
        }

        @Override
        public void close() {
            stopped = true;
        }
    }
}
