package dev.nacre.jdbc;

import static dev.nacre.testkit.SqlFailure.assertThatFails;
import static dev.nacre.testkit.SqlFailure.assertThatSqlFails;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nacre.testkit.Guests;
import dev.nacre.testkit.Rows;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Settings that bound components, exceeded from SQL: the state, the message, and a connection that works on. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class ComponentBoundsTest extends BoundsFixture {
    @Test
    void boundsTheBytesOfAComponent(@TempDir Path folder) throws SQLException {
        execute("SET NACRE.COMPONENT_BYTES = 1000");
        byte[] bytes = Guests.bytes("telemetry-rust");
        Path file = Guests.file("telemetry-rust", folder);

        assertThatSqlFails(connection, create("MASK", bytes, "handle-data"))
                .hasState("54000")
                .hasMessage("function 'PUBLIC.MASK': the component has " + bytes.length
                        + " bytes, at most 1000 allowed (setting component_bytes); use a smaller component, or allow more by"
                        + " SET NACRE.COMPONENT_BYTES, whose maximum is the JVM's -Dnacre.max.component_bytes")
                .leavesUsable(connection);
        assertThatSqlFails(connection, "CREATE FUNCTION MASK LANGUAGE WASM AS 'file:" + file + "'")
                .hasState("54000")
                .hasMessage("component 'file:" + file
                        + "': it has more than 1000 bytes, at most so many allowed (setting component_bytes); raise it, or"
                        + " strip the component of debug information");
        try (PreparedStatement statement = connection.prepareStatement("CREATE FUNCTION MASK LANGUAGE WASM AS ?")) {
            statement.setBytes(1, bytes);
            assertThatFails("creating", statement::execute).hasState("54000");
        }
    }

    /** Guests of which each cap is exceeded when nothing is allowed. */
    @ParameterizedTest
    @CsvSource({
        "component_instances, telemetry-rust",
        "core_modules, telemetry-rust",
        "value_depth, telemetry-rust",
        "types, telemetry-rust",
        "type_function_pairs, telemetry-rust",
        "parameters, telemetry-rust",
        "results, telemetry-rust",
        "imports, telemetry-rust",
        "exports, telemetry-rust",
        "functions, telemetry-rust",
        "body_bytes, telemetry-rust",
        "function_locals, telemetry-rust",
        "locals, telemetry-rust",
        "branch_targets, telemetry-rust",
        "all_branch_targets, telemetry-rust",
        "nesting, telemetry-rust",
        "globals, telemetry-rust",
        "tables, telemetry-rust",
        "table_elements, telemetry-rust",
        "memories, telemetry-rust",
        "segments, telemetry-rust",
        "name_bytes, telemetry-rust",
        "memory, telemetry-rust"
    })
    void boundsTheStructureOfAComponent(String setting, String guest) throws SQLException {
        execute("SET NACRE." + setting + " = 0");

        assertThatSqlFails(connection, create("MASK", Guests.bytes(guest), "handle-data"))
                .hasState("54000")
                .hasMessageEndingWith(", at most 0 allowed (setting " + setting
                        + "); use a smaller component, or allow more by SET NACRE." + setting.toUpperCase(Locale.ROOT)
                        + ", whose maximum is the JVM's -Dnacre.max." + setting)
                .leavesUsable(connection);

        execute("SET NACRE." + setting + " = NULL");
        execute(create("MASK", Guests.bytes(guest), "handle-data"));
    }

    /** Whoever created a function was held to the caps; who calls it need not be as generous. */
    @Test
    void holdsNobodyToCapsWhoOnlyCalls() throws SQLException {
        mask();
        execute("SET NACRE.FUNCTIONS = 0");

        assertThat(Rows.of(connection, "SELECT MASK(P) FROM R")).hasSize(1_000);
        assertThatSqlFails(connection, create("MASK2", Guests.bytes("telemetry-rust"), "handle-data"))
                .as("though the component is loaded")
                .hasState("54000");
    }
}
