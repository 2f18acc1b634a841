package dev.nacre.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nacre.testkit.Seeds;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Rows stream through functions of all kinds in constant memory: a JVM of its own has a heap that could not hold them. The soak
 * profile has ten million rows and 256 MiB. The database is in a file, since what H2 sorts in memory stays there.
 */
@Timeout(value = 30, unit = TimeUnit.MINUTES)
class StreamingTest {
    private static final int ROWS = Seeds.count(500_000, 10_000_000);
    private static final String HEAP = Seeds.soaking() ? "-Xmx256m" : "-Xmx64m";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT COUNT(T), MAX(T) FROM (SELECT TWICE(X) AS T FROM SYSTEM_RANGE(1, :rows))",
                "SELECT COUNT(X), SUM_OF(X) FROM SYSTEM_RANGE(1, :rows) GROUP BY X - X",
                "SELECT COUNT(*), SUM(N) FROM TABLE(LADDER(1, :rows))",
                "SELECT COUNT(*), SUM(U.N) FROM SYSTEM_RANGE(1, :rows / 10) R, TABLE(LADDER(R.X, R.X + 9)) U",
                "SELECT COUNT(*), MAX(AT) FROM TABLE(RELABEL(TABLE(SELECT 'x', X, X FROM SYSTEM_RANGE(1, :rows))))",
                "SELECT COUNT(*), MAX(COUNT) FROM TABLE(TALLY(TABLE(SELECT NAME, N, N FROM TABLE(LADDER(1, :rows)))))",
                "SELECT COUNT(*), MAX(COUNT) FROM TABLE(TALLY(TABLE(SELECT 'x' AS D, X, X FROM SYSTEM_RANGE(1, :rows))"
                        + " PARTITION BY D))",
                "SELECT COUNT(*), MAX(TEXT) FROM TABLE(BATCH_SIZE(TABLE(SELECT CAST(X / 100 AS VARCHAR) AS D, X, X"
                        + " FROM SYSTEM_RANGE(1, :rows)) PARTITION BY D))",
            })
    void keepsNoRows(String sql) throws Exception {
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        HEAP,
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Query.class.getName(),
                        "jdbc:nacre:h2:file:"
                                + folder.resolve("database").toString().replace('\\', '/'),
                        sql.replace(":rows", Integer.toString(ROWS))))
                .redirectErrorStream(true)
                .start();

        assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .contains(Integer.toString(ROWS))
                .endsWith("done\n");
        assertThat(process.waitFor()).isZero();
    }

    /** What the processes do. */
    static final class Query {
        private Query() {}

        public static void main(String[] arguments) throws SQLException {
            try (Connection connection = DriverManager.getConnection(arguments[0]);
                    Statement statement = connection.createStatement()) {
                Kinds.in(connection)
                        .execute("CREATE FUNCTION TWICE(V BIGINT) RETURNS BIGINT LANGUAGE WASM FROM KINDS"
                                + " EXPORT 'nacre:kinds/vectors#twice'")
                        .aggregate("sum-of")
                        .function("tables", "ladder")
                        .function("processors", "relabel")
                        .function("processors", "tally")
                        .function("processors", "batch-size")
                        .execute("SET nacre.query_memory = '32MiB'", "SET nacre.timeout = '30min'");
                try (ResultSet row = statement.executeQuery(arguments[1])) {
                    row.next();
                    System.out.print(row.getObject(1) + " " + row.getObject(2) + " done\n");
                }
            }
        }
    }
}
