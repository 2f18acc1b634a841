package dev.nacre.engine.host;

import java.util.List;

/** {@code wasi:cli/stdin}, {@code stdout} and {@code stderr}: input at its end, output by lines to the log. */
final class StandardStreams {
    private StandardStreams() {}

    static List<HostInterface> interfaces() {
        return List.of(
                stream("wasi:cli/stdin", "get-stdin", "input-stream", GuestStream.STDIN),
                stream("wasi:cli/stdout", "get-stdout", "output-stream", GuestStream.STDOUT),
                stream("wasi:cli/stderr", "get-stderr", "output-stream", GuestStream.STDERR));
    }

    private static HostInterface stream(String name, String function, String resource, GuestStream stream) {
        return Wasi.table(name, resource)
                .function(function, "func() -> " + resource, (call, arguments) -> stream)
                .build();
    }
}
