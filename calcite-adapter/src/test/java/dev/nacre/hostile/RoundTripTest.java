package dev.nacre.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nacre.adapter.Leaks;
import dev.nacre.jdbc.Masks;
import dev.nacre.testkit.FreshDatabase;
import dev.nacre.testkit.LeakCheck;
import dev.nacre.testkit.Rows;
import dev.nacre.testkit.Seeds;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Literals and names of all sorts come out as they went in, wherever Nacre writes SQL of its own: what it gives to H2 of a
 * planned query, statements with aliases, the texts of SHOW CREATE.
 */
@ExtendWith(Seeds.class)
class RoundTripTest {
    private static final int TOGETHER = 10;

    @RegisterExtension
    @Order(0)
    final LeakCheck leaks = Leaks.check();

    @RegisterExtension
    @Order(1)
    final FreshDatabase database = FreshDatabase.inMemory("jdbc:nacre:h2:");

    private Connection connection;

    @BeforeEach
    void create() throws SQLException {
        connection = database.connect();
        Masks.execute(connection, "CREATE COMPONENT ECHO FROM " + Masks.bytes("echo"));
        Masks.execute(connection, "CREATE FUNCTION ECHO LANGUAGE WASM FROM ECHO EXPORT 'nacre:measure/echo#text'");
        Masks.execute(connection, "CREATE TABLE T(N INT, S VARCHAR)");
    }

    @Test
    void keepsLiterals() throws SQLException {
        for (int round = 0; round < Seeds.count(500, 100_000) / TOGETHER; round++) {
            RandomGenerator random = Seeds.random(round);
            List<String> texts = new ArrayList<>();
            while (texts.size() < TOGETHER) {
                texts.add(NastyText.of(random, 8));
            }
            assertPlanned(random, texts);
            assertInH2(random, texts);
        }
    }

    private void assertPlanned(RandomGenerator random, List<String> texts) throws SQLException {
        String calls = list(random, texts, "ECHO(%s)");
        String plain = list(random, texts, "%s");
        String query = "SELECT " + calls + ", " + plain + ", ECHO(S) FROM (VALUES (" + plain + ", "
                + NastyText.literal(random, texts.get(0)) + ")) V(" + columns() + ", S) WHERE S = "
                + NastyText.literal(random, texts.get(0)) + " AND ECHO(C0) IN (" + plain + ")";
        List<Object> expected = new ArrayList<>(texts);
        expected.addAll(texts);
        expected.add(texts.get(0));

        assertThat(Rows.of(connection, query)).as(query).containsExactly(expected);
    }

    private static String columns() {
        return java.util.stream.IntStream.range(0, TOGETHER)
                .mapToObj(column -> "C" + column)
                .collect(Collectors.joining(", "));
    }

    private void assertInH2(RandomGenerator random, List<String> texts) throws SQLException {
        Masks.execute(connection, "DELETE FROM T");
        for (int number = 0; number < 3; number++) {
            String text = texts.get(number);
            String sql = "INSERT INTO T VALUES (" + number + ", ECHO(" + NastyText.literal(random, text) + "))";
            Masks.execute(connection, sql);
            assertThat(Rows.single(connection, "SELECT S FROM T WHERE N = " + number))
                    .as(sql)
                    .isEqualTo(text);
        }
        String update = "UPDATE T SET S = ECHO(" + NastyText.literal(random, texts.get(3)) + ") WHERE ECHO(S) = "
                + NastyText.literal(random, texts.get(0));
        assertThat(Masks.update(connection, update)).as(update).isPositive();
        assertThat(Rows.single(connection, "SELECT S FROM T WHERE N = 0"))
                .as(update)
                .isEqualTo(texts.get(3));
    }

    private static String list(RandomGenerator random, List<String> texts, String form) {
        return texts.stream()
                .map(text -> form.replace("%s", NastyText.literal(random, text)))
                .collect(Collectors.joining(", "));
    }

