package dev.nacre.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nacre.testkit.FreshDatabase;
import dev.nacre.testkit.Rows;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import org.h2.jdbc.JdbcConnection;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A statement keeps the functions that it began with, those too that it has not called yet. */
class PinnedVersionsTest {
    private static final String LATE =
            "SELECT CASE WHEN X < 300 THEN X'77' ELSE MASK(X'00') END FROM SYSTEM_RANGE(1, 300)";

    @RegisterExtension
    final FreshDatabase database = FreshDatabase.inMemory("jdbc:nacre:h2:");

    private Connection connection;
    private Connection writer;

    @BeforeEach
    void connect() throws SQLException {
        connection = database.connect();
        writer = database.connect();
        Masks.create(writer, "MASK");
        connection.unwrap(NacreConnection.class).database().library().retain(Set.of()); // as in a new process
    }

    @Test
    void callsWhatItHasNotCalledBeforeItWasDropped() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(LATE)) {
            rows.next();
            Masks.execute(writer, "DROP FUNCTION MASK");

            List<?> rest = Rows.all(rows);
            assertThat(rest).hasSize(299);
            assertThat(rest.get(298)).isEqualTo(List.of("aa"));
        }
    }

    /** Called by H2 in the middle of a statement. */
    public static final class Replacing {
        private static Connection writer;

        private Replacing() {}

        public static byte[] replace() throws SQLException {
            Masks.create(writer, "MASK", "telemetry-cpp");
            return new byte[0];
        }
    }

    @Test
    void callsInH2WhatWasReplacedBeforeItsFirstCall() throws SQLException {
        Masks.create(writer, "OTHER", "telemetry-rust");
        connection.unwrap(NacreConnection.class).database().library().retain(Set.of());
        Replacing.writer = writer;
        Connection h2 = connection.unwrap(JdbcConnection.class);
        Masks.execute(h2, "CREATE ALIAS REPLACE_MASK FOR 'dev.nacre.jdbc.PinnedVersionsTest$Replacing.replace'");

        assertThat(Rows.of(h2, """
                        SELECT CASE X WHEN 1 THEN NACRE_FN."PUBLIC.OTHER"(X'00') WHEN 2 THEN REPLACE_MASK() ELSE
                            NACRE_FN."PUBLIC.MASK"(X'00') END
                        FROM SYSTEM_RANGE(1, 4)""")).extracting(row -> row.get(0)).containsExactly("aa", "", "aa", "aa");
    }
}
