package dev.nacre.bench.evil;

import java.util.List;

/** Names and texts that would be SQL where somebody forgot to quote them. */
final class InjectionAttacks {
    private static final String DROP = "\"\"; DROP TABLE VAULT.CANARY; --";

    private InjectionAttacks() {}

    static List<Attack> all() {
        return List.of(names(), literals());
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
}
