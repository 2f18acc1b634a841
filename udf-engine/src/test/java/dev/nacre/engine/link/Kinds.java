package dev.nacre.engine.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nacre.engine.ComponentInstance;
import dev.nacre.engine.EngineException;
import dev.nacre.engine.ErrorCode;
import dev.nacre.engine.GuestResource;
import dev.nacre.engine.wit.ResultValue;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** An instance of the guest with every shape that SQL's functions come from, and one of its interfaces. Mutable. */
final class Kinds implements BeforeEachCallback, AfterEachCallback {
    /** Long enough for a busy machine to get as far as the loop, which is what ends by it. */
    private static final Duration CALL_TIMEOUT = Duration.ofSeconds(2);

    private final String where;
    private RecordedLog log = new RecordedLog();
    private @Nullable ComponentInstance instance;

    /**
     * @param where the interface that is called, such as {@code tables}
     */
    Kinds(String where) {
        this.where = where;
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        open();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        instance().close();
    }

    /** Opens another instance, after the one before was closed. */
    void open() {
        log = new RecordedLog();
        instance = EngineFixture.instance("kinds-rust", log);
    }

    /** Opens another instance in place of the one that there is, in which calls end after a while. */
    void openTimed() {
        instance().close();
        instance = EngineFixture.timedInstance("kinds-rust", CALL_TIMEOUT);
    }

    List<String> log() {
        return log.lines();
    }

    /** Calls a function of the interface. */
    Object call(String function, Object... arguments) {
        return instance()
                .function("nacre:kinds/" + where + "@0.1.0#" + function)
                .call(arguments);
    }

    /** Calls the constructor of a resource. */
    GuestResource made(String resource, Object... arguments) {
        return (GuestResource) call("[constructor]" + resource, arguments);
    }

    /** Calls the constructor of the resource {@code picky}, which refuses what is negative. */
    ResultValue picky(long n) {
        return (ResultValue) call("[constructor]picky", n);
    }

    /** Calls a method of a resource. */
    Object method(GuestResource resource, String method, Object... arguments) {
        Object[] all =
                Stream.concat(Stream.of(resource), Arrays.stream(arguments)).toArray();
        return call("[method]" + resource.typeName() + "." + method, all);
    }

    /** Returns how many resources of the interface the guest counts. */
    long live() {
        return (Long) call("live");
    }

    /** Checks that a call fails, and closes the instance by that. */
    void assertFailure(ErrorCode code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        EngineException.class,
                        failure -> assertThat(failure.code()).isEqualTo(code));
        assertThat(instance().isOpen()).isFalse();
    }

    private ComponentInstance instance() {
        return Objects.requireNonNull(instance, "no test runs");
    }
}
