package dev.nacre.bench;

import dev.nacre.jdbc.NacreDataSource;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Measures queries with a function whose rows H2 makes as they are fetched (autocommit) beside the same with rows that H2
 * collects at the start (a transaction at READ COMMITTED).
 */
public final class ReadingBenchmark {
    private static final String SHAPES = "classpath:/dev/nacre/bench/shapes-rust.component.wasm";

    /** Point queries are repeated within a run: one alone is shorter than the clock is exact. */
    private static final List<Query> QUERIES = List.of(
            new Query("whole table", "SELECT F(ID) FROM T", 1),
            new Query("LIMIT 10 over a filter that calls", "SELECT F(ID) FROM T WHERE F(ID) > 0 LIMIT 10", 1),
            new Query("one row by its key", "SELECT F(ID) FROM T WHERE ID = 7", 500));

    private final BenchmarkOptions options;
    private final PrintStream progress;

    private record Query(String title, String sql, int repetitions) {}

    /**
     * @param progress gets a line for each query
     */
    public ReadingBenchmark(BenchmarkOptions options, PrintStream progress) {
        this.options = options;
        this.progress = progress;
    }

    /** Returns the report in Markdown; takes a minute or two with the standard options. */
    public String run(Environment environment) throws SQLException, IOException {
        List<String> lines = new ArrayList<>();
        lines.add("# Rows one by one, and collected");
        lines.add("");
        lines.addAll(environment.lines());
        lines.add("* " + options.rows() + " rows; medians of " + options.runs() + " runs after " + options.warmups()
                + " to warm up; processor time of the reading thread, microseconds for each execution");
        lines.add("");
        lines.add("| database | query | one by one | collected | one by one to collected |");
        lines.add("| --- | --- | ---: | ---: | ---: |");
        lines.addAll(measure("in memory", "mem:nacre_reading"));
        Path folder = Files.createTempDirectory("nacre_reading");
        try {
            lines.addAll(measure("in a file", "file:" + folder.resolve("database")));
        } finally {
            delete(folder);
        }
        return String.join("\n", lines) + "\n";
    }

    private List<String> measure(String place, String database) throws SQLException {
        NacreDataSource source = new NacreDataSource();
        source.setUrl("jdbc:nacre:h2:" + database + ";OPTIMIZE_REUSE_RESULTS=0"); // else H2 gives the last run's rows
        List<String> lines = new ArrayList<>();
        try (Connection connection = source.getConnection()) {
            execute(connection, "CREATE FUNCTION F LANGUAGE WASM AS '" + SHAPES + "' EXPORT 'scale-long'");
            execute(connection, "CREATE TABLE T(ID BIGINT PRIMARY KEY, V DOUBLE PRECISION)");
            execute(connection, "INSERT INTO T SELECT X, X FROM SYSTEM_RANGE(1, " + options.rows() + ")");
            for (Query query : QUERIES) {
                progress.println("measuring " + place + ": " + query.title());
                lines.add(line(place, query, connection));
            }
        }
        return lines;
    }

    /** The two in turns, so that what the machine does beside falls on both. */
    private String line(String place, Query query, Connection connection) throws SQLException {
        List<Long> lazy = new ArrayList<>();
        List<Long> collected = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(query.sql())) {
            for (int run = -options.warmups(); run < options.runs(); run++) {
                connection.setAutoCommit(true);
                long one = nanos(statement, query.repetitions());
                connection.setAutoCommit(false);
                long other = nanos(statement, query.repetitions());
                connection.commit();
                if (run >= 0) {
                    lazy.add(one);
                    collected.add(other);
                }
            }
        }
        connection.setAutoCommit(true);
        double one = median(lazy) / 1000;
        double other = median(collected) / 1000;
        return String.format(
                Locale.ROOT, "| %s | %s | %,.0f | %,.0f | %.3f |", place, query.title(), one, other, one / other);
    }

    private static long nanos(PreparedStatement statement, int repetitions) throws SQLException {
        Sample start = Sample.now();
        for (int repetition = 0; repetition < repetitions; repetition++) {
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    rows.getLong(1);
                }
            }
        }
        return Sample.now().since(start).threadNanos() / repetitions;
    }

    private static double median(List<Long> values) {
        List<Long> sorted = values.stream().sorted().toList();
        return (sorted.get((sorted.size() - 1) / 2) + sorted.get(sorted.size() / 2)) / 2.0;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
