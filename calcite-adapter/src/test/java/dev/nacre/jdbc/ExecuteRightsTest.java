package dev.nacre.jdbc;

import static dev.nacre.testkit.SqlFailure.assertThatSqlFails;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nacre.adapter.Leaks;
import dev.nacre.h2.catalog.Administration;
import dev.nacre.testkit.LeakCheck;
import dev.nacre.testkit.Rows;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may call, replace, drop and grant a function. */
@Timeout(120)
class ExecuteRightsTest {
    @RegisterExtension
    final LeakCheck leaks = Leaks.check();

    @TempDir
    private Path folder;

    @AfterEach
    void forgetTheAdministrator() {
        System.clearProperty(Administration.USER);
        System.clearProperty(Administration.PASSWORD);
        System.clearProperty(Administration.SERVERS);
    }

    /** Makes users of all kinds, and a schema of OWNER's with a function. */
    private static void fill(Place.Opened database) throws SQLException {
        for (String sql : List.of(
                "CREATE USER BOSS PASSWORD 'secret' ADMIN",
                "CREATE USER OWNER PASSWORD 'secret'",
                "CREATE USER CALLER PASSWORD 'secret'",
                "CREATE USER MEMBER PASSWORD 'secret'",
                "CREATE USER STRANGER PASSWORD 'secret'",
                "CREATE ROLE TEAM",
                "CREATE ROLE INNER_TEAM",
                "GRANT INNER_TEAM TO TEAM",
                "GRANT TEAM TO MEMBER",
                "CREATE SCHEMA S AUTHORIZATION OWNER",
                "CREATE TABLE T(N BIGINT)",
                "INSERT INTO T VALUES (3)",
                "GRANT SELECT, INSERT, UPDATE ON T TO PUBLIC")) {
            Masks.execute(database.first(), sql);
        }
        System.setProperty(Administration.USER, "BOSS");
        System.setProperty(Administration.PASSWORD, "secret");
        System.setProperty(Administration.SERVERS, database.url().replaceAll("/mem:.*", ""));
        try (Connection owner = as(database, "OWNER")) {
            Masks.execute(
                    owner,
                    "CREATE FUNCTION S.G LANGUAGE WASM AS " + Masks.bytes("shapes-rust") + " EXPORT 'scale-long'");
        }
    }

    private static Connection as(Place.Opened database, String user) throws SQLException {
        return DriverManager.getConnection("jdbc:nacre:h2:" + database.url(), user, "secret");
    }

