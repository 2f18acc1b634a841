package dev.nacre.conformance.run;

import dev.nacre.engine.EngineException;
import dev.nacre.engine.ErrorCode;
import dev.nacre.engine.host.HostCall;
import dev.nacre.engine.host.HostInterfaces;
import dev.nacre.engine.host.HostModule;
import dev.nacre.engine.host.HostResource;
import dev.nacre.engine.host.HostTable;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What scripts of bytecodealliance/wasmtime import: functions with fixed results, a nested instance, a core module, and
 * resources that count their drops. One for each script. Its asynchronous functions link, and answer at once where they
 * answer at all.
 */
final class Spectest {
    private static final String RESOURCE = "resource1";

    /** A core module with a global {@code g} of 100 and a function {@code f} that returns 101. */
    private static final String MODULE = "0061736d01000000"
            + "0105016000017f"
            + "03020100"
            + "0607017f0041e4000b"
            + "0709020167030001660000"
            + "0a0701050041e5000b";

    private final HostResource counted = new HostResource("host#resource1", this::dropped);
    private final HostResource plain = new HostResource("host#resource2");
    private long drops;
    private long lastDrop;

    /** The object behind a handle. */
    private record Counted(long number) {}

    /** Returns the bytes of the core module that it offers. */
    static byte[] module() {
        return HexFormat.of().parseHex(MODULE);
    }

    /**
     * Returns the interfaces.
     *
     * @param module {@link #module()}, compiled
     */
    HostInterfaces interfaces(HostModule module) {
        return new HostInterfaces(List.of(topLevel(), host(module)));
    }

    private static HostTable topLevel() {
        return HostTable.topLevel()
                .function("host-return-two", "func() -> u32", (call, arguments) -> 2L)
                .function("host-echo-u32", "async func(u32) -> u32", (call, arguments) -> arguments[0])
                .build();
    }

    private HostTable host(HostModule module) {
        HostTable nested = HostTable.named("nested")
                .function("return-four", "func() -> u32", (call, arguments) -> 4L)
                .build();
        HostTable.Builder host = HostTable.named("host")
                .function("return-three", "func() -> u32", (call, arguments) -> 3L)
                .function("return-hi", "func() -> string", (call, arguments) -> "hi")
                .instance("nested", nested)
                .module("simple-module", module)
                .resource(RESOURCE, counted)
                .resource("resource1-again", counted)
                .resource("resource2", plain);
        return asynchronous(functionsOfResource(host)).build();
    }

    private static HostTable.Builder asynchronous(HostTable.Builder host) {
        return host.function("return-two-slowly", "async func() -> s32", (call, arguments) -> 2)
                .function("echo-slowly", "async func(u32) -> u32", (call, arguments) -> arguments[0])
                .function("never-return", "async func()", Spectest::neverReturns)
                .function("[method]resource1.never-return", "async func(borrow<resource1>)", Spectest::neverReturns);
    }

    private static @Nullable Object neverReturns(HostCall call, @Nullable Object[] arguments) {
        throw new EngineException(
                ErrorCode.UNSUPPORTED_FEATURE,
                "a function that never returns needs asynchronous calls, which do not run yet");
    }

    private HostTable.Builder functionsOfResource(HostTable.Builder host) {
        return host.function(
                        "[constructor]resource1",
                        "func(u32) -> resource1",
                        (call, arguments) -> new Counted((Long) arguments[0]))
                .function("[static]resource1.assert", "func(resource1, u32)", (call, arguments) -> expect(arguments))
                .function("[static]resource1.last-drop", "func() -> u32", (call, arguments) -> lastDrop)
                .function("[static]resource1.drops", "func() -> u32", (call, arguments) -> drops)
                .function(
                        "[method]resource1.simple",
                        "func(borrow<resource1>, u32)",
                        (call, arguments) -> expect(arguments))
                .function(
                        "[method]resource1.take-borrow",
                        "func(borrow<resource1>, borrow<resource1>)",
                        (call, arguments) -> null)
                .function(
                        "[method]resource1.take-own", "func(borrow<resource1>, resource1)", (call, arguments) -> null);
    }

    private void dropped(HostCall call, Object object) {
        drops++;
        lastDrop = ((Counted) object).number();
    }

    private static @Nullable Object expect(@Nullable Object[] arguments) {
        Counted resource = (Counted) arguments[0];
        if (!Long.valueOf(resource.number()).equals(arguments[1])) {
            throw new EngineException(
                    ErrorCode.TRAP, "resource1: expected number " + arguments[1] + ", found " + resource.number());
        }
        return null;
    }
}
