package dev.nacre.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nacre.adapter.Leaks;
import dev.nacre.testkit.FreshDatabase;
import dev.nacre.testkit.Guests;
import dev.nacre.testkit.LeakCheck;
import dev.nacre.testkit.Seeds;
import java.nio.file.Path;
import java.sql.Array;
import java.sql.Blob;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Every row of the table of types: what a guest gives back of a column, a literal and a parameter is what H2 holds. */
@ExtendWith(Seeds.class)
class TypeTableTest {
    @RegisterExtension
    @Order(0)
    final LeakCheck leaks = Leaks.check();

    @RegisterExtension
    @Order(1)
    final FreshDatabase database = FreshDatabase.inMemory("jdbc:nacre:h2:");

    @TempDir
    Path folder;

    private final Map<String, Path> files = new HashMap<>();

    /** What a query answers, with all that JDBC tells of it. */
    private record Answer(String type, int jdbcType, int precision, int scale, List<String> values) {
        Answer(ResultSet result, int column, List<String> values) throws SQLException {
            this(
                    result.getMetaData().getColumnTypeName(column),
                    result.getMetaData().getColumnType(column),
                    result.getMetaData().getPrecision(column),
                    result.getMetaData().getScale(column),
                    values);
        }
    }

    @TestFactory
    Stream<DynamicTest> givesBackWhatItTakes() throws SQLException {
        Connection connection = database.connect();
        List<TypeRow> rows = TypeRow.all();
        return Stream.iterate(0, index -> index < rows.size(), index -> index + 1)
                .map(index -> DynamicTest.dynamicTest(
                        rows.get(index) + ", seed " + Seeds.seed(),
                        () -> check(connection, "T" + index, rows.get(index), Seeds.random(index))));
    }

    private void check(Connection connection, String name, TypeRow row, RandomGenerator random) throws SQLException {
        execute(connection, "CREATE TABLE " + name + "(ID INTEGER PRIMARY KEY, X " + row.sqlType() + ")");
        execute(
                connection,
                "CREATE FUNCTION F_" + name + "(X " + row.sqlType() + ") RETURNS " + row.sqlType()
                        + " LANGUAGE WASM AS 'file:" + file(row.guest()) + "' EXPORT '" + row.export() + "'");
        List<String> literals = literals(row, random);
        String values = IntStream.range(0, literals.size())
                .mapToObj(id -> "(" + id + ", " + literals.get(id) + ")")
                .collect(Collectors.joining(", "));
        execute(connection, "INSERT INTO " + name + " VALUES " + values);
        Answer held = answer(connection, "SELECT X FROM " + name + " ORDER BY ID");

        assertThat(answer(connection, "SELECT F_" + name + "(X) FROM " + name + " ORDER BY ID"))
                .as("column of %s", literals)
                .isEqualTo(held);
        checkLiterals(connection, name, literals, held);
        checkParameters(connection, name, row);
        checkInsideH2(connection, name, held);
        execute(connection, "DROP FUNCTION F_" + name);
    }

    private static List<String> literals(TypeRow row, RandomGenerator random) {
        List<String> literals = new ArrayList<>(List.of("NULL"));
        for (int count = 0; count < Seeds.count(9, 400); count++) {
            literals.add(row.values().sql(random));
        }
        return literals;
    }

