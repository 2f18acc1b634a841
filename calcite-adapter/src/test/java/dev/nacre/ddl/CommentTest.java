package dev.nacre.ddl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nacre.adapter.Leaks;
import dev.nacre.testkit.FreshDatabase;
import dev.nacre.testkit.LeakCheck;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The comments of a component's WIT become those of what is made of it. */
class CommentTest {
    private static final String AREA = "The area of a rectangle; it's \"width\" times 'height'.";
    private static final String HALF = "Half of a number, towards zero.";
    private static final String COMMENTS = "SELECT FUNCTION_NAME, COMMENT FROM NACRE.FUNCTIONS ORDER BY FUNCTION_NAME";

    @RegisterExtension
    @Order(0)
    final LeakCheck leaks = Leaks.check();

    @RegisterExtension
    @Order(1)
    final FreshDatabase database = FreshDatabase.inMemory("jdbc:nacre:h2:");

    private Connection connection;

    @BeforeEach
    void connect() throws SQLException {
        connection = database.connect();
    }

    @Test
    void takesTheAuthorsWordsWhereNoneAreWritten() throws SQLException {
        Sql.execute(
                connection,
                "CREATE COMPONENT C FROM " + Sql.bytes("documented"),
                "CREATE COMPONENT D FROM " + Sql.bytes("documented") + " COMMENT 'mine'",
                "CREATE COMPONENT E FROM " + Sql.bytes("documented") + " COMMENT ''",
                "CREATE FUNCTION A LANGUAGE WASM FROM C EXPORT 'area'",
                "CREATE FUNCTION B LANGUAGE WASM FROM C EXPORT 'area' COMMENT 'mine'",
                "CREATE FUNCTION C LANGUAGE WASM FROM C EXPORT 'area' COMMENT ''",
                "CREATE FUNCTION D LANGUAGE WASM AS " + Sql.bytes("documented")
                        + " EXPORT 'nacre:documented/numbers@0.1.0#half'",
                "CREATE FUNCTION E LANGUAGE WASM FROM C EXPORT 'nacre:documented/numbers#half'",
                "CREATE FUNCTION F LANGUAGE WASM FROM C EXPORT 'perimeter'");

        assertThat(Sql.rows(connection, "SELECT COMPONENT_NAME, COMMENT FROM NACRE.COMPONENTS ORDER BY 1"))
                .containsExactly("C Rectangles, and halves.", "D mine", "E ");
        assertThat(Sql.rows(connection, COMMENTS))
                .containsExactly("A " + AREA, "B mine", "C ", "D " + HALF, "E " + HALF, "F ");
    }

    @Test
    void takesThemWhereFunctionsAreImported() throws SQLException {
        Sql.execute(connection, "CREATE COMPONENT C FROM " + Sql.bytes("documented"), "IMPORT FUNCTIONS FROM C");

        assertThat(Sql.rows(connection, COMMENTS)).containsExactly("AREA " + AREA, "HALF " + HALF, "PERIMETER ");
        assertThat(Sql.rows(connection, "SELECT AREA(2, 3), PERIMETER(2, 3), HALF(-7)"))
                .containsExactly("6.0 10.0 -3");
    }

    @Test
    void takesThemFromResources() throws SQLException {
        String docs = "{\"package\": \"nacre:stats@0.1.0\", \"interfaces\": {\"aggregates\": {\"types\":"
                + " {\"quantile\": {\"docs\": \"The part below which\"}}}}}";
        Sql.execute(
                connection,
                "CREATE COMPONENT C FROM " + Sql.bytes("stats-rust").replaceFirst("'$", customSection(docs) + "'"),
                "CREATE AGGREGATE FUNCTION A LANGUAGE WASM FROM C EXPORT 'nacre:stats/aggregates#quantile'",
                "CREATE AGGREGATE FUNCTION B LANGUAGE WASM FROM C EXPORT 'nacre:stats/aggregates#variance'",
                "IMPORT FUNCTIONS FROM C LIMIT TO ('nacre:stats/aggregates#quantile')");

        assertThat(Sql.rows(connection, COMMENTS))
                .containsExactly("A The part below which", "B ", "QUANTILE The part below which");
    }

    /** Returns a section {@code package-docs} as hexadecimal digits. */
    private static String customSection(String docs) {
        byte[] name = "package-docs".getBytes(StandardCharsets.UTF_8);
        byte[] text = docs.getBytes(StandardCharsets.UTF_8);
        int length = 1 + name.length + 1 + text.length;
        assertThat(length).isLessThan(1 << 14);
        ByteArrayOutputStream section = new ByteArrayOutputStream();
        section.write(0);
        section.write((length & 0x7f) | 0x80);
        section.write(length >> 7);
        section.write(name.length);
        section.writeBytes(name);
        section.write(1);
        section.writeBytes(text);
        return HexFormat.of().formatHex(section.toByteArray());
    }

    @Test
    void recreatesWhatHasNoComment() throws SQLException {
        Sql.execute(
                connection,
                "CREATE COMPONENT C FROM " + Sql.bytes("documented") + " COMMENT ''",
                "CREATE FUNCTION A LANGUAGE WASM FROM C EXPORT 'area' COMMENT ''",
                "CREATE FUNCTION B LANGUAGE WASM AS " + Sql.bytes("documented") + " EXPORT 'area'");
        List<String> statements = new ArrayList<>();
        for (String name : List.of("COMPONENT C", "FUNCTION A", "FUNCTION B")) {
            statements.addAll(Sql.rows(connection, "SHOW CREATE " + name));
        }
        try (Connection other = DriverManager.getConnection("jdbc:nacre:h2:mem:")) {
            Sql.execute(other, statements.toArray(String[]::new));

            assertThat(Sql.catalog(other)).isEqualTo(Sql.catalog(connection));
        }
    }
}
