package dev.nacre.faults;

import static dev.nacre.testkit.SqlFailure.assertThatSqlFails;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nacre.h2.catalog.NacreDatabase;
import dev.nacre.jdbc.Masks;
import dev.nacre.jdbc.OtherProcess;
import dev.nacre.testkit.FreshDatabase;
import dev.nacre.testkit.Guests;
import dev.nacre.testkit.Rows;
import dev.nacre.testkit.Seeds;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** One bit of a component's bytes in the catalog is another one: its functions are refused, others run. */
@ExtendWith(Seeds.class)
@Timeout(value = 300, unit = TimeUnit.SECONDS)
class FlippedBitTest {
    @RegisterExtension
    final FreshDatabase database = FreshDatabase.inFile("jdbc:nacre:h2:");

    /** A JVM of its own, which has seen neither component before. */
    static final class Caller {
        private Caller() {}

        public static void main(String[] arguments) throws SQLException {
            PrintWriter answers = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
            try (Connection connection = DriverManager.getConnection(arguments[0])) {
                for (String function : List.of("BAD", "GOOD")) {
                    answers.println(answer(connection, function));
                }
            }
        }

        private static Object answer(Connection connection, String function) {
            try {
                return Rows.single(connection, "SELECT " + function + "(X'00')");
            } catch (SQLException failure) {
                return failure.getSQLState();
            }
        }
    }

    @Test
    void refusesItInAnotherProcess() throws Exception {
        try (Connection connection = database.connect()) {
            create(connection);
            flip(connection, Seeds.random(1).nextInt(8 * Guests.bytes("telemetry-c").length));
        }

        try (OtherProcess other = OtherProcess.start(List.of(), Caller.class, database.url())) {
            assertThat(other.answer()).isEqualTo("XX000");
            assertThat(other.answer()).isEqualTo("aa");
        }
    }

    @Test
    void refusesAnyBit() throws SQLException {
        Connection connection = database.connect();
        create(connection);
        RandomGenerator random = Seeds.random(2);
        for (int round = 0; round < Seeds.count(10, 2_000); round++) {
            int bit = random.nextInt(8 * Guests.bytes("telemetry-c").length);
            flip(connection, bit);
            NacreDatabase.of(connection).library().retain(Set.of()); // as in a new process

            for (String call : List.of("BAD(X'00')", "NACRE_FN.\"PUBLIC.BAD\"(X'00')")) {
                assertThatSqlFails(connection, "SELECT " + call)
                        .as("bit %d", bit)
                        .hasState("XX000")
                        .hasMessageContaining("found none or other bytes; create it or its functions again")
                        .leavesUsable(connection);
            }
            assertThat(Rows.single(connection, "SELECT GOOD(X'00')")).isEqualTo("aa");
            flip(connection, bit);
        }
        assertThat(Rows.single(connection, "SELECT BAD(X'00')")).isEqualTo("aa");
    }

    private static void create(Connection connection) throws SQLException {
        Masks.create(connection, "BAD", "telemetry-c");
        Masks.create(connection, "GOOD", "telemetry-as");
    }

    private static void flip(Connection connection, int bit) throws SQLException {
        String digest =
                (String) Rows.single(connection, "SELECT SHA256 FROM NACRE.FUNCTIONS WHERE FUNCTION_NAME = 'BAD'");
        byte[] bytes;
        try (PreparedStatement read =
                connection.prepareStatement("SELECT BYTES FROM NACRE.CATALOG_CODE WHERE SHA256 = ?")) {
            read.setString(1, digest);
            var row = read.executeQuery();
            row.next();
            bytes = row.getBytes(1);
        }
        bytes[bit / 8] ^= (byte) (1 << bit % 8);
        try (PreparedStatement write =
                connection.prepareStatement("UPDATE NACRE.CATALOG_CODE SET BYTES = ? WHERE SHA256 = ?")) {
            write.setBytes(1, bytes);
            write.setString(2, digest);
            write.executeUpdate();
        }
    }
}