    /** All in one row, because planning takes longer than the calls. */
    private static void checkLiterals(Connection connection, String name, List<String> literals, Answer held)
            throws SQLException {
        List<String> some = literals.subList(0, Seeds.count(5, 40));
        String calls = some.stream()
                .map(literal -> "F_" + name + "(" + literal + ")")
                .collect(Collectors.joining(", ", "SELECT ", ""));
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(calls)) {
            assertThat(result.next()).isTrue();
            for (int id = 0; id < some.size(); id++) {
                assertThat(new Answer(result, id + 1, List.of(text(result, id + 1))))
                        .as("literal %s", some.get(id))
                        .isEqualTo(only(held, id));
            }
        }
    }

    /** The parameter is what H2's own driver gives for the value; what H2 holds of it is what a cast of it gives. */
    private static void checkParameters(Connection connection, String name, TypeRow row) throws SQLException {
        try (Statement reader = connection.createStatement();
                PreparedStatement call = connection.prepareStatement("SELECT F_" + name + "(?)");
                PreparedStatement cast = connection.prepareStatement("SELECT CAST(? AS " + row.sqlType() + ")");
                ResultSet values = reader.executeQuery("SELECT X FROM " + name + " ORDER BY ID")) {
            while (values.next()) {
                String refusal = refusal(cast, parameter(values, row));
                assertThat(refusal(call, parameter(values, row))).isEqualTo(refusal);
                if (refusal != null) {
                    continue; // H2 takes no row inside a row from JDBC
                }
                try (ResultSet result = call.executeQuery();
                        ResultSet held = cast.executeQuery()) {
                    assertThat(answer(result))
                            .as("parameter %s of %s", values.getString(1), row)
                            .isEqualTo(answer(held));
                }
            }
        }
    }

    /** Where H2 calls the function, its results have the same types and values. */
    private static void checkInsideH2(Connection connection, String name, Answer held) throws SQLException {
        execute(connection, "CREATE TABLE " + name + "_COPY AS SELECT ID, F_" + name + "(X) AS X FROM " + name);
        assertThat(answer(connection, "SELECT X FROM " + name + "_COPY ORDER BY ID"))
                .as("copy")
                .isEqualTo(held);
        execute(connection, "CREATE VIEW " + name + "_VIEW AS SELECT ID, F_" + name + "(X) AS X FROM " + name);
        assertThat(answer(connection, "SELECT X FROM " + name + "_VIEW ORDER BY ID"))
                .as("view")
                .isEqualTo(held);
        execute(connection, "DROP VIEW " + name + "_VIEW");
        execute(connection, "UPDATE " + name + " SET X = F_" + name + "(F_" + name + "(X))");
        assertThat(answer(connection, "SELECT X FROM " + name + " ORDER BY ID"))
                .as("update")
                .isEqualTo(held);
    }

    /** Sets a parameter; returns the state when that is refused. */
    private static @Nullable String refusal(PreparedStatement statement, @Nullable Object value) {
        try {
            statement.setObject(1, value);
            return null;
        } catch (SQLException refused) {
            return refused.getSQLState();
        }
    }

    /** A new object each time, because a row is a cursor; java.sql.Time has no fraction. */
    private static @Nullable Object parameter(ResultSet values, TypeRow row) throws SQLException {
        return row.sqlType().equals("TIME(9)") ? values.getObject(1, LocalTime.class) : values.getObject(1);
    }

    private static Answer only(Answer held, int id) {
        return new Answer(
                held.type(),
                held.jdbcType(),
                held.precision(),
                held.scale(),
                held.values().subList(id, id + 1));
    }

    private Path file(String guest) {
        return files.computeIfAbsent(guest, name -> Guests.file(name, folder));
    }

    private static Answer answer(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            return answer(result);
        }
    }

    private static Answer answer(ResultSet result) throws SQLException {
        List<String> values = new ArrayList<>();
        while (result.next()) {
            values.add(text(result, 1));
        }
        return new Answer(result, 1, values);
    }

    private static String text(ResultSet result, int column) throws SQLException {
        Object value = result.getObject(column);
        return value == null
                ? "NULL"
                : value.getClass().getName() + " " + plain(value) + " " + result.getString(column);
    }

    /** Returns a value as one that knows equality. */
    private static @Nullable Object plain(@Nullable Object value) throws SQLException {
        if (value instanceof byte[] bytes) {
            return HexFormat.of().formatHex(bytes);
        }
        if (value instanceof Blob blob) {
            return HexFormat.of().formatHex(blob.getBytes(1, (int) blob.length()));
        }
        if (value instanceof Array array) {
            return plain(array.getArray());
        }
        if (value instanceof Object[] items) {
            List<@Nullable Object> plain = new ArrayList<>();
            for (Object item : Arrays.asList(items)) {
                plain.add(plain(item));
            }
            return plain;
        }
        return value instanceof ResultSet fields ? fields(fields) : value;
    }

    private static List<@Nullable Object> fields(ResultSet row) throws SQLException {
        ResultSetMetaData columns = row.getMetaData();
        List<@Nullable Object> fields = new ArrayList<>();
        while (row.next()) {
            for (int field = 1; field <= columns.getColumnCount(); field++) {
                fields.add(columns.getColumnName(field) + " " + plain(row.getObject(field)));
            }
        }
        return fields;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
