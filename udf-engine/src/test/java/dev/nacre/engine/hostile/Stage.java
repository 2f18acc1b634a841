package dev.nacre.engine.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nacre.engine.Component;
import dev.nacre.engine.ComponentEngine;
import dev.nacre.engine.ComponentInstance;
import dev.nacre.engine.EngineException;
import dev.nacre.engine.EngineOptions;
import dev.nacre.engine.ErrorCode;
import dev.nacre.engine.InstanceOptions;
import dev.nacre.engine.Limits;
import dev.nacre.engine.LogSink;
import dev.nacre.engine.host.HostFunction;
import dev.nacre.engine.host.HostInterface;
import dev.nacre.engine.host.HostInterfaces;
import dev.nacre.engine.host.HostResource;
import dev.nacre.engine.host.ResourceNames;
import dev.nacre.engine.sandbox.Meter;
import dev.nacre.engine.wit.FunctionType;
import dev.nacre.testkit.LeakCheck;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** The engine of these tests, which offers everything that it can run, and what is asked of it after each lie. */
final class Stage {
    /** Longer than any call takes that ends by itself, on a busy machine too. */
    static final Duration GENEROUS = Duration.ofSeconds(30);

    static final Duration SHORT = Duration.ofMillis(300);

    static final String TOO_LONG = "guest code ran longer than call_timeout 300 ms; raise call_timeout";

    /** Few enough for any stack of the JVM. */
    private static final int CALL_DEPTH = 500;

    static final String TOO_DEEP =
            "more than 500 nested calls (setting call_depth); use less recursion in the guest, or raise call_depth and with it the stack of threads, -Xss";

    static final String LEAVING = "cannot leave component instance while it allocates or after it returned";

    static final String ENTERING = "cannot enter component instance: it is running already";

    static final String AMONG_KIN =
            "cannot enter component instance: a component calls neither itself nor the component"
                    + " around it, nor one inside of it";

    private static Runnable hook = () -> {};

    static final ComponentEngine ENGINE = ComponentEngine.create(
            new EngineOptions(Limits.specification(), new HostInterfaces(List.of(new AnyFunction()))));

    private Stage() {}

    static LeakCheck leakCheck() {
        return LeakCheck.builder()
                .counter("live instances", ENGINE::liveInstances)
                .build();
    }

    static InstanceOptions options(Duration callTimeout) {
        return new InstanceOptions(new Meter(callTimeout, Optional.empty(), Long.MAX_VALUE, CALL_DEPTH), LogSink.NONE);
    }

    static ComponentInstance start(byte[] component) {
        return ENGINE.load(component).instantiate(options(GENEROUS));
    }

    /** Says what every function of the host does until the test ends, which has to reset it. */
    static void whenTheHostIsCalled(Runnable action) {
        hook = action;
    }

    /** Calls a function in a fresh instance. */
    static Object call(byte[] component, String function, Object... arguments) {
        try (ComponentInstance instance = start(component)) {
            return instance.function(function).call(arguments);
        }
    }

    /** Checks that a call is refused, that it ends its instance, and that it ends nothing else. */
    static void assertLie(byte[] bytes, String function, ErrorCode code, String message, Object... arguments) {
        assertLie(bytes, function, GENEROUS, code, message, arguments);
    }

    static void assertLie(
            byte[] bytes, String function, Duration timeout, ErrorCode code, String message, Object... arguments) {
        Component component = ENGINE.load(bytes);
        long before = ENGINE.liveInstances();
        try (ComponentInstance liar = component.instantiate(options(timeout));
                ComponentInstance bystander = component.instantiate(options(GENEROUS))) {
            assertFails(() -> liar.function(function).call(arguments), code, message);

            assertThat(liar.isOpen()).isFalse();
            assertThat(liar.memoryBytes()).isZero();
            assertThat(ENGINE.liveInstances()).isEqualTo(before + 1);
            assertFails(
                    () -> liar.function("ok").call(),
                    ErrorCode.INSTANCE_CLOSED,
                    "instance was closed after an error (" + message + "); make a new one");
            assertThat(bystander.function("ok").call()).isEqualTo(42L);
        }
        assertThat(ENGINE.liveInstances()).isEqualTo(before);
    }

    static void assertFails(ThrowingCallable call, ErrorCode code, String message) {
        assertThatThrownBy(call).isInstanceOfSatisfying(EngineException.class, failure -> {
            assertThat(failure).hasMessage(message);
            assertThat(failure.code()).isEqualTo(code);
        });
    }

    /** Provides every function without result that a guest imports, and does what the test wants. */
    private static final class AnyFunction implements HostInterface {
        @Override
        public boolean provides(String name, String version) {
            return name.equals(Roles.HOST);
        }

        @Override
        public Optional<HostResource> resource(String resource) {
            return Optional.of(new HostResource(resource));
        }

        @Override
        public Optional<HostFunction> function(String function, FunctionType declared, ResourceNames resources) {
            return Optional.of((call, arguments) -> {
                hook.run();
                return null;
            });
        }
    }
}
