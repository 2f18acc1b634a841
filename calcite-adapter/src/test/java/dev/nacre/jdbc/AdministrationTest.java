package dev.nacre.jdbc;

import static dev.nacre.testkit.SqlFailure.assertThatSqlFails;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nacre.h2.catalog.Administration;
import dev.nacre.testkit.Rows;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Users without ADMIN rights run functions; they make some where they may make tables, if this JVM has an administrator. */
class AdministrationTest {
    private static final String MASKED_ZERO = "aa";

    @TempDir
    private Path folder;

    @AfterEach
    void forgetTheAdministrator() {
        System.clearProperty(Administration.USER);
        System.clearProperty(Administration.PASSWORD);
        System.clearProperty(Administration.SERVERS);
    }

    private static Connection guest(Place.Opened database) throws SQLException {
        Masks.execute(database.first(), "CREATE USER GUEST PASSWORD 'secret'");
        Masks.execute(database.first(), "CREATE SCHEMA THEIRS AUTHORIZATION GUEST");
        Masks.execute(database.first(), "CREATE USER BOSS PASSWORD 'boss' ADMIN");
        return DriverManager.getConnection("jdbc:nacre:h2:" + database.url(), "guest", "secret");
    }

    private static void beAdministered(Place.Opened database) {
        System.setProperty(Administration.USER, "BOSS");
        System.setProperty(Administration.PASSWORD, "boss");
        trust(database);
    }

    private static void trust(Place.Opened database) {
        System.setProperty(Administration.SERVERS, "ssl://elsewhere, " + server(database));
    }

    /** Returns the server of a URL; of one without a server what is none. */
    private static String server(Place.Opened database) {
        return database.url().replaceAll("/mem:.*", "");
    }

