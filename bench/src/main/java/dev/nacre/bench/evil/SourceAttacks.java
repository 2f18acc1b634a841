package dev.nacre.bench.evil;

import java.util.List;
import java.util.stream.Stream;

/** Users who name what they should not as the source of a component. */
final class SourceAttacks {
    private static final String[] NO_RIGHT = {"42501", "90040", "90096"};
    private static final String[] NO_COMPONENT = {"22000", "42501", "54000", "58030"};

    private SourceAttacks() {}

    static List<Attack> all() {
        return List.of(filesOfUser(), filesOfAdministrator(), web());
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
}
