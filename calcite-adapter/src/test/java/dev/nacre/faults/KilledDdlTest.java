package dev.nacre.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nacre.jdbc.OtherProcess;
import dev.nacre.testkit.Rows;
import dev.nacre.testkit.Seeds;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process that is killed at any point of a change of the catalog leaves what it acknowledged, and the statement that it was
 * at as a whole or not at all.
 */
@ExtendWith(Seeds.class)
@Timeout(value = 900, unit = TimeUnit.SECONDS)
class KilledDdlTest {
    private static final int STATEMENTS = 30;
    private static final String DONE = "done";

    @TempDir
    private Path folder;

    /** A JVM of its own that runs the statements and says after each that it was done. */
    static final class Changes {
        private Changes() {}

        public static void main(String[] arguments) throws SQLException {
            PrintWriter answers = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
            try (Connection connection = DriverManager.getConnection(arguments[0], "sa", "")) {
                for (String statement : DdlScript.of(1, STATEMENTS)) {
                    DdlScript.isRefused(connection, statement);
                    answers.println(DONE);
                }
            }
        }
    }

    @Test
    void leavesWhatItAcknowledged() throws Exception {
        List<List<Object>> catalogs = catalogs();
        RandomGenerator random = Seeds.random(2);
        for (int round = 0; round < Seeds.count(2, 25); round++) {
            String url = "jdbc:nacre:h2:file:" + folder.resolve("killed" + round);
            int done = kill(url, random.nextInt(STATEMENTS - 5), random.nextInt(60_000));

            try (Connection connection = DriverManager.getConnection(url, "sa", "")) {
                assertThat(DdlScript.catalog(connection))
                        .as("round %d, %d statements acknowledged", round, done)
                        .isIn(catalogs.get(done), catalogs.get(Math.min(STATEMENTS, done + 1)));
                assertTakesChanges(connection);
            }
        }
    }

    /** Returns what the catalog is after each of the statements. */
    private static List<List<Object>> catalogs() throws SQLException {
        List<List<Object>> catalogs = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:nacre:h2:mem:")) {
            catalogs.add(DdlScript.catalog(connection));
            for (String statement : DdlScript.of(1, STATEMENTS)) {
                DdlScript.isRefused(connection, statement);
                catalogs.add(DdlScript.catalog(connection));
            }
        }
        return catalogs;
    }

    /** Returns how many statements were acknowledged. */
    private static int kill(String url, int after, int micros) throws Exception {
        int done = 0;
        try (OtherProcess other =
                OtherProcess.start(List.of("-D" + Seeds.SEED_PROPERTY + "=" + Seeds.seed()), Changes.class, url)) {
            while (done < after) {
                assertThat(other.answer()).isEqualTo(DONE);
                done++;
            }
            TimeUnit.MICROSECONDS.sleep(micros);
            other.kill();
            while (DONE.equals(other.answer())) {
                done++; // it had been said before the end came
            }
        }
        return done;
    }

    private static void assertTakesChanges(Connection connection) throws SQLException {
        KeyedGuest.component(connection, "LATER", 0xF1);
        KeyedGuest.function(connection, "LATER", 0xF0);

        assertThat(Rows.single(connection, "SELECT NACRE_FN.\"PUBLIC.LATER\"(X'00')"))
                .isEqualTo("f0");
        assertThat(Rows.of(
                        connection,
                        "SELECT SHA256 FROM NACRE.CATALOG_CODE EXCEPT (SELECT SHA256 FROM"
                                + " NACRE.CATALOG_FUNCTION UNION SELECT SHA256 FROM NACRE.CATALOG_COMPONENT)"))
                .as("bytes that nothing refers to")
                .isEmpty();
    }
}
