package dev.nacre.bench.evil;

import java.util.List;
import java.util.stream.Stream;

/** Guests that reach for files, sockets, the environment, clocks and the process, without a grant. */
final class WasiAttacks {
    private static final String NOTHING = "nothing unless granted: empty, fixed, or an error";
    private static final String GUEST_ERROR = "38000";

    private WasiAttacks() {}

    static List<Attack> all() {
        return List.of(files(), rawFiles(), environment(), clocks(), exit(), sockets(), http());
    }

    private static Attack reach(String id, String act, String guest, List<String> exports, List<Strike> strikes) {
        return new Attack(
                id, List.of("A15"), act, NOTHING, Steps.functions(guest, exports.toArray(String[]::new)), strikes);
    }

    private static Attack files() {
        return reach(
                "wasi-files",
                "reads, writes and lists files by its standard library",
                "probe-rust",
                List.of("open-file", "write-file", "list-directory", "first-folder"),
                List.of(
                        Steps.refused("SELECT OPEN_FILE('{canary}')", GUEST_ERROR),
                        Steps.refused("SELECT OPEN_FILE('/etc/passwd')", GUEST_ERROR),
                        Steps.refused("SELECT OPEN_FILE('../../../../etc/passwd')", GUEST_ERROR),
                        Steps.refused("SELECT WRITE_FILE('{canary}', 'x')", GUEST_ERROR),
                        Steps.refused("SELECT WRITE_FILE('{new}', 'x')", GUEST_ERROR),
                        Steps.refused("SELECT LIST_DIRECTORY('/')", GUEST_ERROR),
                        Steps.refused("SELECT LIST_DIRECTORY('.')", GUEST_ERROR),
                        Steps.gives("SELECT FIRST_FOLDER()", "null")));
    }

    private static Attack rawFiles() {
        String raw = "nacre:files/raw#";
        return reach(
                "wasi-files-raw",
                "the same by the functions of WASI, with links and times",
                "files-rust",
                Stream.of("granted", "read", "write", "make-folder", "symlink", "hard-link", "rename", "remove-file")
                        .map(raw::concat)
                        .toList(),
                Stream.concat(
                                Stream.of(Steps.gives("SELECT CARDINALITY(GRANTED())", 0)),
                                Stream.of(
                                                "READ('{canary}', '')",
                                                "READ('/proc/self/environ', '')",
                                                "WRITE('{new}', 'c', 'x')",
                                                "MAKE_FOLDER('{new}')",
                                                "SYMLINK('/etc', '{new}')",
                                                "HARD_LINK('{canary}', '{new}')",
                                                "RENAME('{canary}', '{new}')",
                                                "REMOVE_FILE('{canary}')")
                                        .map(call -> Steps.refused("SELECT " + call, GUEST_ERROR, "38N01")))
                        .toList());
    }

    private static Attack environment() {
        return reach(
                "wasi-environment",
                "asks for variables, arguments and standard input",
                "probe-rust",
                List.of("environment", "command-line", "read-stdin"),
                List.of(
                        Steps.gives("SELECT CARDINALITY(ENVIRONMENT())", 0),
                        Steps.gives("SELECT CARDINALITY(COMMAND_LINE())", 0),
                        Steps.gives("SELECT LENGTH(READ_STDIN())", 0)));
    }

    private static Attack clocks() {
        return reach(
                "wasi-clocks",
                "asks what time it is, sleeps for an hour, draws random numbers",
                "probe-rust",
                List.of("wall-clock-seconds", "sleep-for", "random-bytes", "insecure-seed"),
                List.of(
                        Steps.gives("SELECT WALL_CLOCK_SECONDS()", 0),
                        Strike.administrator("SELECT SLEEP_FOR(3600000)"),
                        Steps.contained("SELECT LENGTH(RANDOM_BYTES(1000000000))"),
                        Strike.administrator("CREATE TABLE DRAWN AS SELECT RANDOM_BYTES(16) AS B"),
                        Steps.gives("SELECT B = RANDOM_BYTES(16) FROM DRAWN", "TRUE")));
    }

    private static Attack exit() {
        return reach(
                "wasi-exit",
                "ends the process, with success, with failure, with a panic",
                "probe-rust",
                List.of("exit-with", "leave-with", "panic"),
                List.of(
                        Steps.refused("SELECT EXIT_WITH(0)", "38N01"),
                        Steps.refused("SELECT EXIT_WITH(3)", "38N01"),
                        Steps.refused("SELECT LEAVE_WITH(7)", "38N01"),
                        Steps.refused("SELECT PANIC('ouch')", "38N01")));
    }

    private static Attack sockets() {
        return reach(
                "wasi-sockets",
                "makes, binds and connects sockets, looks names up",
                "reach-rust",
                List.of("reach-sockets"),
                List.of(Strike.administrator("SELECT REACH_SOCKETS()")
                        .expecting(Expectation.text("(?i)(?!.*None).*(denied.*){8}"))));
    }

    private static Attack http() {
        return reach(
                "wasi-http",
                "sends requests",
                "reach-rust",
                List.of("reach-http"),
                List.of(Strike.administrator("SELECT REACH_HTTP()")
                        .expecting(Expectation.text("(?s).*handle, Some\\(.*Denied.*"))));
    }
}
