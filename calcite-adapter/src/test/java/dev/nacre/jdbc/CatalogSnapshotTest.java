package dev.nacre.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nacre.functions.FunctionCatalog;
import dev.nacre.functions.FunctionDefinition;
import dev.nacre.functions.FunctionName;
import dev.nacre.testkit.FreshDatabase;
import dev.nacre.testkit.Rows;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a change leaves in memory is what its rows say: most changes do not read the catalog again. */
class CatalogSnapshotTest {
    private static final String BYTES = Masks.bytes("telemetry-c");
    private static final String SHAPES = Masks.bytes("shapes-rust");

    @RegisterExtension
    final FreshDatabase database = FreshDatabase.inMemory("jdbc:nacre:h2:");

    private Connection connection;

    @BeforeEach
    void create() throws SQLException {
        connection = database.connect();
        Masks.execute(connection, "CREATE COMPONENT C FROM " + BYTES + " WITH (fuel = 1000000, memory = '2 MiB')");
        Masks.execute(connection, "CREATE FUNCTION A LANGUAGE WASM FROM C");
        Masks.execute(connection, "CREATE FUNCTION S LANGUAGE WASM AS " + SHAPES + " EXPORT 'scale-long'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE FUNCTION F LANGUAGE WASM FROM C WITH (fuel = 7000000, call_timeout = '1.5 s') COMMENT 'it''s'",
                "CREATE FUNCTION F(\"a b\" VARBINARY(20)) RETURNS VARBINARY(30) LANGUAGE WASM FROM C DETERMINISTIC"
                        + " RETURNS NULL ON NULL INPUT ON ERROR NULL",
                "CREATE FUNCTION \"f.\"\"\" LANGUAGE WASM AS shapes EXPORT 'scale-long'",
                "CREATE FUNCTION S(X DECIMAL(10)) RETURNS BIGINT LANGUAGE WASM AS shapes EXPORT 'scale-long'",
                "CREATE OR REPLACE FUNCTION S LANGUAGE WASM AS shapes EXPORT 'scale-long'",
                "CREATE OR REPLACE FUNCTION A LANGUAGE WASM FROM C COMMENT ''",
                "CREATE AGGREGATE FUNCTION W LANGUAGE WASM FROM KINDS EXPORT 'nacre:kinds/aggregates#weighted'",
                "DROP FUNCTION A",
                "DROP FUNCTION S",
                "DROP FUNCTION IF EXISTS NOWHERE",
                "IMPORT FUNCTIONS FROM C",
                "CREATE OR REPLACE COMPONENT C FROM bytes WITH (fuel = 3000000)",
                "DROP COMPONENT C CASCADE",
            })
    void isWhatTheRowsSay(String sql) throws SQLException {
        if (sql.contains("KINDS")) {
            Masks.execute(connection, "CREATE COMPONENT KINDS FROM " + Masks.bytes("kinds-rust"));
        }
        Masks.execute(connection, sql.replace("AS shapes", "AS " + SHAPES).replace("FROM bytes", "FROM " + BYTES));

        FunctionCatalog known = catalog();
        Masks.execute(connection, "UPDATE NACRE.CATALOG_VERSION SET VERSION = VERSION + 1");
        FunctionCatalog read = catalog();

        assertThat(read.version()).isEqualTo(known.version() + 1);
        assertThat(known.functions()).isEqualTo(read.functions());
        assertThat(List.copyOf(known.components())).isEqualTo(List.copyOf(read.components()));
        assertThat(known.schemas()).isEqualTo(read.schemas());
        assertThat(known.digests()).isEqualTo(read.digests());
        for (FunctionDefinition function : read.functions()) {
            FunctionName name = function.name();
            assertThat(known.overloads(name)).isEqualTo(read.overloads(name)).isNotEmpty();
            assertThat(known.hasSimpleName(name.name())).isTrue();
        }
        for (String name : List.of("A", "S", "F")) {
            assertThat(known.hasSimpleName(name)).isEqualTo(read.hasSimpleName(name));
        }
    }

    private FunctionCatalog catalog() throws SQLException {
        return connection.unwrap(NacreConnection.class).catalog();
    }

    @Test
    void readsAgainWhereRowsWereChangedByHandAndTheVersionWasNot() throws SQLException {
        Masks.execute(connection, "UPDATE NACRE.CATALOG_FUNCTION SET FUNCTION_NAME = 'B' WHERE FUNCTION_NAME = 'A'");

        Masks.execute(connection, "CREATE OR REPLACE FUNCTION B LANGUAGE WASM FROM C");

        assertThat(Rows.single(connection, "SELECT B(X'00')")).isEqualTo("aa");
        assertThat(Rows.of(connection, "SHOW FUNCTIONS")).hasSize(2);
        Masks.execute(connection, "DROP FUNCTION B");
    }
}
