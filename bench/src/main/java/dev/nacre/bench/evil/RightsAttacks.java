package dev.nacre.bench.evil;

import java.util.List;
import java.util.stream.Stream;

/** Users who read and change what is not theirs: the catalog, tables, what others logged. */
final class RightsAttacks {
    private static final String[] NO_RIGHT = {"42501", "90040", "90096"};
    private static final String DIGEST = "0123456789abcdef".repeat(4);

    private RightsAttacks() {}

    static List<Attack> all() {
        return List.of(catalogOfUser(), catalogTampering(), foreignTables(), foreignLog());
    }

    private static Attack catalogOfUser() {
        return new Attack(
                "catalog-by-user",
                List.of("B7", "B8"),
                "a user without rights changes and drops functions, by statements and in the catalog's tables",
                "rights of H2 on the catalog, and of Nacre's statements",
                List.of(),
                Stream.of(
                                "UPDATE NACRE.CATALOG_FUNCTION SET SHA256 = SHA256",
                                "DELETE FROM NACRE.CATALOG_FUNCTION",
                                "UPDATE NACRE.CATALOG_CODE SET BYTES = X'00'",
                                "INSERT INTO NACRE.CATALOG_GRANT SELECT * FROM NACRE.CATALOG_GRANT",
                                "UPDATE NACRE.CATALOG_VERSION SET VERSION = VERSION + 1",
                                "DROP TABLE NACRE.CATALOG_FUNCTION",
                                "DROP SCHEMA NACRE CASCADE",
                                "DROP FUNCTION GOOD_SUM",
                                "DROP COMPONENT GOOD CASCADE",
                                "CREATE OR REPLACE FUNCTION GOOD_SUM LANGUAGE WASM FROM GOOD EXPORT 'subtract'",
                                "CREATE OR REPLACE COMPONENT GOOD FROM X'00'",
                                "IMPORT FUNCTIONS FROM GOOD",
                                "ALTER USER MALLORY ADMIN TRUE")
                        .map(sql -> Steps.refusedToUser(sql, NO_RIGHT))
                        .toList());
    }

    private static Attack catalogTampering() {
        return new Attack(
                "catalog-tampering",
                List.of("B8"),
                "somebody with the file in hand changes one bit of a component, and the type of a function",
                "the digest is checked when a component is loaded, the definition when it is read",
                List.of(
                        Steps.component("hog"),
                        Steps.function("PAGES", "pages"),
                        Strike.administrator(
                                "INSERT INTO NACRE.CATALOG_CODE(SHA256, BYTES) VALUES ('" + DIGEST + "', ?)",
                                flipped("hog")),
                        Strike.administrator("UPDATE NACRE.CATALOG_FUNCTION SET SHA256 = '" + DIGEST
                                + "', COMPONENT_NAME = NULL WHERE FUNCTION_NAME = 'PAGES'"),
                        Strike.administrator("CREATE FUNCTION SUM2 LANGUAGE WASM FROM GOOD EXPORT 'add'"),
                        Strike.administrator(
                                "UPDATE NACRE.CATALOG_FUNCTION SET RETURNS = 'INT; DROP' WHERE FUNCTION_NAME = 'SUM2'"),
                        Strike.administrator("UPDATE NACRE.CATALOG_VERSION SET VERSION = VERSION + 1")),
                List.of(
                        Steps.refused("SELECT PAGES()", "XX000"),
                        Steps.refused("SELECT SUM2(1, 1)", "XX000"),
                        Steps.gives("SELECT GOOD_SUM(1, 1)", 2)));
    }

    private static byte[] flipped(String guest) {
        byte[] bytes = EvilGuests.bytes(guest);
        bytes[bytes.length - 1] ^= 1;
        return bytes;
    }

    private static Attack foreignTables() {
        return new Attack(
                "foreign-tables",
                List.of("B7", "B9"),
                "a user without rights reads a table through queries that Nacre runs",
                "H2 reads the tables for the user who asks",
                List.of(),
                Stream.of(
                                "SELECT GOOD_SUM(1, LENGTH(SECRET)) FROM VAULT.CANARY",
                                "SELECT GOOD_SUM(1, (SELECT LENGTH(SECRET) FROM VAULT.CANARY))",
                                "SELECT 1 WHERE EXISTS (SELECT 1 FROM VAULT.CANARY WHERE GOOD_SUM(1, LENGTH(SECRET)) > 1)",
                                "EXPLAIN SELECT GOOD_SUM(1, LENGTH(SECRET)) FROM VAULT.CANARY",
                                "UPDATE VAULT.CANARY SET SECRET = GOOD_SUM(1, 1)",
                                "DELETE FROM VAULT.CANARY WHERE GOOD_SUM(1, 1) = 2")
                        .map(sql -> Steps.refusedToUser(sql, "42501", "90096"))
                        .toList());
    }

    private static Attack foreignLog() {
        return new Attack(
                "foreign-log",
                List.of("B9"),
                "a user looks for what another's statements logged, counted and failed with",
                "users see their own, administrators all",
                Stream.concat(
                                Steps.functions("probe-rust", "print", "open-file").stream(),
                                Stream.of(
                                        Strike.administrator("SELECT PRINT('not for mallory')"),
                                        Steps.refused("SELECT OPEN_FILE('not for mallory')", "38000")))
                        .toList(),
                List.of(
                        Steps.gives("SELECT COUNT(*) FROM NACRE.LOG WHERE MESSAGE LIKE '%not for mallory%'", 1),
                        Strike.user("SELECT COUNT(*) FROM NACRE.LOG").expecting(Expectation.value(0)),
                        Strike.user("SELECT COUNT(*) FROM NACRE.FUNCTION_STATS").expecting(Expectation.value(0))));
    }
}
