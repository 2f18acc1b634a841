package dev.nacre.engine.host;

import java.util.List;

/** {@code wasi:cli/stdin}, {@code stdout} and {@code stderr}: the granted input, and output by lines to the log. */
final class StandardStreams {
    private StandardStreams() {}

    static List<HostInterface> interfaces() {
        return List.of(
                stream("wasi:cli/stdin", "get-stdin", "input-stream", (call, arguments) -> StandardInput.of(call)),
                stream("wasi:cli/stdout", "get-stdout", "output-stream", (call, arguments) -> GuestStream.STDOUT),
                stream("wasi:cli/stderr", "get-stderr", "output-stream", (call, arguments) -> GuestStream.STDERR));
    }

    private static HostInterface stream(String name, String function, String resource, HostFunction get) {
        return Wasi.table(name, resource)
                .function(function, "func() -> " + resource, get)
                .build();
    }
}
