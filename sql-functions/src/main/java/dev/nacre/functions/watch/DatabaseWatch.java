package dev.nacre.functions.watch;

import dev.nacre.engine.LogSink;
import dev.nacre.engine.host.BoundedLog;
import dev.nacre.functions.FunctionDefinition;
import dev.nacre.functions.FunctionName;
import dev.nacre.functions.SqlType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/**
 * What this JVM remembers of the statements of one database: sums for each user and function, and the last lines that guests
 * logged. Safe for use by many threads.
 */
public final class DatabaseWatch {
    /** More functions and users than this are forgotten, the longest unused first. */
    static final int MOST_SUMS = 10_000;

    private static final AtomicLong QUERIES = new AtomicLong();

    private final LogRing log = new LogRing();
    private final Map<Key, CallCounts> sums = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, CallCounts> eldest) {
            return size() > MOST_SUMS;
        }
    };

    private record Key(String user, FunctionName function, String parameters) {}

    /**
     * What a user's statements did with a function.
     *
     * @param parameters the parameters' types as SQL writes them, which tell overloads apart
     */
    public record FunctionSum(String user, FunctionName function, String parameters, CallCounts counts) {}

    /** Starts to watch a statement of a user. */
    public QueryWatch query(String user) {
        return new Query(user, QUERIES.incrementAndGet());
    }

    /** Returns the sums of all users. */
    public List<FunctionSum> sums() {
        List<FunctionSum> found = new ArrayList<>();
        synchronized (sums) {
            sums.forEach((key, counts) -> found.add(new FunctionSum(key.user, key.function, key.parameters, counts)));
        }
        return found;
    }

    /** Returns the last lines that guests logged, of all users, the oldest first. */
    public List<LogRing.Line> log() {
        return log.lines();
    }

    private final class Query implements QueryWatch {
        private final String user;
        private final long number;
        private final Map<FunctionDefinition, FunctionLog> logs = new ConcurrentHashMap<>();

        Query(String user, long number) {
            this.user = user;
            this.number = number;
        }

        @Override
        public LogSink log(FunctionDefinition function, LogSink kept) {
            FunctionLog opened = new FunctionLog(kept, line -> keep(function, line));
            logs.put(function, opened);
            return opened;
        }

        private void keep(FunctionDefinition function, BoundedLog.Line line) {
            log.add(new LogRing.Line(Instant.now(), number, user, function.name(), line.level(), line.message()));
        }

        @Override
        public void ended(FunctionDefinition function, CallCounts counts) {
            FunctionLog opened = logs.remove(function);
            if (opened != null) {
                opened.end();
            }
            String parameters = function.signature().parameterTypes().stream()
                    .map(SqlType::sql)
                    .collect(Collectors.joining(", "));
            synchronized (sums) {
                sums.merge(new Key(user, function.name(), parameters), counts, CallCounts::plus);
            }
        }
    }
}