    @Test
    void keepsNames() throws SQLException {
        for (int round = 0; round < Seeds.count(50, 10_000); round++) {
            RandomGenerator random = Seeds.random(1_000_000 + round);
            String table = NastyText.name(random);
            String column = NastyText.name(random);
            String label = NastyText.name(random);
            Masks.execute(
                    connection,
                    "CREATE TABLE " + NastyText.identifier(table) + "(" + NastyText.identifier(column) + " VARCHAR)");
            Masks.execute(connection, "INSERT INTO " + NastyText.identifier(table) + " VALUES ('v')");
            assertNames(table, column, label);
            Masks.execute(connection, "DROP TABLE " + NastyText.identifier(table));
        }
    }

    private void assertNames(String table, String column, String label) throws SQLException {
        String query = "SELECT ECHO(x." + NastyText.identifier(column) + ") AS " + NastyText.identifier(label) + ", x.*"
                + " FROM " + NastyText.identifier(table) + " x";
        for (String more : List.of("", " WHERE ECHO(" + NastyText.identifier(column) + ") = 'v'", " FOR UPDATE")) {
            try (PreparedStatement statement = connection.prepareStatement(query + more);
                    ResultSet rows = statement.executeQuery()) {
                assertThat(rows.getMetaData().getColumnLabel(1)).as(query).isEqualTo(label);
                assertThat(rows.getMetaData().getColumnLabel(2)).as(query).isEqualTo(column);
                assertThat(rows.next()).isTrue();
                assertThat(rows.getString(1)).isEqualTo("v");
            }
        }
        String update = "UPDATE " + NastyText.identifier(table) + " SET " + NastyText.identifier(column) + " = ECHO("
                + NastyText.identifier(column) + " || 'w')";
        assertThat(Masks.update(connection, update)).as(update).isEqualTo(1);
    }

    @Test
    void keepsDefinitions() throws SQLException {
        for (int round = 0; round < Seeds.count(20, 5_000); round++) {
            RandomGenerator random = Seeds.random(2_000_000 + round);
            String schema = name(random);
            String function = schema + "." + name(random);
            String component = name(random);
            Masks.execute(connection, "CREATE SCHEMA " + schema);
            Masks.execute(
                    connection, "CREATE COMPONENT " + component + " FROM " + Masks.bytes("echo") + comment(random));
            Masks.execute(
                    connection,
                    "CREATE FUNCTION " + function + "(" + name(random)
                            + " VARCHAR) RETURNS VARCHAR LANGUAGE WASM FROM " + component
                            + " EXPORT 'nacre:measure/echo#text'" + comment(random));

            assertMadeAgain(component, function);
            Masks.execute(connection, "DROP COMPONENT " + component + " CASCADE");
            Masks.execute(connection, "DROP SCHEMA " + schema);
        }
    }

    /** Nacre's own statements take no name with a line break. */
    private static String name(RandomGenerator random) {
        return NastyText.identifier(NastyText.name(random).replaceAll("[\\r\\n]", " "));
    }

    private static String comment(RandomGenerator random) {
        return " COMMENT " + NastyText.quoted(NastyText.of(random, 6));
    }

    private void assertMadeAgain(String component, String function) throws SQLException {
        List<Object> before = described(component, function);
        List<String> texts = new ArrayList<>();
        texts.add(shown("COMPONENT " + component));
        texts.add(shown("FUNCTION " + function));
        Masks.execute(connection, "DROP COMPONENT " + component + " CASCADE");
        for (String text : texts) {
            Masks.execute(connection, text);
        }
        assertThat(described(component, function)).as("%s", texts).isEqualTo(before);
        assertThat(List.of(shown("COMPONENT " + component), shown("FUNCTION " + function)))
                .isEqualTo(texts);
        assertThat(Rows.of(connection, "SELECT " + function + "('a'), " + function + "('''')"))
                .isEqualTo(Collections.singletonList(List.of("a", "'")));
    }

    private List<Object> described(String component, String function) throws SQLException {
        List<Object> rows = new ArrayList<>(Rows.of(connection, "DESCRIBE COMPONENT " + component));
        rows.addAll(Rows.of(connection, "DESCRIBE FUNCTION " + function));
        return rows;
    }

    private String shown(String what) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SHOW CREATE " + what)) {
            row.next();
            return row.getString(1);
        }
    }
}
