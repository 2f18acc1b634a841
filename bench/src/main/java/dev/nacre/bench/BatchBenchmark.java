package dev.nacre.bench;

import dev.nacre.jdbc.NacreDataSource;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Measures queries with a vectorized function in batches of one row beside the same in larger ones. */
public final class BatchBenchmark {
    private static final String KINDS = "classpath:/dev/nacre/bench/kinds-rust.component.wasm";
    private static final String EXPORTS = "nacre:kinds/vectors#";
    private static final List<Integer> BATCH_ROWS = List.of(1, 16, 256, 1_024, 8_192);
    private static final List<Query> QUERIES = List.of(
            new Query("`a + b`, DOUBLE, under SUM", "SELECT SUM(PLUS(A, B)) FROM T"),
            new Query("upper case, about 10 characters, under SUM of LENGTH", "SELECT SUM(LENGTH(SHOUT(S))) FROM T"));

    private final BenchmarkOptions options;
    private final PrintStream progress;

    private record Query(String title, String sql) {}

    /**
     * @param progress gets a line for each query
     */
    public BatchBenchmark(BenchmarkOptions options, PrintStream progress) {
        this.options = options;
        this.progress = progress;
    }

    /** Returns the report in Markdown; takes a minute or two with the standard options. */
    public String run(Environment environment) throws SQLException {
        List<String> lines = new ArrayList<>();
        lines.add("# Batches of one row, and larger ones");
        lines.add("");
        lines.addAll(environment.lines());
        lines.add("* " + options.rows() + " rows; medians of " + options.runs() + " runs after " + options.warmups()
                + " to warm up; processor time of the reading thread, milliseconds for each execution");
        lines.add("");
        lines.add("| query | rows of a batch | milliseconds | to batches of one row |");
        lines.add("| --- | ---: | ---: | ---: |");
        NacreDataSource source = new NacreDataSource();
        source.setUrl("jdbc:nacre:h2:mem:nacre_batches;OPTIMIZE_REUSE_RESULTS=0"); // else H2 gives the last run's rows
        try (Connection connection = source.getConnection()) {
            prepare(connection);
            for (Query query : QUERIES) {
                progress.println("measuring " + query.title());
                lines.addAll(measure(query, connection));
            }
        }
        return String.join("\n", lines) + "\n";
    }

    private void prepare(Connection connection) throws SQLException {
        execute(connection, "CREATE COMPONENT KINDS FROM '" + KINDS + "'");
        String numbers = "(A DOUBLE PRECISION, B DOUBLE PRECISION) RETURNS DOUBLE PRECISION";
        execute(
                connection,
                "CREATE FUNCTION PLUS" + numbers + " LANGUAGE WASM FROM KINDS EXPORT '" + EXPORTS + "plus'");
        String texts = "(S VARCHAR) RETURNS VARCHAR";
        execute(
                connection,
                "CREATE FUNCTION SHOUT" + texts + " LANGUAGE WASM FROM KINDS EXPORT '" + EXPORTS + "shout'");
        execute(
                connection,
                "CREATE TABLE T(A DOUBLE PRECISION, B DOUBLE PRECISION, S VARCHAR) AS"
                        + " SELECT X, X * 0.5, 'text ' || X FROM SYSTEM_RANGE(1, " + options.rows() + ")");
    }

    /** The sizes in turns, so that what the machine does beside falls on all. */
    private List<String> measure(Query query, Connection connection) throws SQLException {
        Map<Integer, List<Long>> nanos = new TreeMap<>();
        for (int run = -options.warmups(); run < options.runs(); run++) {
            for (int rows : BATCH_ROWS) {
                execute(connection, "SET NACRE.BATCH_ROWS = " + rows);
                long taken = nanos(connection, query.sql());
                if (run >= 0) {
                    nanos.computeIfAbsent(rows, none -> new ArrayList<>()).add(taken);
                }
            }
        }
        List<String> lines = new ArrayList<>();
        double single = median(nanos.getOrDefault(1, List.of()));
        nanos.forEach((rows, taken) -> lines.add(String.format(
                Locale.ROOT,
                "| %s | %,d | %,.1f | %.3f |",
                query.title(),
                rows,
                median(taken) / 1e6,
                median(taken) / single)));
        return lines;
    }

    private static long nanos(Connection connection, String sql) throws SQLException {
        Sample start = Sample.now();
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                rows.getDouble(1);
            }
        }
        return Sample.now().since(start).threadNanos();
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
}
