package dev.nacre.samples.telemetry;

import static java.util.Objects.requireNonNull;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.nacre.jdbc.NacreConnection;
import dev.nacre.jdbc.NacreDataSource;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * Telemetry analytics over H2 with components in Rust: devices send obfuscated payloads, a component makes them clear, others
 * know quantiles and distances, and seven queries call them.
 *
 * <p>Prints results, a plan, what the guest logged, and the time of each step. One object runs once.
 */
public final class TelemetryDemo {
    /** How many readings the demo has when nobody says otherwise. */
    public static final int STANDARD_ROWS = 100_000;

    private static final String URL = "jdbc:nacre:h2:mem:telemetry_demo";
    private static final int POOL_SIZE = 4;
    private static final int SHOWN_LOG_LINES = 4;
    private static final byte[] FAULT = {2};

    private final PrintStream output;
    private final int rows;
    private final Steps steps;

    /**
     * @param output gets the text; stays open
     * @param rows how many readings there are, at least 1
     */
    public TelemetryDemo(PrintStream output, int rows) {
        this.output = requireNonNull(output, "output is null");
        if (rows < 1) {
            throw new IllegalArgumentException("rows: expected at least 1, found " + rows);
        }
        this.rows = rows;
        this.steps = new Steps(output);
    }

    /**
     * Runs the program, in a new database in memory.
     *
     * @throws SQLException when a statement fails that should not
     */
    public void run() throws SQLException {
        output.println("Nacre's telemetry demo: " + rows + " readings in " + URL);
        try (HikariDataSource pool = new HikariDataSource(configuration());
                Connection connection = pool.getConnection()) {
            prepare(connection);
            query(connection);
        }
        steps.printTimes();
    }

    private static HikariConfig configuration() {
        NacreDataSource nacre = new NacreDataSource();
        nacre.setUrl(URL);
        HikariConfig configuration = new HikariConfig();
        configuration.setDataSource(nacre);
        configuration.setPoolName("telemetry");
        configuration.setMaximumPoolSize(POOL_SIZE);
        configuration.setMinimumIdle(1);
        return configuration;
    }

    private void prepare(Connection connection) throws SQLException {
        steps.run("Create tables and " + rows + " readings", () -> new TelemetryDatabase(connection).create(rows));
        steps.run("Register the component", () -> register(connection, TelemetrySql.REGISTER));
    }

    private void query(Connection connection) throws SQLException {
        steps.run("In the SELECT list: a call for each row that is shown", () -> print(connection, TelemetrySql.SHOWN));
        steps.run("What the guest logged in that query", () -> printLog(connection));
        steps.run("In WHERE, beside conditions that H2 evaluates", () -> print(connection, TelemetrySql.FILTERED));
        steps.run("The plan of that query", () -> print(connection, "EXPLAIN PLAN FOR " + TelemetrySql.FILTERED));
        steps.run("With a join and GROUP BY", () -> print(connection, TelemetrySql.GROUPED));
        steps.run("Prepared, run for two devices", () -> printPrepared(connection));
        steps.run("An aggregate of another guest: quantiles of each site", () -> {
            register(connection, TelemetrySql.REGISTER_QUANTILE);
            print(connection, TelemetrySql.AGGREGATED);
        });
        steps.run("A guest that takes whole columns: the way to each site", () -> {
            register(connection, TelemetrySql.REGISTER_DISTANCE);
            print(connection, TelemetrySql.NEAREST);
        });
        steps.run("An error of the guest: an empty payload", () -> printError(connection));
    }

    private void register(Connection connection, String sql) throws SQLException {
        show(sql);
        execute(connection, sql);
    }

    private void show(String sql) {
        sql.lines().forEach(line -> output.println("  " + line));
        output.println();
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void print(Connection connection, String sql) throws SQLException {
        show(sql);
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            ResultTable.print(result, output);
        }
    }

    private void printPrepared(Connection connection) throws SQLException {
        show(TelemetrySql.PREPARED);
        try (PreparedStatement statement = connection.prepareStatement(TelemetrySql.PREPARED)) {
            for (int device : List.of(7, 21)) {
                statement.setString(1, Readings.deviceName(device));
                statement.setDouble(2, 0);
                statement.setBytes(3, FAULT);
                try (ResultSet result = statement.executeQuery()) {
                    ResultTable.print(result, output);
                }
            }
        }
    }

    private void printLog(Connection connection) throws SQLException {
        List<String> lines = connection.unwrap(NacreConnection.class).lastQueryLog();
        lines.stream().limit(SHOWN_LOG_LINES).forEach(line -> output.println("  " + line));
        output.println("  (" + lines.size() + " lines)");
    }

    /** The connection stays usable, and the row is there: only the query failed. */
    private void printError(Connection connection) throws SQLException {
        execute(connection, TelemetrySql.INSERT_EMPTY);
        try {
            print(connection, TelemetrySql.FAILING);
        } catch (SQLException expected) {
            output.println("  SQLSTATE " + expected.getSQLState() + ": " + expected.getMessage());
        }
    }
}
