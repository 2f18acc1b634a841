package dev.nacre.engine.host;

import dev.nacre.engine.EngineException;
import dev.nacre.engine.ErrorCode;
import dev.nacre.engine.wit.ResultValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code wasi:cli/environment} and {@code wasi:cli/exit}: what was granted, and leaving ends the call. */
final class CommandLine {
    private CommandLine() {}

    static List<HostInterface> interfaces() {
        return List.of(environment(), exit());
    }

    private static HostInterface environment() {
        return Wasi.table("wasi:cli/environment")
                .function("get-environment", "func() -> list<tuple<string, string>>", CommandLine::variables)
                .function(
                        "get-arguments",
                        "func() -> list<string>",
                        (call, arguments) -> call.grants().commandLine().arguments())
                .function("initial-cwd", "func() -> option<string>", (call, arguments) -> Optional.empty())
                .build();
    }

    private static Object variables(HostCall call, @Nullable Object[] arguments) {
        List<List<String>> variables = new ArrayList<>();
        call.grants().commandLine().environment().forEach((name, value) -> variables.add(List.of(name, value)));
        return variables;
    }

    private static HostInterface exit() {
        return Wasi.table("wasi:cli/exit")
                .function("exit", "func(result)", CommandLine::exit)
                .function("exit-with-code", "func(u8)", CommandLine::exitWithCode)
                .build();
    }

    private static Object exit(HostCall call, @Nullable Object[] arguments) {
        throw exited(arguments[0] instanceof ResultValue status && status.isOk() ? "success" : "failure");
    }

    private static Object exitWithCode(HostCall call, @Nullable Object[] arguments) {
        throw exited("code " + arguments[0]);
    }

    private static EngineException exited(String status) {
        return new EngineException(
                ErrorCode.EXIT,
                "guest code ended its process with " + status
                        + "; expected the function to return, build the guest so that it returns an error instead");
    }
}
