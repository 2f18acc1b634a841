package dev.nacre.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nacre.testkit.Rows;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A statement that is several scans for H2 reads all of them as of the same point in time. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class SeveralScansTest {
    private static final int ROWS = 40;

    @TempDir
    private Path folder;

    /** The writer moves all rows from one table to the other, in one transaction; and so every reader sees each once. */
    @ParameterizedTest
    @CsvSource({
        "MEMORY, 0",
        "MEMORY, 2",
        "MEMORY, 4",
        "MEMORY, 6",
        "MEMORY, 8",
        "FILE, 0",
        "FILE, 2",
        "FILE, 4",
        "SERVER, 0",
        "SERVER, 6",
        "SERVER, 8",
    })
    void seesEachRowOnceWhileAnotherConnectionMovesThem(Place place, int level) throws Exception {
        ExecutorService thread = Executors.newSingleThreadExecutor();
        AtomicBoolean stop = new AtomicBoolean();
        try (Place.Opened database = place.open(folder);
                Connection reader = database.connect();
                Connection writer = database.connect()) {
            Masks.execute(reader, "CREATE TABLE A(ID BIGINT)");
            Masks.execute(reader, "CREATE TABLE B(ID BIGINT)");
            Masks.execute(reader, "INSERT INTO A SELECT X FROM SYSTEM_RANGE(1, " + ROWS + ")");
            Future<Integer> moves = thread.submit(() -> move(writer, stop));
            if (level > 0) {
                reader.setTransactionIsolation(level);
                reader.setAutoCommit(false);
            }

            try {
                for (int round = 0; round < 100; round++) {
                    assertThat(Rows.of(reader, "SELECT F(ID) FROM A UNION ALL SELECT F(ID) FROM B"))
                            .as("round %d", round)
                            .hasSize(ROWS);
                    assertThat(Rows.of(reader, "SELECT P.ID FROM A P JOIN A Q ON F(P.ID) = F(Q.ID)"))
                            .as("round %d", round)
                            .size()
                            .isIn(0, ROWS);
                    reader.commit();
                }
            } finally {
                stop.set(true);
            }
            assertThat(moves.get(60, TimeUnit.SECONDS)).isPositive();
        } finally {
            stop.set(true);
            thread.shutdown();
        }
    }

    private static int move(Connection writer, AtomicBoolean stop) throws SQLException {
        writer.setAutoCommit(false);
        int moves = 0;
        while (!stop.get()) {
            for (List<String> way : List.of(List.of("A", "B"), List.of("B", "A"))) {
                Masks.execute(writer, "INSERT INTO " + way.get(1) + " SELECT ID FROM " + way.get(0));
                Masks.execute(writer, "DELETE FROM " + way.get(0));
                writer.commit();
                moves++;
            }
        }
        return moves;
    }

    @ParameterizedTest
    @CsvSource({"MEMORY, 6", "MEMORY, 8", "FILE, 6", "SERVER, 6"})
    void leavesTheClientsSnapshotWhole(Place place, int level) throws SQLException {
        try (Place.Opened database = place.open(folder);
                Connection reader = database.connect();
                Connection writer = database.connect()) {
            Masks.execute(writer, "CREATE TABLE A(ID BIGINT)");
            Masks.execute(writer, "CREATE TABLE C(ID BIGINT)");
            reader.setTransactionIsolation(level);
            reader.setAutoCommit(false);
            Rows.of(reader, "SELECT F(ID) FROM A UNION ALL SELECT F(ID) FROM A");

            Masks.execute(writer, "INSERT INTO C VALUES (1)");

            assertThat(Rows.of(reader, "SELECT ID FROM C")).isEmpty();
            assertThat(Rows.of(reader, "SELECT F(ID) FROM C")).isEmpty();
            reader.commit();
            assertThat(Rows.of(reader, "SELECT F(ID) FROM C")).hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource({"MEMORY", "FILE", "SERVER"})
    void keepsScansOfOneViewApart(Place place) throws SQLException {
        try (Place.Opened database = place.open(folder);
                Connection reader = database.connect()) {
            Masks.execute(reader, "CREATE TABLE A(ID BIGINT)");
            Masks.execute(reader, "INSERT INTO A SELECT X FROM SYSTEM_RANGE(1, " + ROWS + ")");
            Masks.execute(reader, "CREATE VIEW V AS SELECT ID, ID + 1 AS NEXT FROM A WHERE ID > 0");

            assertThat(Rows.of(reader, "SELECT F(P.ID), F(Q.NEXT) FROM V P JOIN V Q ON F(P.ID) = F(Q.NEXT)"))
                    .hasSize(ROWS - 1);
            assertThat(Rows.of(reader, "SELECT F(ID) FROM V UNION ALL SELECT F(NEXT) FROM V"))
                    .hasSize(2 * ROWS);
        }
    }
}
