package dev.nacre.jdbc;

import static dev.nacre.testkit.SqlFailure.assertThatFails;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nacre.adapter.Leaks;
import dev.nacre.jdbc.ErrorsPage.Example;
import dev.nacre.jdbc.ErrorsPage.Script;
import dev.nacre.testkit.FreshDatabase;
import dev.nacre.testkit.LeakCheck;
import dev.nacre.testkit.Rows;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The page of errors has every code once, means what the sources say, and its examples fail and work as it shows. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class ErrorsPageTest {
    private static final Pattern FILE = Pattern.compile("'file:([^']+)'");

    @RegisterExtension
    @Order(0)
    final LeakCheck leaks = Leaks.check();

    @RegisterExtension
    @Order(1)
    final FreshDatabase database = FreshDatabase.inMemory("jdbc:nacre:h2:");

    @TempDir
    Path folder;

    private static Connection keeper;

    /** Keeps the guests of the examples loaded between the tests. */
    @BeforeAll
    static void keepLoaded() throws SQLException, IOException {
        keeper = DriverManager.getConnection("jdbc:nacre:h2:mem:");
        run(keeper, ErrorsPage.read().setup().statements());
    }

    @AfterAll
    static void letGo() throws SQLException {
        keeper.close();
    }

    @Test
    void hasEveryCodeOnceInOrder() throws IOException {
        ErrorsPage page = ErrorsPage.read();
        List<DocumentedError> all = DocumentedError.all();
        List<DocumentedError> raised =
                page.examples().stream().map(Example::error).toList();
        List<DocumentedError> shown = new ArrayList<>(raised);
        shown.addAll(page.withoutExample());

        assertThat(raised).hasSize((int) page.headings());
        assertThat(raised).isEqualTo(all.stream().filter(raised::contains).toList());
        assertThat(page.withoutExample())
                .isEqualTo(all.stream().filter(page.withoutExample()::contains).toList());
        assertThat(shown).containsExactlyInAnyOrderElementsOf(all);
        assertThat(all).extracting(DocumentedError::number).doesNotHaveDuplicates();
    }

    /** A code leaves this list when a statement is found that raises it, and none joins it for want of an example. */
    @Test
    void hasFewCodesThatNoStatementRaises() throws IOException {
        assertThat(ErrorsPage.read().withoutExample())
                .extracting(DocumentedError::name)
                .containsExactly(
                        "BAD_SETTING",
                        "UNKNOWN_EXPORT",
                        "ARGUMENT_MISMATCH",
                        "SCOPE_CLOSED",
                        "INSTANCE_CLOSED",
                        "INSTANCE_BUSY",
                        "INTERNAL",
                        "HOST_FAILURE",
                        "INTERNAL");
    }

    @Test
    void linksToFilesThatExist() throws IOException {
        assertThat(ErrorsPage.read().linkedFiles())
                .isNotEmpty()
                .allSatisfy(file -> assertThat(file).exists());
    }

    static List<Example> examples() throws IOException {
        return ErrorsPage.read().examples();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void raisesAndWorksAsShown(Example example) throws SQLException, IOException {
        Connection connection = database.connect();
        run(connection, ErrorsPage.read().setup().statements());

        run(connection, example.raising().allButLast());
        assertThatFails(example.raising().last(), () -> raise(connection, example.raising()))
                .hasState(example.error().state())
                .hasCode(example.error().number())
                .hasMessage(example.message());

        assertThat(example.corrected().remark()).isEmpty();
        run(connection, example.corrected().statements());
    }

    private void raise(Connection connection, Script script) throws SQLException {
        switch (script.remark()) {
            case "" -> run(connection, List.of(script.last()));
            case "as visitor" -> run(database.connect("VISITOR", "secret"), List.of(script.last()));
            case "with ' + 1' 100000 times more" -> run(connection, List.of(script.last() + " + 1".repeat(100_000)));
            case "in a JVM that has not compiled it yet" -> run(connection, List.of(withNewBytes(script.last())));
            case "cancelled by another thread" -> runCancelled(connection, script.last());
            default -> throw new AssertionError("expected a remark that is known, found: " + script.remark());
        }
    }

    /** Returns a statement that brings the same component with other bytes: one that no test has loaded. */
    private String withNewBytes(String sql) {
        Matcher file = FILE.matcher(sql);
        assertThat(file.find()).as(sql).isTrue();
        Path copy = folder.resolve("new.wasm");
        try (OutputStream out = Files.newOutputStream(copy)) {
            Files.copy(Path.of(file.group(1)), out);
            out.write(new byte[] {0, 10, 1, 'n'}); // a custom section of ten bytes with the name n
            out.write(ByteBuffer.allocate(Long.BYTES).putLong(System.nanoTime()).array());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return sql.replace(file.group(1), copy.toString());
    }

    private static void run(Connection connection, List<String> statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                run(statement, sql);
            }
        }
    }

    private static void run(Statement statement, String sql) throws SQLException {
        if (statement.execute(sql)) {
            try (ResultSet results = statement.getResultSet()) {
                Rows.all(results);
            }
        }
    }

    /** Cancels again and again: a cancel that comes before the query finds nothing to cancel. */
    private static void runCancelled(Connection connection, String sql) throws SQLException {
        CountDownLatch ended = new CountDownLatch(1);
        try (Statement statement = connection.createStatement()) {
            CompletableFuture<Void> canceller = CompletableFuture.runAsync(() -> cancelUntil(ended, statement));
            try {
                run(statement, sql);
            } finally {
                ended.countDown();
                canceller.join();
            }
        }
    }

    private static void cancelUntil(CountDownLatch ended, Statement statement) {
        try {
            while (!ended.await(20, TimeUnit.MILLISECONDS)) {
                statement.cancel();
            }
        } catch (SQLException | InterruptedException failure) {
            throw new AssertionError(failure);
        }
    }
}
