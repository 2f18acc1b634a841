package dev.nacre.engine.page;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.nacre.engine.ComponentEngine;
import dev.nacre.engine.EngineException;
import dev.nacre.engine.EngineOptions;
import dev.nacre.engine.ErrorCode;
import dev.nacre.engine.InstanceOptions;
import dev.nacre.engine.Limits;
import dev.nacre.engine.LogSink;
import dev.nacre.engine.host.HostInterfaces;
import dev.nacre.engine.sandbox.Meter;
import dev.nacre.testkit.Guests;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What the page's code takes for granted: components, and one engine that keeps those it compiled. */
final class Samples {
    static final ComponentEngine ENGINE =
            ComponentEngine.create(new EngineOptions(Limits.sandbox(), HostInterfaces.standard()));

    private Samples() {}

    static byte[] guest(String name) {
        return Guests.bytes(name);
    }

    /** Returns a component, or a core module, of the tests of linking. */
    static byte[] linked(String name) {
        try (InputStream in = Samples.class.getResourceAsStream("/dev/nacre/engine/link/" + name + ".wasm")) {
            return Objects.requireNonNull(in, name).readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static InstanceOptions options() {
        return new InstanceOptions(Meter.unlimited(), LogSink.NONE);
    }

    /** Checks that an action fails with a code, and that the page shows the very message. */
    static void assertFailsAsShown(ErrorCode code, ThrowingCallable action) {
        EngineException failure = Objects.requireNonNull(catchThrowableOfType(EngineException.class, action));
        Assertions.assertThat(failure.code()).isEqualTo(code);
        Page.assertShows(String.valueOf(failure.getMessage()));
    }
}
