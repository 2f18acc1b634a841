package dev.nacre.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class FreshDatabaseTest {

    private static final List<Connection> CONNECTIONS = new ArrayList<>();
    private static final List<String> URLS = new ArrayList<>();

    @BeforeEach
    void forgetEarlierRuns() {
        CONNECTIONS.clear();
        URLS.clear();
    }

    @Test
    void givesEachTestItsOwnDatabaseInMemory() throws SQLException {
        assertThat(SampleRun.failuresOf(UsesMemory.class)).isEmpty();
        assertThat(URLS)
                .hasSize(2)
                .doesNotHaveDuplicates()
                .allMatch(url -> url.startsWith("jdbc:h2:mem:") && url.endsWith(";MODE=PostgreSQL;DB_CLOSE_DELAY=-1"));
        assertThat(CONNECTIONS).hasSize(2).allMatch(FreshDatabaseTest::isClosed);
    }

    @Test
    void givesDatabaseInFileThatSurvivesItsConnectionsAndGoesWithTheTest() {
        assertThat(SampleRun.failuresOf(UsesFile.class)).isEmpty();
        assertThat(URLS).singleElement().satisfies(url -> {
            Path database = Path.of(url.substring("jdbc:h2:file:".length()));
            assertThat(database.getParent()).doesNotExist();
        });
    }

    @Test
    void failsTestThatLeavesConnectionOpenWhenAsked() {
        assertThat(SampleRun.failuresOf(LeavesConnectionOpen.class))
                .singleElement()
                .satisfies(failure -> {
                    assertThat(failure).hasMessageContaining("left connections open");
                    assertThat(failure.getSuppressed()).hasSize(1);
                    assertThat(failure.getSuppressed()[0].getStackTrace())
                            .anyMatch(frame -> frame.getClassName().equals(LeavesConnectionOpen.class.getName()));
                });
        assertThat(CONNECTIONS).singleElement().matches(FreshDatabaseTest::isClosed);
    }

    @Test
    void hasNoDatabaseOutsideTests() {
        assertThatThrownBy(() -> FreshDatabase.inMemory("jdbc:h2:").url()).isInstanceOf(IllegalStateException.class);
    }

    private static boolean isClosed(Connection connection) {
        try {
            return connection.isClosed();
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }

    static final class UsesMemory {
        @RegisterExtension
        final FreshDatabase database = FreshDatabase.inMemory("jdbc:h2:")
                .withSettings("MODE=PostgreSQL")
                .withSettings("DB_CLOSE_DELAY=-1");

        @RepeatedTest(2)
        void test() throws SQLException {
            URLS.add(database.url());
            Connection connection = database.connect();
            CONNECTIONS.add(connection);
            assertThat(Rows.of(
                            connection, "SELECT TABLE_NAME FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_NAME = 'MARK'"))
                    .isEmpty();
            try (var statement = connection.createStatement()) {
                statement.execute("CREATE TABLE \"MARK\" (ID INT)");
            }
        }
    }

    static final class UsesFile {
        @RegisterExtension
        final FreshDatabase database = FreshDatabase.inFile("jdbc:h2:").failingOnOpenConnections();

        @Test
        void test() throws SQLException {
            URLS.add(database.url());
            try (Connection first = database.connect("owner", "secret");
                    var statement = first.createStatement()) {
                statement.execute("CREATE TABLE MARK AS VALUES 42");
            }
            try (Connection second = database.connect("owner", "secret")) {
                assertThat(Rows.single(second, "TABLE MARK")).isEqualTo(42);
            }
            assertThat(Files.exists(Path.of(database.url().substring("jdbc:h2:file:".length()) + ".mv.db")))
                    .isTrue();
        }
    }

    static final class LeavesConnectionOpen {
        @RegisterExtension
        final FreshDatabase database = FreshDatabase.inMemory("jdbc:h2:").failingOnOpenConnections();

        @Test
        void test() throws SQLException {
            CONNECTIONS.add(database.connect());
        }
    }
}