    private static void assertMay(Connection connection, boolean may) throws SQLException {
        for (String sql : List.of("SELECT S.G(N) FROM T", "SELECT SUM(S.G(N)) FROM T", "VALUES S.G(3)")) {
            if (may) {
                assertThat(Rows.single(connection, sql)).hasToString("7");
            } else {
                assertThatSqlFails(connection, sql)
                        .hasState("42501")
                        .hasMessageContaining("function 'S.G(BIGINT)': expected a user with the right EXECUTE, found '")
                        .leavesUsable(connection);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Place.class)
    void areEverybodysUntilRevoked(Place place) throws SQLException {
        try (Place.Opened database = place.open(folder)) {
            fill(database);
            try (Connection owner = as(database, "OWNER");
                    Connection caller = as(database, "CALLER");
                    Connection member = as(database, "MEMBER");
                    Connection stranger = as(database, "STRANGER")) {
                assertMay(stranger, true);
                Masks.execute(owner, "REVOKE EXECUTE ON FUNCTION S.G FROM PUBLIC");
                Masks.execute(owner, "GRANT EXECUTE ON FUNCTION S.G(BIGINT) TO CALLER");
                Masks.execute(database.first(), "GRANT EXECUTE ON FUNCTION S.G TO INNER_TEAM");
                Map<Connection, Boolean> rights =
                        Map.of(database.first(), true, owner, true, caller, true, member, true, stranger, false);
                for (Map.Entry<Connection, Boolean> right : rights.entrySet()) {
                    assertMay(right.getKey(), right.getValue());
                }
                assertThat(Rows.of(
                                stranger,
                                "SELECT GRANTEE, GRANTOR FROM NACRE.GRANTS WHERE FUNCTION_NAME = 'G'"
                                        + " ORDER BY GRANTEE"))
                        .containsExactly(List.of("CALLER", "OWNER"), List.of("INNER_TEAM", "SA"));

                Masks.execute(database.first(), "REVOKE TEAM FROM MEMBER");
                assertMay(member, false);
                Masks.execute(owner, "REVOKE EXECUTE ON FUNCTION S.G FROM CALLER");
                assertMay(caller, false);
                Masks.execute(owner, "GRANT EXECUTE ON FUNCTION S.G TO PUBLIC");
                assertMay(stranger, true);
            }
        }
    }

    /** Rows: who. Columns: what they do; the function is the owner's, and CALLER has been granted EXECUTE. */
    @ParameterizedTest
    @EnumSource(Place.class)
    void areNeededForEachVerb(Place place) throws SQLException {
        String create = " FUNCTION S.G LANGUAGE WASM AS " + Masks.bytes("shapes-rust") + " EXPORT 'scale-long'";
        List<String> verbs = List.of(
                "SELECT S.G(1)",
                "CREATE OR REPLACE" + create,
                "GRANT EXECUTE ON FUNCTION S.G TO STRANGER",
                "REVOKE EXECUTE ON FUNCTION S.G FROM STRANGER",
                "DROP FUNCTION S.G",
                "CREATE" + create);
        Map<String, String> matrix = Map.of(
                "BOSS", "yyyyyy",
                "OWNER", "yyyyyy",
                "CALLER", "ynnnnn",
                "MEMBER", "nnnnnn",
                "STRANGER", "nnnnnn");
        try (Place.Opened database = place.open(folder)) {
            fill(database);
            Masks.execute(database.first(), "REVOKE EXECUTE ON FUNCTION S.G FROM PUBLIC");
            Masks.execute(database.first(), "GRANT EXECUTE ON FUNCTION S.G TO CALLER");
            for (String user : List.of("STRANGER", "MEMBER", "CALLER", "BOSS", "OWNER")) {
                try (Connection connection = as(database, user)) {
                    for (int verb = 0; verb < verbs.size(); verb++) {
                        if (matrix.get(user).charAt(verb) == 'y') {
                            Masks.execute(connection, verbs.get(verb));
                        } else {
                            assertThatSqlFails(connection, verbs.get(verb))
                                    .hasState("42501")
                                    .hasMessageContaining("'" + user + "'");
                        }
                    }
                }
            }
        }
    }

    @Test
    void holdInViewsAndStatementsThatWrite() throws SQLException {
        try (Place.Opened database = Place.FILE.open(folder)) {
            fill(database);
            Masks.execute(database.first(), "CREATE VIEW V AS SELECT S.G(N) AS M FROM T");
            Masks.execute(database.first(), "GRANT SELECT ON V TO PUBLIC");
            Masks.execute(database.first(), "REVOKE EXECUTE ON FUNCTION S.G FROM PUBLIC");
            Masks.execute(database.first(), "GRANT EXECUTE ON FUNCTION S.G TO CALLER");
            try (Connection caller = as(database, "CALLER");
                    Connection stranger = as(database, "STRANGER")) {
                for (String sql : List.of(
                        "SELECT M FROM V",
                        "UPDATE T SET N = S.G(N) WHERE N = 3",
                        "INSERT INTO T SELECT S.G(N) FROM T",
                        "MERGE INTO T USING (VALUES S.G(5)) X(A) ON T.N = X.A WHEN NOT MATCHED THEN INSERT VALUES (A)")) {
                    assertThatSqlFails(stranger, sql).hasState("42501").leavesUsable(stranger);
                    Masks.execute(caller, sql);
                }
            }
        }
    }

    @Test
    void reachPreparedStatementsAndGoWithReplacedFunctions() throws SQLException {
        try (Place.Opened database = Place.MEMORY.open(folder)) {
            fill(database);
            try (Connection caller = as(database, "CALLER");
                    PreparedStatement prepared = caller.prepareStatement("SELECT S.G(?)")) {
                prepared.setLong(1, 3);
                prepared.executeQuery().close();
                Masks.execute(database.first(), "REVOKE EXECUTE ON FUNCTION S.G FROM PUBLIC");
                Masks.execute(
                        database.first(),
                        "CREATE OR REPLACE FUNCTION S.G LANGUAGE WASM AS " + Masks.bytes("shapes-rust")
                                + " EXPORT 'scale-long' COMMENT 'new'");
                dev.nacre.testkit.SqlFailure.assertThatFails("a call", prepared::executeQuery)
                        .hasState("42501");
                Masks.execute(database.first(), "GRANT EXECUTE ON FUNCTION S.G TO CALLER");
                try (ResultSet row = prepared.executeQuery()) {
                    row.next();
                    assertThat(row.getLong(1)).isEqualTo(7);
                }
                assertThat(Rows.of(caller, "SHOW CREATE FUNCTION S.G").subList(1, 3))
                        .containsExactly(
                                List.of("REVOKE EXECUTE ON FUNCTION \"S\".\"G\" (BIGINT) FROM PUBLIC"),
                                List.of("GRANT EXECUTE ON FUNCTION \"S\".\"G\" (BIGINT) TO \"CALLER\""));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Place.class)
    void goWithTheirUsers(Place place) throws SQLException {
        try (Place.Opened database = place.open(folder)) {
            fill(database);
            Connection boss = database.first();
            Masks.execute(boss, "REVOKE EXECUTE ON FUNCTION S.G FROM PUBLIC");
            Masks.execute(boss, "GRANT EXECUTE ON FUNCTION S.G TO CALLER");
            Masks.execute(boss, "GRANT EXECUTE ON FUNCTION S.G TO TEAM");
            Masks.execute(boss, "ALTER USER CALLER RENAME TO CALLED");
            Masks.execute(boss, "ALTER USER CALLED SET PASSWORD 'secret'"); // as H2 wants it
            try (Connection called = as(database, "CALLED");
                    Connection member = as(database, "MEMBER")) {
                assertMay(called, true);
                assertMay(member, true);
            }
            Masks.execute(boss, "DROP USER IF EXISTS CALLED");
            Masks.execute(boss, "DROP ROLE TEAM");
            Masks.execute(boss, "ALTER SCHEMA S RENAME TO S1");
            Masks.execute(boss, "CREATE USER CALLED PASSWORD 'secret'");
            Masks.execute(boss, "CREATE ROLE TEAM");
            Masks.execute(boss, "GRANT TEAM TO MEMBER");
            Masks.execute(boss, "ALTER SCHEMA S1 RENAME TO S");
            try (Connection called = as(database, "CALLED");
                    Connection member = as(database, "MEMBER")) {
                assertMay(called, false);
                assertMay(member, false);
            }
            assertThat(Rows.single(boss, "SELECT COUNT(*) FROM NACRE.GRANTS WHERE FUNCTION_NAME = 'G'"))
                    .isEqualTo(0L);
        }
    }

    @Test
    void areRefusedToNobodyAndForNothing() throws SQLException {
        try (Place.Opened database = Place.MEMORY.open(folder)) {
            fill(database);
            Connection boss = database.first();
            assertThatSqlFails(boss, "GRANT EXECUTE ON FUNCTION S.G TO NOBODY").hasCode(90071);
            assertThatSqlFails(boss, "GRANT EXECUTE ON FUNCTION S.NONE TO CALLER")
                    .hasState("42883");
            assertThatSqlFails(boss, "GRANT EXECUTE ON PROCEDURE S.G TO CALLER")
                    .hasState("42883")
                    .hasMessageContaining("write GRANT EXECUTE ON FUNCTION S.G");
            assertThatSqlFails(boss, "REVOKE EXECUTE ON FUNCTION S.G FROM CALLER")
                    .hasState("42704")
                    .hasMessageContaining(
                            "expected a grant to 'CALLER', found grants to PUBLIC; to let only some call it,"
                                    + " grant it to them and REVOKE EXECUTE ... FROM PUBLIC");
        }
    }

    /** H2 keeps the names of users in upper case, whatever its settings say and however they are quoted. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                ";DATABASE_TO_LOWER=TRUE",
                ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE",
                ";DATABASE_TO_UPPER=FALSE",
                ""
            })
    void takeNamesAsH2Does(String settings) throws SQLException {
        try (Place.Opened database = Place.MEMORY.open(folder, settings)) {
            Connection boss = database.first();
            Masks.execute(boss, "CREATE USER \"bob\" PASSWORD 'secret'");
            Masks.execute(boss, "CREATE USER eve PASSWORD 'secret'");
            Masks.execute(boss, "REVOKE EXECUTE ON FUNCTION F FROM PUBLIC");
            Masks.execute(boss, "GRANT EXECUTE ON FUNCTION F TO \"bob\"");
            try (Connection bob = as(database, "bob");
                    Connection eve = as(database, "eve")) {
                assertThat(Rows.single(bob, "SELECT F(3)")).isEqualTo(7L);
                assertThatSqlFails(eve, "SELECT F(3)").hasState("42501");
                Masks.execute(boss, "DROP USER eve");
                Masks.execute(boss, "ALTER USER \"bob\" RENAME TO \"ALLY\""); // H2 loses one with small letters
                Masks.execute(boss, "ALTER USER ally SET PASSWORD 'secret'");
                assertThat(answer(database, "ally")).isEqualTo(7L);
                Masks.execute(boss, "GRANT EXECUTE ON FUNCTION F TO PUBLIC");
                Masks.execute(boss, "CREATE USER eve PASSWORD 'secret'");
                assertThat(answer(database, "eve")).isEqualTo(7L);
            }
        }
    }

    private static Object answer(Place.Opened database, String user) throws SQLException {
        try (Connection connection = as(database, user)) {
            return Rows.single(connection, "SELECT F(3)");
        }
    }

    /** Dropped in a way that Nacre does not see, and made again. */
    @Test
    void areNotThoseOfAUserWhoHadTheNameBefore() throws SQLException {
        try (Place.Opened database = Place.MEMORY.open(folder)) {
            fill(database);
            Connection boss = database.first();
            Masks.execute(boss, "REVOKE EXECUTE ON FUNCTION S.G FROM PUBLIC");
            Masks.execute(boss, "GRANT EXECUTE ON FUNCTION S.G TO CALLER");
            Masks.execute(boss, "EXECUTE IMMEDIATE 'DROP USER CALLER'");
            Masks.execute(boss, "CREATE USER IF NOT EXISTS CALLER PASSWORD 'secret'");
            try (Connection caller = as(database, "CALLER")) {
                assertMay(caller, false);
            }
        }
    }

    @Test
    void outlastDamage() throws SQLException {
        try (Place.Opened database = Place.MEMORY.open(folder)) {
            fill(database);
            Connection boss = database.first();
            Masks.execute(boss, "REVOKE EXECUTE ON FUNCTION S.G FROM PUBLIC");
            Masks.execute(boss, "UPDATE NACRE.CATALOG_FUNCTION SET KIND = 'NONE' WHERE FUNCTION_NAME = 'G'");
            Masks.execute(boss, "UPDATE NACRE.CATALOG_VERSION SET VERSION = VERSION + 1");
            Masks.execute(
                    boss,
                    "CREATE OR REPLACE FUNCTION S.G LANGUAGE WASM AS " + Masks.bytes("shapes-rust")
                            + " EXPORT 'scale-long'");
            try (Connection stranger = as(database, "STRANGER")) {
                assertMay(stranger, false);
            }
        }
    }

    /** What a component may do, those may who call its functions. */
    @Test
    void areNeededForFunctionsOfComponentsWithGrants() throws SQLException {
        try (Place.Opened database = Place.MEMORY.open(folder)) {
            fill(database);
            Connection boss = database.first();
            Masks.execute(boss, "CREATE COMPONENT PROBE FROM " + Masks.bytes("probe-rust"));
            String create = "CREATE FUNCTION S.TELL LANGUAGE WASM FROM PROBE EXPORT 'first-folder'";
            try (Connection owner = as(database, "OWNER")) {
                Masks.execute(owner, create);
                Masks.execute(owner, "DROP FUNCTION S.TELL");
                assertThatSqlFails(owner, "GRANT ENVIRONMENT 'A' = 'B' ON COMPONENT PROBE")
                        .hasState("42501");
                Masks.execute(boss, "GRANT ENVIRONMENT 'A' = 'B' ON COMPONENT PROBE");
                assertThatSqlFails(owner, create)
                        .hasState("42501")
                        .hasMessageContaining("component 'PROBE', which was granted something of the host");
                assertThatSqlFails(owner, "IMPORT FUNCTIONS FROM PROBE INTO S").hasState("42501");
                Masks.execute(boss, create);
                Masks.execute(boss, "REVOKE EXECUTE ON FUNCTION S.TELL FROM PUBLIC");
                assertThatSqlFails(owner, "GRANT EXECUTE ON FUNCTION S.TELL TO OWNER")
                        .hasState("42501")
                        .hasMessageContaining("whose component was granted something of the host");
                assertThatSqlFails(owner, "SELECT S.TELL()").hasState("42501");
                Masks.execute(boss, "GRANT EXECUTE ON FUNCTION S.TELL TO OWNER");
                Masks.execute(owner, "SELECT S.TELL()");
            }
        }
    }
}
