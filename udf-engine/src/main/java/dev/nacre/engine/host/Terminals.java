package dev.nacre.engine.host;

import java.util.List;
import java.util.Optional;

/** The interfaces of {@code wasi:cli} about terminals: there is none. */
final class Terminals {
    private Terminals() {}

    static List<HostInterface> interfaces() {
        return List.of(
                Wasi.table("wasi:cli/terminal-input", "terminal-input").build(),
                Wasi.table("wasi:cli/terminal-output", "terminal-output").build(),
                none("stdin", "terminal-input"),
                none("stdout", "terminal-output"),
                none("stderr", "terminal-output"));
    }

    private static HostInterface none(String stream, String resource) {
        return Wasi.table("wasi:cli/terminal-" + stream, resource)
                .function(
                        "get-terminal-" + stream,
                        "func() -> option<" + resource + ">",
                        (call, arguments) -> Optional.empty())
                .build();
    }
}
