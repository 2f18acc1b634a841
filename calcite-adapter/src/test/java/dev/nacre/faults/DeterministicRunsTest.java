package dev.nacre.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nacre.jdbc.Masks;
import dev.nacre.testkit.FreshDatabase;
import dev.nacre.testkit.Rows;
import dev.nacre.testkit.Seeds;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Functions that are DETERMINISTIC answer the same, byte for byte, in every run, JVM and version of it: the clock stands still,
 * random numbers have a seed, NaN has one form, and arithmetic is WebAssembly's.
 */
class DeterministicRunsTest {
    /** Of the answers below. It changes with the guests alone. */
    private static final String DIGEST = "1179b04e22bc03eeb4650d0c255a8920ee34fd16527abdb200ecc29ec24bb93e";

    /** Guest, export, and a call. */
    private static final List<String[]> FUNCTIONS = List.of(
            new String[] {"probe-rust", "random-bytes", "F(40)"},
            new String[] {"probe-rust", "insecure-random-bytes", "F(40)"},
            new String[] {"probe-rust", "random-numbers", "CAST(F() AS VARCHAR)"},
            new String[] {"probe-rust", "insecure-seed", "CAST(F() AS VARCHAR)"},
            new String[] {"probe-rust", "random-hash", "F()"},
            new String[] {"probe-rust", "wall-clock-seconds", "F()"},
            new String[] {"probe-rust", "monotonic-nanoseconds", "F()"},
            new String[] {"probe-rust", "environment", "CARDINALITY(F())"},
            new String[] {"liar", "odd-nan", "F()"},
            new String[] {"shapes-rust", "scale", "F(X / 7.0)"},
            new String[] {"shapes-rust", "divide", "F(X * 1000003, 17)"},
            new String[] {"shapes-rust", "upper", "F('Straße ' || X)"},
            new String[] {"geo-rust", "distance", "F(ARRAY[X], ARRAY[X * 2], ARRAY[X / 3.0], ARRAY[40 - X])"},
            new String[] {"text-rust", "similarity", "F('abcdef' || X, 'fedcba' || X * X)"},
            new String[] {"telemetry-c", "handle-data", "F(CAST('p' || X AS VARBINARY))"});

    @RegisterExtension
    final FreshDatabase database = FreshDatabase.inMemory("jdbc:nacre:h2:");

    @Test
    void answerTheSameBytes() throws Exception {
        List<String> queries = create(database.connect());
        List<Object> first = answers(queries);
        assertThat(digest(first)).as("%s", first).isEqualTo(DIGEST);

        for (int run = 0; run < Seeds.count(20, 1_000); run++) {
            assertThat(answers(queries)).as("run %d", run).isEqualTo(first);
        }
    }

    private static List<String> create(Connection connection) throws SQLException {
        List<String> queries = new ArrayList<>();
        for (int number = 0; number < FUNCTIONS.size(); number++) {
            String[] function = FUNCTIONS.get(number);
            String name = "FUNCTION_" + number;
            Masks.execute(
                    connection,
                    "CREATE FUNCTION " + name + " LANGUAGE WASM AS " + Masks.bytes(function[0]) + " EXPORT '"
                            + function[1] + "' DETERMINISTIC");
            queries.add("SELECT " + function[2].replace("F(", name + "(") + " FROM SYSTEM_RANGE(1, 20)");
        }
        return queries;
    }

    /** On a connection of its own. */
    private List<Object> answers(List<String> queries) throws SQLException {
        List<Object> answers = new ArrayList<>();
        try (Connection connection = database.connect()) {
            for (String query : queries) {
                answers.add(comparable(Rows.of(connection, query)));
            }
        }
        return answers;
    }

    /** JDKs differ in how they write a DOUBLE. */
    private static Object comparable(Object value) {
        if (value instanceof List<?> elements) {
            return elements.stream().map(DeterministicRunsTest::comparable).toList();
        }
        return value instanceof Double number ? Double.doubleToRawLongBits(number) : value;
    }

    private static String digest(Object answers) throws NoSuchAlgorithmException {
        byte[] text = answers.toString().getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
    }
}
