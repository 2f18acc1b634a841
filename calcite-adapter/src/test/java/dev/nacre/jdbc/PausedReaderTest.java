package dev.nacre.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * H2 overwrites old parts of its file once its retention time has passed, except those that a transaction still reads. A
 * reader that pauses finds its rows all the same.
 */
@Timeout(value = 180, unit = TimeUnit.SECONDS)
class PausedReaderTest {
    private static final int ROWS = 20_000;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(ints = {0, Connection.TRANSACTION_READ_COMMITTED, Connection.TRANSACTION_REPEATABLE_READ, 6, 8})
    void findsItsRowsAfterTheRetentionTime(int level) throws Exception {
        try (Place.Opened database = Place.FILE.open(folder, ";RETENTION_TIME=0;CACHE_SIZE=1");
                Connection reader = database.connect();
                Connection writer = database.connect()) {
            Masks.execute(writer, "CREATE TABLE T(ID BIGINT PRIMARY KEY, P VARCHAR)");
            Masks.execute(writer, "INSERT INTO T SELECT X, REPEAT('abcdefgh', 20) FROM SYSTEM_RANGE(1, " + ROWS + ")");
            if (level > 0) {
                reader.setTransactionIsolation(level);
                reader.setAutoCommit(false);
            }
            try (Statement statement = reader.createStatement();
                    ResultSet rows = statement.executeQuery("SELECT F(ID), P FROM T")) {
                rows.next();

                for (int round = 0; round < 3; round++) {
                    Masks.execute(writer, "UPDATE T SET P = REPEAT('ijklmnop', 20)");
                    Masks.execute(writer, "CHECKPOINT SYNC");
                }

                int read = 1;
                while (rows.next()) {
                    assertThat(rows.getString(2)).startsWith("abc");
                    read++;
                }
                assertThat(read).isEqualTo(ROWS);
            }
        }
    }
}
