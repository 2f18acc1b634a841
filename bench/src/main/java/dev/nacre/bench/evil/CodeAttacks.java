package dev.nacre.bench.evil;

import java.util.List;
import java.util.stream.Stream;

/** Users who want code in Java to run: by SQL, and by what stands behind a URL. */
final class CodeAttacks {

    private CodeAttacks() {}

    static List<Attack> all() {
        return List.of(javaCode(), urls());
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
}
