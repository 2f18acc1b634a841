package dev.nacre.engine.page;

import static dev.nacre.engine.page.Samples.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nacre.engine.ComponentEngine;
import dev.nacre.engine.ComponentInstance;
import dev.nacre.engine.EngineException;
import dev.nacre.engine.EngineOptions;
import dev.nacre.engine.ErrorCode;
import dev.nacre.engine.InstanceOptions;
import dev.nacre.engine.Limits;
import dev.nacre.engine.LogSink;
import dev.nacre.engine.Setting;
import dev.nacre.engine.binary.ComponentBytes;
import dev.nacre.engine.host.HostFunction;
import dev.nacre.engine.host.HostInterfaces;
import dev.nacre.engine.host.HostTable;
import dev.nacre.engine.sandbox.Meter;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every code is raised by what the page says of it. */
class ErrorCodesTest {
    private static final ComponentEngine ENGINE = Samples.ENGINE;
    private static final byte[] SIMD = {0, 'a', 's', 'm', 1, 0, 0, 0, 1, 5, 1, 0x60, 1, 0x7b, 0};

    private final Map<ErrorCode, ThrowingCallable> raisers = new EnumMap<>(ErrorCode.class);

    ErrorCodesTest() {
        raisedByLoading();
        raisedByLinking();
        raisedByCallers();
        raisedByGuests();
        raisedByTheMeter();
        raisedByHostFunctions();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "INTERNAL")
    void isRaisedAsThePageSays(ErrorCode code) {
        assertThat(raisers).containsKey(code);
        assertThatThrownBy(raisers.get(code))
                .isInstanceOfSatisfying(
                        EngineException.class,
                        failure -> assertThat(failure.code()).isEqualTo(code));
    }

    @Test
    void blamesAHostFunctionForAValueOfAnotherType() {
        assertThatThrownBy(() -> peek("func(string) -> string", (call, arguments) -> 5))
                .isInstanceOfSatisfying(
                        EngineException.class,
                        failure -> assertThat(failure.code()).isEqualTo(ErrorCode.HOST_FAILURE));
    }

    private void raisedByLoading() {
        byte[] telemetry = Samples.guest("telemetry-rust");
        raisers.put(ErrorCode.MALFORMED, () -> ENGINE.load(new byte[8]));
        raisers.put(
                ErrorCode.INVALID,
                () -> ENGINE.load(
                        ComponentBytes.component(ComponentBytes.export("f", ComponentBytes.SORT_FUNCTION, 0))));
        raisers.put(ErrorCode.CORE_MODULE, () -> ENGINE.load(Samples.guest("plain-core")));
        raisers.put(
                ErrorCode.UNSUPPORTED_FEATURE,
                () -> ENGINE.load(ComponentBytes.component(ComponentBytes.coreModule(SIMD))));
        raisers.put(ErrorCode.CAP_EXCEEDED, () -> ENGINE.load(Arrays.copyOf(telemetry, 20 << 20)));
        raisers.put(
                ErrorCode.FUNCTION_TOO_LARGE,
                () -> ENGINE.load(ComponentBytes.component(ComponentBytes.coreModule(longModule()))));
        Limits hurried = Limits.sandbox().with(Setting.COMPILE_TIMEOUT, 0);
        raisers.put(ErrorCode.COMPILE_TIMEOUT, () -> engine(hurried).load(telemetry));
        raisers.put(ErrorCode.BAD_SETTING, () -> hurried.with(Setting.MEMORY, -1));
    }

    private static ComponentEngine engine(Limits limits) {
        return ComponentEngine.create(new EngineOptions(limits, HostInterfaces.standard()));
    }

    /** A function of 30,000 additions. */
    private static byte[] longModule() {
        byte[] body = new byte[3 + 3 * 30_000 + 2];
        body[1] = 0x41;
        for (int at = 3; at < body.length - 2; at += 3) {
            body[at] = 0x41;
            body[at + 1] = 0x3f;
            body[at + 2] = 0x6a;
        }
        body[body.length - 2] = 0x1a;
        body[body.length - 1] = 0x0b;
        return ComponentBytes.join(
                Arrays.copyOf(SIMD, 8),
                ComponentBytes.section(1, ComponentBytes.bytes(1, 0x60, 0, 0)),
                ComponentBytes.section(3, ComponentBytes.bytes(1, 0)),
                ComponentBytes.section(10, ComponentBytes.bytes(1), ComponentBytes.leb(body.length), body));
    }