    @ParameterizedTest
    @EnumSource(Place.class)
    void letsAnybodyRunFunctionsAndNobodyElseMakeSome(Place place) throws SQLException {
        try (Place.Opened database = place.open(folder);
                Connection guest = guest(database)) {
            assertThat(Rows.single(guest, "SELECT F(3)")).isEqualTo(7L);
            assertThat(Rows.of(guest, "SHOW FUNCTIONS")).hasSize(1);
            for (String sql : new String[] {
                "CREATE FUNCTION THEIRS.G LANGUAGE WASM AS X'00'", "DROP FUNCTION F", "DROP FUNCTION IF EXISTS THEIRS.G"
            }) {
                assertThatSqlFails(guest, sql)
                        .hasState("42501")
                        .hasMessageContaining("found 'GUEST'")
                        .leavesUsable(guest);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Place.class)
    void leavesComponentsToAdministratorsAndTheirFunctionsToOwnersOfSchemas(Place place) throws SQLException {
        try (Place.Opened database = place.open(folder);
                Connection guest = guest(database)) {
            beAdministered(database);
            Masks.execute(database.first(), "CREATE COMPONENT C FROM " + Masks.bytes("telemetry-c"));

            for (String sql : new String[] {
                "CREATE COMPONENT D FROM " + Masks.bytes("telemetry-c"),
                "CREATE OR REPLACE COMPONENT C FROM " + Masks.bytes("telemetry-rust"),
                "DROP COMPONENT C CASCADE",
                "IMPORT FUNCTIONS FROM C",
                "CREATE FUNCTION PUBLIC.MASK LANGUAGE WASM FROM C"
            }) {
                assertThatSqlFails(guest, sql).hasState("42501").hasMessageContaining("found 'GUEST'");
            }
            Masks.execute(guest, "IMPORT FUNCTIONS FROM C INTO THEIRS");
            Masks.execute(guest, "CREATE FUNCTION THEIRS.MASK LANGUAGE WASM FROM C");
            assertThat(Rows.of(guest, "SELECT THEIRS.MASK(X'00'), THEIRS.HANDLE_DATA(X'00')"))
                    .containsExactly(java.util.List.of(MASKED_ZERO, MASKED_ZERO));
            assertThat(Rows.of(guest, "SHOW COMPONENTS")).hasSize(1);
            assertThat(Rows.of(guest, "DESCRIBE COMPONENT C")).isNotEmpty();

            assertThatSqlFails(database.first(), "DROP COMPONENT C")
                    .hasState("2BP01")
                    .hasMessageContaining("found THEIRS.HANDLE_DATA(BINARY VARYING), THEIRS.MASK(BINARY VARYING)");
            Masks.execute(guest, "DROP FUNCTION THEIRS.MASK");
            Masks.execute(database.first(), "DROP COMPONENT C CASCADE");
            assertThatSqlFails(guest, "SELECT THEIRS.HANDLE_DATA(X'00')").hasState("90022");
        }
    }

    @ParameterizedTest
    @EnumSource(Place.class)
    void writesForTheOwnerOfASchema(Place place) throws SQLException {
        try (Place.Opened database = place.open(folder);
                Connection guest = guest(database)) {
            beAdministered(database);
            guest.setAutoCommit(false);
            Masks.execute(guest, "CREATE TABLE THEIRS.T(A INT)");
            Masks.execute(guest, "INSERT INTO THEIRS.T VALUES (1)");

            Masks.create(guest, "THEIRS.MASK");

            assertThat(Rows.single(guest, "SELECT THEIRS.MASK(X'00')")).isEqualTo(MASKED_ZERO);
            assertThat(Rows.single(database.first(), "SELECT OWNER FROM NACRE.FUNCTIONS WHERE FUNCTION_NAME = 'MASK'"))
                    .isEqualTo("GUEST");
            assertThat(Rows.single(database.first(), "SELECT COUNT(*) FROM THEIRS.T"))
                    .isEqualTo(1L); // committed, as by H2's own definitions
            assertThat(guest.getAutoCommit()).isFalse();
            assertThatSqlFails(guest, "CREATE FUNCTION THEIRS.G LANGUAGE WASM AS 'file:/etc/passwd'")
                    .hasState("42501")
                    .hasMessageContaining(
                            "component 'file:/etc/passwd': expected a user with ADMIN rights in a database of this JVM")
                    .leavesUsable(guest);
            Masks.execute(guest, "DROP FUNCTION THEIRS.MASK");
            assertThatSqlFails(guest, "DROP FUNCTION PUBLIC.F")
                    .hasState("42501")
                    .hasMessageContaining("expected the owner of schema 'PUBLIC'");
            assertThatSqlFails(guest, "DELETE FROM NACRE.CATALOG_FUNCTION").hasCode(90096);
        }
    }

    @ParameterizedTest
    @EnumSource(Place.class)
    void movesNoFunctionsForUsersWhoMayNotRenameTheSchema(Place place) throws SQLException {
        try (Place.Opened database = place.open(folder);
                Connection guest = guest(database)) {
            beAdministered(database);
            Masks.execute(database.first(), "CREATE SCHEMA OURS");
            Masks.create(database.first(), "OURS.MASK");
            Masks.create(guest, "THEIRS.MASK");
            Object version = Rows.single(database.first(), "SELECT VERSION FROM NACRE.CATALOG_VERSION");

            for (String schema : new String[] {"OURS", "PUBLIC", "THEIRS"}) {
                assertThatSqlFails(guest, "ALTER SCHEMA " + schema + " RENAME TO NOWHERE")
                        .hasState("42501")
                        .hasMessageContaining("expected a user with the right ALTER ANY SCHEMA")
                        .leavesUsable(guest);
            }
            assertThat(Rows.single(database.first(), "SELECT VERSION FROM NACRE.CATALOG_VERSION"))
                    .isEqualTo(version);
            assertThat(Rows.single(guest, "SELECT OURS.MASK(X'00')")).isEqualTo(MASKED_ZERO);
            Masks.execute(database.first(), "GRANT ALTER ANY SCHEMA TO GUEST");
            Masks.execute(guest, "ALTER SCHEMA OURS RENAME TO MOVED");
            assertThat(Rows.single(guest, "SELECT MOVED.MASK(X'00')")).isEqualTo(MASKED_ZERO);
        }
    }

    @ParameterizedTest
    @EnumSource(Place.class)
    void writesForOwnersByRoleAndForThoseWhoMayChangeAnySchema(Place place) throws SQLException {
        try (Place.Opened database = place.open(folder);
                Connection guest = guest(database)) {
            beAdministered(database);
            Masks.execute(database.first(), "CREATE ROLE MAKERS");
            Masks.execute(database.first(), "CREATE SCHEMA SHARED AUTHORIZATION MAKERS");
            assertThatSqlFails(guest, "DROP FUNCTION IF EXISTS SHARED.MASK").hasState("42501");

            Masks.execute(database.first(), "GRANT MAKERS TO GUEST");
            Masks.create(guest, "SHARED.MASK");
            assertThatSqlFails(guest, "DROP FUNCTION IF EXISTS PUBLIC.F").hasState("42501");
            Masks.execute(database.first(), "GRANT ALTER ANY SCHEMA TO GUEST");
            Masks.execute(guest, "DROP FUNCTION PUBLIC.F");
            assertThat(Rows.of(guest, "SHOW FUNCTIONS")).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource(Place.class)
    void refusesAnAdministratorThatIsNone(Place place) throws SQLException {
        try (Place.Opened database = place.open(folder);
                Connection guest = guest(database)) {
            System.setProperty(Administration.USER, "GUEST");
            System.setProperty(Administration.PASSWORD, "secret");
            trust(database);
            assertThatSqlFails(guest, "DROP FUNCTION IF EXISTS THEIRS.MASK")
                    .hasState("42501")
                    .hasMessageContaining(
                            "property nacre.admin.user: expected a user with ADMIN rights, found 'GUEST'");
            System.setProperty(Administration.PASSWORD, "wrong");
            assertThatSqlFails(guest, "DROP FUNCTION IF EXISTS THEIRS.MASK")
                    .hasState("28000")
                    .leavesUsable(guest);
        }
    }

    @Test
    void logsInToNoServerThatOnlyTheUrlNames() throws SQLException {
        try (Place.Opened database = Place.SERVER.open(folder);
                Connection guest = guest(database)) {
            System.setProperty(Administration.USER, "BOSS");
            System.setProperty(Administration.PASSWORD, "not sent"); // the server would refuse it with 28000

            assertThatSqlFails(guest, "DROP FUNCTION IF EXISTS THEIRS.MASK")
                    .hasState("42501")
                    .hasMessage(
                            "DROP FUNCTION 'THEIRS.MASK': expected a user with ADMIN rights, or a server that this JVM's"
                                    + " property nacre.admin.servers lists, found 'GUEST' on " + server(database)
                                    + "; ask an administrator to run the statement")
                    .leavesUsable(guest);
            trust(database);
            assertThatSqlFails(guest, "DROP FUNCTION IF EXISTS THEIRS.MASK").hasState("28000");
        }
    }
}
