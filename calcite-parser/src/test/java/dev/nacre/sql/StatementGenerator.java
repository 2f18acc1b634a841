package dev.nacre.sql;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes random statements of Nacre's own, each in the grammar; the same seed writes the same statements. */
final class StatementGenerator {

    private static final List<String> TYPES = List.of(
            "INT",
            "BIGINT",
            "DOUBLE PRECISION",
            "DECIMAL(10, 2)",
            "DECIMAL",
            "VARCHAR(20)",
            "CHARACTER VARYING",
            "VARBINARY",
            "BINARY LARGE OBJECT(7)",
            "TIMESTAMP(3) WITH TIME ZONE",
            "TIME",
            "DATE",
            "UUID",
            "JSON",
            "INTERVAL DAY(2) TO SECOND(6)",
            "INTERVAL YEAR",
            "FLOAT(12)",
            "NATIONAL CHAR(3)",
            "a_domain",
            "s.\"D\"");
    private static final List<String> NAMES = List.of(
            "f", "mask", "\"Quoted\"", "\"a\"\"b\"", "export", "component", "größe", "a$1", "time", "\"SELECT\"");

    private final Random random;
    private int depth;

    StatementGenerator(long seed) {
        random = new Random(seed);
    }

    String statement() {
        List<Supplier<String>> kinds = List.of(
                this::createFunction,
                this::createFunction,
                this::createFunction,
                this::createComponent,
                () -> "DROP " + kind() + " " + maybe("IF EXISTS ") + name() + maybe(list(this::type, 0)),
                () -> "DROP COMPONENT " + maybe("IF EXISTS ") + name() + maybe(" CASCADE"),
                () -> "IMPORT FUNCTIONS FROM " + name() + maybe(" LIMIT TO " + list(this::text, 1)) + maybe(" INTO s"),
                () -> "IMPORT FUNCTIONS FROM " + name() + " EXCEPT " + list(this::text, 1),
                () -> "SHOW " + one("FUNCTIONS", "COMPONENTS") + maybe(" LIKE " + text()),
                () -> one("DESCRIBE ", "SHOW CREATE ") + one("FUNCTION ", "COMPONENT ") + name(),
                () -> "SET NACRE." + simpleName() + " = " + literal(),
                () -> one("GRANT ", "REVOKE ") + capability() + maybe(", " + capability()) + " ON COMPONENT " + name(),
                () -> "REVOKE " + one("DIRECTORY ", "ENVIRONMENT ") + text() + " ON COMPONENT " + name(),
                () -> "GRANT EXECUTE ON " + kind() + " " + name() + maybe(list(this::type, 0)) + " TO " + simpleName(),
                () -> "REVOKE EXECUTE ON " + kind() + " " + name() + " FROM " + simpleName());
        String statement = kinds.get(random.nextInt(kinds.size())).get();
        return random.nextInt(4) == 0 ? comments(statement) : statement;
    }

    private String capability() {
        return one(
                "CLOCK",
                "random",
                "ENVIRONMENT " + text() + " = " + text(),
                "DIRECTORY " + text() + " AS " + text() + maybe(" READ ONLY"));
    }

    private String createFunction() {
        return "CREATE " + maybe("OR REPLACE ") + kind() + " " + maybe("IF NOT EXISTS ") + name()
                + maybe(list(this::parameter, 0)) + maybe(" RETURNS " + returns()) + " LANGUAGE "
                + one("WASM ", "wasm ", "\"other\" ") + functionClauses();
    }

    private String returns() {
        return random.nextInt(3) == 0 ? "TABLE " + list(this::field, 1) : type();
    }

    private String functionClauses() {
        List<String> clauses = new ArrayList<>();
        clauses.add(random.nextBoolean() ? "FROM " + name() : "AS " + source());
        clauses.add(maybe("EXPORT " + text()));
        clauses.add(maybe(one("DETERMINISTIC", "NOT DETERMINISTIC")));
        clauses.add(maybe(one("RETURNS NULL ON NULL INPUT", "CALLED ON NULL INPUT")));
        clauses.add(maybe("ON ERROR " + one("FAIL", "NULL")));
        return shuffled(clauses);
    }

    private String createComponent() {
        List<String> clauses = new ArrayList<>();
        clauses.add(maybe("SHA256 '" + hexadecimal(32) + "'"));
        return "CREATE " + maybe("OR REPLACE ") + "COMPONENT " + maybe("IF NOT EXISTS ") + name() + " FROM " + source()
                + " " + shuffled(clauses);
    }

    private String shuffled(List<String> clauses) {
        clauses.add(maybe("WITH (" + simpleName() + " = " + literal() + ", other_option = " + literal() + ")"));
        clauses.add(maybe("COMMENT " + text()));
        clauses.removeIf(String::isEmpty);
        Collections.shuffle(clauses, random);
        return String.join(" ", clauses);
    }

    private String source() {
        return switch (random.nextInt(4)) {
            case 0 -> "X'" + hexadecimal(random.nextInt(9)) + "'";
            case 1 -> "BASE64 'AGFzbQ=='";
            case 2 -> "?";
            default -> text();
        };
    }

    private String parameter() {
        return random.nextBoolean() ? type() : field();
    }

    private String field() {
        return simpleName() + " " + type();
    }

    private String type() {
        depth++;
        String type = depth < 4 && random.nextInt(5) == 0
                ? "ROW" + list(this::field, 1)
                : TYPES.get(random.nextInt(TYPES.size()));
        depth--;
        return type + (random.nextInt(5) == 0 ? " ARRAY" + maybe("[" + random.nextInt(99) + "]") : "");
    }

    private String literal() {
        return switch (random.nextInt(5)) {
            case 0 -> one("TRUE", "FALSE", "NULL");
            case 1 -> one("-", "+", "") + random.nextInt(1000) + one("", ".50", "e7", ".25E-3");
            default -> text();
        };
    }

    private String text() {
        return one("'a'", "'it''s'", "''", "'file:x.wasm'", "$$it's$$", "'a' 'b'", "N'ü'", "'ns:p/i@1.0.0#f'", "'--'");
    }

    private String hexadecimal(int bytes) {
        return IntStream.range(0, bytes)
                .mapToObj(i -> String.format(Locale.ROOT, "%02x", random.nextInt(256)))
                .collect(Collectors.joining());
    }

    private String kind() {
        return one("FUNCTION", "AGGREGATE FUNCTION", "PROCEDURE", "function");
    }

    private String name() {
        return maybe(simpleName() + ".") + simpleName();
    }

    private String simpleName() {
        return NAMES.get(random.nextInt(NAMES.size()));
    }

    private String list(Supplier<String> item, int minimum) {
        int size = minimum + random.nextInt(3);
        return IntStream.range(0, size).mapToObj(i -> item.get()).collect(Collectors.joining(", ", "(", ")"));
    }

    private String comments(String statement) {
        return "-- c\n" + statement.replace(" LANGUAGE ", " /* a /* b */ c */\n LANGUAGE ") + one(";", ";;", " // end");
    }

    private String maybe(String text) {
        return random.nextBoolean() ? text : "";
    }

    private String one(String... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