    private void raisedByLinking() {
        byte[] thief = Samples.guest("missing-import");
        raisers.put(ErrorCode.UNKNOWN_IMPORT, () -> ENGINE.load(thief));
        raisers.put(ErrorCode.IMPORT_MISMATCH, () -> peek("func() -> string", (call, arguments) -> "key"));
    }

    private void raisedByCallers() {
        raisers.put(ErrorCode.UNKNOWN_EXPORT, () -> call("shapes-rust", "no-such"));
        raisers.put(ErrorCode.ARGUMENT_MISMATCH, () -> call("shapes-rust", "upper", 5));
        raisers.put(ErrorCode.NOT_UNICODE, () -> call("shapes-rust", "upper", "🐚".substring(0, 1)));
        raisers.put(ErrorCode.INSTANCE_CLOSED, () -> {
            ComponentInstance instance = ENGINE.load(Samples.guest("hostile")).instantiate(options());
            instance.close();
            instance.function("trap");
        });
    }

    private void raisedByGuests() {
        Limits onePage = Limits.sandbox().with(Setting.MEMORY, 65_536);
        raisers.put(ErrorCode.TRAP, () -> call("hostile", "divide-by-zero"));
        raisers.put(ErrorCode.ABI_VIOLATION, () -> call("liar", "bad-string"));
        raisers.put(ErrorCode.EXIT, () -> call("probe-rust", "exit-with", 3));
        raisers.put(ErrorCode.CALL_DEPTH, () -> call("hostile", "recurse", 0L));
        raisers.put(
                ErrorCode.MEMORY_LIMIT,
                () -> engine(onePage).load(Samples.guest("counters")).instantiate(options()));
        raisers.put(ErrorCode.LIMIT, () -> call("counters", "test:counters/first#hoard"));
    }

    private void raisedByTheMeter() {
        Duration day = Duration.ofDays(1);
        raisers.put(ErrorCode.TIMEOUT, () -> spin(new Meter(Duration.ZERO, Optional.empty(), Long.MAX_VALUE)));
        raisers.put(ErrorCode.OUT_OF_FUEL, () -> spin(new Meter(day, Optional.empty(), 1_000)));
        raisers.put(ErrorCode.CANCELLED, () -> {
            Meter meter = Meter.unlimited();
            meter.cancel();
            spin(meter);
        });
    }

    private void raisedByHostFunctions() {
        String type = "func(string) -> string";
        raisers.put(ErrorCode.INSTANCE_BUSY, () -> peekAndReset(type));
        raisers.put(
                ErrorCode.HOST_FAILURE,
                () -> peek(type, (call, arguments) -> {
                    throw new IllegalStateException("no vault here");
                }));
    }

    private static void peekAndReset(String type) {
        ComponentInstance[] running = new ComponentInstance[1];
        try (ComponentInstance instance = vault(type, (call, arguments) -> running[0].reset(options()))) {
            running[0] = instance;
            instance.function("peek").call("home");
        }
    }

    private static void peek(String type, HostFunction open) {
        try (ComponentInstance instance = vault(type, open)) {
            instance.function("peek").call("home");
        }
    }

    private static ComponentInstance vault(String type, HostFunction open) {
        HostTable vault = HostTable.named("acme:secret/vault")
                .function("open-vault", type, open)
                .build();
        return ENGINE.compile(Samples.guest("missing-import"))
                .link(HostInterfaces.standard().with(vault))
                .instantiate(options());
    }

    private static void spin(Meter meter) {
        try (ComponentInstance instance =
                ENGINE.load(Samples.guest("hostile")).instantiate(new InstanceOptions(meter, LogSink.NONE))) {
            instance.function("spin").call();
        }
    }

    private static void call(String guest, String function, Object... arguments) {
        try (ComponentInstance instance = ENGINE.load(Samples.guest(guest)).instantiate(options())) {
            instance.function(function).call(arguments);
        }
    }
}
