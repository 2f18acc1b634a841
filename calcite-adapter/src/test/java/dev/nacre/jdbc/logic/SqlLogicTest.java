package dev.nacre.jdbc.logic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nacre.testkit.FreshDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * SQL Logic Test: Nacre answers every record as H2 does, and nearly all of them when each number and text of the SELECT
 * list goes through a WebAssembly function.
 */
class SqlLogicTest {
    private static final boolean SOAK = Boolean.getBoolean("nacre.soak");
    private static final int QUERIES_PER_FILE = SOAK ? 1_500 : 10;
    private static final int LEAST_RECORDS = SOAK ? 20_000 : 500;
    private static final double LEAST_SHARE = 0.85;

    @RegisterExtension
    final FreshDatabase database = FreshDatabase.inMemory("jdbc:nacre:h2:");

    @TempDir
    Path folder;

    @Test
    void answersAsH2() throws SQLException, IOException {
        try (Connection h2 = DriverManager.getConnection("jdbc:h2:mem:")) {
            LogicRun run = new LogicRun(h2, database.connect(), folder);
            for (String file : LogicFile.SELECTION) {
                run.run(LogicFile.read(file), QUERIES_PER_FILE);
            }

            Logger.getLogger(SqlLogicTest.class.getName()).info(run::report);
            assertThat(run.differences()).isEmpty();
            assertThat(run.records()).as(run.report()).isGreaterThanOrEqualTo(LEAST_RECORDS);
            assertThat(run.share()).as(run.report()).isGreaterThanOrEqualTo(LEAST_SHARE);
        }
    }
}
