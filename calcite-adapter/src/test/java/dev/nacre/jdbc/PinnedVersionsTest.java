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

    /** Whatever it has called before. */
    @Test
    void callsInH2WhatWasReplacedBeforeItsFirstCall() throws SQLException {
        Masks.create(writer, "OTHER", "telemetry-rust");
        connection.unwrap(NacreConnection.class).database().library().retain(Set.of());
        try (Statement statement = connection.unwrap(JdbcConnection.class).createStatement()) {
            statement.execute("SET LAZY_QUERY_EXECUTION 1");
            try (ResultSet rows = statement.executeQuery("SELECT NACRE_FN.\"PUBLIC.OTHER\"(X'00'), "
                    + LATE.substring("SELECT ".length()).replace("MASK(", "NACRE_FN.\"PUBLIC.MASK\"("))) {
                rows.next();
                Masks.create(writer, "MASK", "telemetry-cpp");

                List<?> rest = Rows.all(rows);
                assertThat(rest.get(298)).isEqualTo(List.of("aa", "aa"));
            }
        }
    }
}
