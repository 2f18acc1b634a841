package dev.nacre.bench.evil;

import java.util.List;
import java.util.stream.Stream;

/** Users who attack the machine by SQL: files, code in Java, names with something in them, the catalog, each other. */
final class SqlAttacks {
    private static final String[] NO_RIGHT = {"42501", "90040", "90096"};
    private static final String[] NO_COMPONENT = {"22000", "42501", "54000", "58030"};
    private static final String DROP = "\"\"; DROP TABLE VAULT.CANARY; --";

    private static final String DIGEST = "0123456789abcdef".repeat(4);

    private SqlAttacks() {}

    static List<Attack> all() {
        return List.of(
                filesOfUser(),
                filesOfAdministrator(),
                web(),
                javaCode(),
                urls(),
                names(),
                literals(),
                catalogOfUser(),
                catalogTampering(),
                foreignTables(),
                foreignLog());
    }

    private static Attack filesOfUser() {
        return new Attack(
                "file-by-user",
                List.of("B1", "B7"),
                "a user without rights names files as components",
                "only administrators name files, and only in folders that are allowed",
                List.of(),
                Stream.of(
                                "CREATE COMPONENT X FROM 'file:/etc/passwd'",
                                "CREATE COMPONENT X FROM 'file:{canary}'",
                                "CREATE COMPONENT X FROM 'file:{pipe}'",
                                "CREATE COMPONENT X FROM 'classpath:/dev/nacre/bench/echo.component.wasm'",
                                "CREATE FUNCTION X LANGUAGE WASM AS 'file:/proc/self/environ'",
                                "CREATE FUNCTION X LANGUAGE WASM AS 'file:{link}'")
                        .map(sql -> Steps.refusedToUser(sql, NO_RIGHT))
                        .toList());
    }

    private static Attack filesOfAdministrator() {
        return new Attack(
                "file-by-administrator",
                List.of("B1", "B9"),
                "an administrator names what is no component: a text, a link to it, a folder, a pipe, devices, /proc",
                "a regular file, with a cap before it is read; messages show nothing of what is in it",
                List.of(),
                Stream.of(
                                "file:{canary}",
                                "file:{link}",
                                "file:{folder}",
                                "file:{pipe}",
                                "file:{folder}/../{folder}/canary.txt",
                                "file:/dev/zero",
                                "file:/dev/stdin",
                                "file:/proc/self/environ",
                                "file:/proc/self/mem",
                                "file:/etc/passwd",
                                "file:")
                        .map(source -> Steps.refused("CREATE COMPONENT X FROM '" + source + "'", NO_COMPONENT))
                        .toList());
    }

    private static Attack web() {
        return new Attack(
                "web-source",
                List.of("B2"),
                "names addresses as components",
                "there is no such source",
                List.of(),
                Stream.of("http://127.0.0.1:9/x", "https://127.0.0.1:9/x", "jar:file:{canary}!/x", "ftp://127.0.0.1/x")
                        .map(source ->
                                Steps.refused("CREATE COMPONENT X FROM '" + source + "'", "42000", "42501", "58030"))
                        .toList());
    }

    private static Attack javaCode() {
        String canary = "dev.nacre.bench.evil.Canary";
        return new Attack(
                "java-code",
                List.of("B3", "B4"),
                "a user without rights wants Java code to run",
                "no Java form of CREATE FUNCTION; H2's own forms need ADMIN rights",
                List.of(),
                Stream.of(
                                "CREATE FUNCTION X LANGUAGE JAVA AS '" + canary + "'",
                                "CREATE FUNCTION X AS '" + canary + "'",
                                "CREATE FUNCTION X AS '" + canary + "' USING JAR 'file:{canary}'",
                                "CREATE ALIAS X FOR '" + canary + ".touch'",
                                "CREATE ALIAS X AS 'int x() { return " + canary + ".touch(); }'",
                                "CREATE AGGREGATE X FOR '" + canary + "'",
                                "CREATE TRIGGER X BEFORE INSERT ON T FOR EACH ROW CALL '" + canary + "'",
                                "CREATE SCHEMA X TYPE '" + canary + "'",
                                "CREATE FOREIGN SCHEMA X TYPE 'jdbc'",
                                "CREATE LINKED TABLE X('" + canary + "', 'jdbc:x', 'sa', '', 'T')",
                                "SELECT GOOD_SUM(1, LENGTH(FILE_READ('{canary}')))",
                                "SELECT GOOD_SUM(1, N) FROM CSVREAD('{canary}')",
                                "CALL FILE_WRITE('x', '{new}')",
                                "RUNSCRIPT FROM '{canary}'",
                                "SCRIPT TO '{new}'",
                                "BACKUP TO '{new}'")
                        .map(sql -> Strike.user(sql)
                                .expecting(Expectation.refusal(
                                        "0A000", "42000", "42001", "42501", "42601", "42S02", "90022", "90040",
                                        "90096")))
                        .toList());
    }

