package dev.nacre.engine.host;

import dev.nacre.engine.OutputSink;
import java.util.List;
import java.util.Optional;

/** {@code wasi:cli/stdin}, {@code stdout} and {@code stderr}: the granted input, and output by lines to the log, or byte by byte
 * to where it was granted to go. */
final class StandardStreams {
    private StandardStreams() {}

    static List<HostInterface> interfaces() {
        return List.of(
                stream("wasi:cli/stdin", "get-stdin", "input-stream", (call, arguments) -> StandardInput.of(call)),
                stream("wasi:cli/stdout", "get-stdout", "output-stream", (call, arguments) -> {
                    return sink(call.grants().output().standard(), GuestStream.STDOUT);
                }),
                stream("wasi:cli/stderr", "get-stderr", "output-stream", (call, arguments) -> {
                    return sink(call.grants().output().error(), GuestStream.STDERR);
                }));
    }

    private static GuestSink sink(Optional<OutputSink> granted, GuestSink log) {
        return granted.<GuestSink>map(GrantedOutput::new).orElse(log);
    }

    private static HostInterface stream(String name, String function, String resource, HostFunction get) {
        return Wasi.table(name, resource)
                .function(function, "func() -> " + resource, get)
                .build();
    }
}