    private static Attack urls() {
        return new Attack(
                "url-settings",
                List.of("B3", "B4"),
                "connects with settings of Calcite that would load a class, and with such of H2",
                "settings of a URL are Nacre's own and H2's; H2 knows no others",
                List.of(),
                Stream.of(
                                ";model=inline:{version:'1.0'}",
                                ";MODEL=file:{canary}",
                                ";schemaFactory=dev.nacre.bench.evil.Canary",
                                ";SCHEMAFACTORY=dev.nacre.bench.evil.Canary",
                                ";parserFactory=dev.nacre.bench.evil.Canary#touch",
                                ";typeSystem=dev.nacre.bench.evil.Canary",
                                ";fun=all",
                                ";NACRE_FILE_FOLDERS=/",
                                ";NACRE_CODE_CACHE={folder}",
                                ";NACRE_MEMORY=4 GiB",
                                ";AUTHREALM=x",
                                ";INIT=CREATE ALIAS X FOR 'dev.nacre.bench.evil.Canary.touch'",
                                ";TRACE_LEVEL_FILE=3;DB_CLOSE_DELAY=-1")
                        .map(settings -> Strike.url(settings)
                                .expecting(Expectation.refusal(
                                        "22023", "28000", "42501", "90040", "90057", "90096", "90113", "90088",
                                        "90144")))
                        .toList());
    }

    private static Attack names() {
        return new Attack(
                "names",
                List.of("B5"),
                "names of functions, tables and columns end a string and go on with another statement",
                "names are quoted wherever Nacre writes SQL",
                List.of(
                        Strike.administrator("CREATE TABLE \"T" + DROP + "\"(\"N" + DROP + "\" INT, \"it''s\" INT)"),
                        Strike.administrator("INSERT INTO \"T" + DROP + "\" VALUES (1, 2)")),
                List.of(
                        Strike.administrator("CREATE FUNCTION \"F" + DROP
                                + "\" LANGUAGE WASM FROM GOOD EXPORT 'add' COMMENT '''; DROP"
                                + " TABLE VAULT.CANARY; --'"),
                        Steps.gives("SELECT \"F" + DROP + "\"(\"N" + DROP + "\", 1) FROM \"T" + DROP + "\"", 2),
                        Steps.gives(
                                "SELECT \"C" + DROP + "\" FROM (SELECT \"F" + DROP + "\"(\"it''s\", 1) AS \"C" + DROP
                                        + "\" FROM \"T" + DROP + "\" AS \"A" + DROP + "\") WHERE \"C" + DROP + "\" > 0",
                                3),
                        Strike.administrator(
                                "UPDATE \"T" + DROP + "\" SET \"N" + DROP + "\" = \"F" + DROP + "\"(1, 1)"),
                        Steps.refused(
                                "CREATE FUNCTION X LANGUAGE WASM FROM GOOD EXPORT 'add''; DROP TABLE T'", "42P13"),
                        Strike.administrator("SHOW CREATE FUNCTION \"F" + DROP + "\""),
                        Strike.administrator("DROP FUNCTION \"F" + DROP + "\"")));
    }

    private static Attack literals() {
        String text = "'''; DROP TABLE VAULT.CANARY; --'";
        return new Attack(
                "literals",
                List.of("B5"),
                "texts in conditions that H2 evaluates end a string and go on with another statement",
                "literals are quoted or bound wherever Nacre writes SQL",
                List.of(
                        Strike.administrator("CREATE TABLE S(A VARCHAR, B VARCHAR)"),
                        Strike.administrator("INSERT INTO S VALUES (" + text + ", '\\'), ('\\', " + text + ")")),
                List.of(
                        Steps.gives("SELECT GOOD_SUM(1, LENGTH(B)) FROM S WHERE A = " + text, 2),
                        Steps.gives("SELECT GOOD_SUM(1, 1) FROM S WHERE B = " + text + " AND A = '\\'", 2),
                        Steps.gives("SELECT GOOD_SUM(1, 1) FROM S WHERE A IN (" + text + ", U&'\\0027')", 2),
                        Steps.gives("SELECT GOOD_SUM(1, 1) FROM S WHERE A LIKE '''%' ESCAPE ''", 2),
                        Steps.gives("SELECT GOOD_SUM(1, COUNT(*)) FROM S WHERE A || '''' <> $$'; DROP$$", 3)));
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
