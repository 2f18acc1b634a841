package dev.nacre.engine.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nacre.engine.ComponentInstance;
import dev.nacre.engine.EngineException;
import dev.nacre.engine.ErrorCode;
import dev.nacre.engine.GuestResource;
import dev.nacre.testkit.LeakCheck;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Components in a component, and the resources that pass between them and the host. */
class NestedComponentsTest {
    @RegisterExtension
    final LeakCheck leaks = EngineFixture.leakCheck();

    private ComponentInstance instance;

    @BeforeEach
    void open() {
        instance = EngineFixture.instance("counters");
    }

    @AfterEach
    void close() {
        instance.close();
    }

    @Test
    void holdsAResourceOfTheGuest() {
        GuestResource counter = counter("first", 40);

        assertThat(counter.typeName()).isEqualTo("counter");
        assertThat(call("first#[method]counter.add", counter, 2L)).isEqualTo(42L);
        assertThat(call("first#live")).isEqualTo(1L);
    }

    @Test
    void runsTheDestructorWhenTheHostDropsIt() {
        GuestResource counter = counter("first", 0);

        counter.close();
        counter.close();

        assertThat(counter.isOpen()).isFalse();
        assertThat(call("first#live")).isEqualTo(0L);
        assertMismatch(
                () -> call("first#[method]counter.add", counter, 1L),
                "function 'test:counters/first#[method]counter.add': parameter 1 'self': resource 'counter' was closed or"
                        + " given away");
    }

    @Test
    void givesAResourceAway() {
        GuestResource counter = counter("first", 7);

        assertThat(call("first#consume", counter)).isEqualTo(7L);

        assertThat(counter.isOpen()).isFalse();
        assertThat(call("first#live")).isEqualTo(0L);
    }

    @Test
    void tellsTheResourcesOfTwoInstancesApart() {
        GuestResource counter = counter("second", 7);

        assertThat(call("first#live")).isEqualTo(0L);
        assertThat(call("second#live")).isEqualTo(1L);
        assertMismatch(
                () -> call("first#consume", counter),
                "function 'test:counters/first#consume': parameter 1 'it': expected a resource of type counter of this"
                        + " instance, found one of type counter of another instance");
        assertThat(counter.isOpen()).isTrue();
    }

    @Test
    void refusesWhatIsNoResource() {
        assertMismatch(
                () -> call("first#consume", 1),
                "function 'test:counters/first#consume': parameter 1 'it': expected dev.nacre.engine.GuestResource for"
                        + " counter, found java.lang.Integer");
    }

    @Test
    void letsOneGuestUseTheResourceOfAnother() {
        assertThat(call("user#sum", 100L)).isEqualTo(5050L);
        assertThat(call("first#live")).isEqualTo(0L);
    }

    @Test
    void lendsAndPassesOnBetweenGuests() {
        GuestResource counter = counter("first", 10);

        assertThat(call("user#bump", counter)).isEqualTo(11L);
        assertThat(counter.isOpen()).isTrue();
        assertThat(call("user#pass-on", counter)).isEqualTo(11L);
        assertThat(counter.isOpen()).isFalse();
    }

    @Test
    void catchesAGuestThatKeepsWhatItWasLent() {
        GuestResource counter = counter("first", 1);

        assertViolation(
                () -> call("user#keep", counter),
                "function 'test:counters/user#keep': 1 borrow handles remain at the end of the call");
    }

    @Test
    void catchesAGuestThatGivesAwayWhatItWasLent() {
        GuestResource counter = counter("first", 1);

        assertViolation(
                () -> call("user#pass-on-what-is-lent", counter),
                "import 'counters#consume': parameter 1 'it': handle index 1 is borrowed, expected an own handle");
    }

    @Test
    void catchesForgedAndStaleHandles() {
        assertViolation(
                () -> call("user#forge"),
                "import 'counters#[method]counter.add': parameter 1 'self': unknown handle index 17");
        open();
        GuestResource given = counter("first", 1);
        assertViolation(
                () -> call("user#use-after-giving", given),
                "import 'counters#[method]counter.add': parameter 1 'self': unknown handle index 1");
        open();
        GuestResource dropped = counter("first", 1);
        assertViolation(() -> call("first#drop-twice", dropped), "resource.drop: unknown handle index 1");
    }

    @Test
    void endsAGuestThatHoardsHandles() {
        assertThatThrownBy(() -> call("first#hoard"))
                .isInstanceOfSatisfying(
                        EngineException.class,
                        failure -> assertThat(failure.code()).isEqualTo(ErrorCode.LIMIT))
                .hasMessage(
                        "resource.new: the guest holds 10000 open handles, at most 10000 allowed (setting handles)");
    }

    @Test
    void endsTheInstanceWhenADestructorTraps() {
        GuestResource counter = counter("first", 666);

        assertThatThrownBy(counter::close)
                .isInstanceOfSatisfying(
                        EngineException.class,
                        failure -> assertThat(failure.code()).isEqualTo(ErrorCode.TRAP));
        assertThat(instance.isOpen()).isFalse();
    }

    @Test
    void forgetsResourcesWithTheInstance() {
        GuestResource counter = counter("first", 666);

        instance.close();
        counter.close();

        assertThat(counter.isOpen()).isFalse();
    }

    private GuestResource counter(String interfaceName, long start) {
        return (GuestResource) call(interfaceName + "#[constructor]counter", start);
    }

    private Object call(String function, Object... arguments) {
        return instance.function("test:counters/" + function).call(arguments);
    }

    private static void assertMismatch(ThrowingCallable call, String message) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        EngineException.class,
                        failure -> assertThat(failure.code()).isEqualTo(ErrorCode.ARGUMENT_MISMATCH))
                .hasMessage(message);
    }

    private void assertViolation(ThrowingCallable call, String message) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        EngineException.class,
                        failure -> assertThat(failure.code()).isEqualTo(ErrorCode.ABI_VIOLATION))
                .hasMessage(message);
        assertThat(instance.isOpen()).isFalse();
    }
}
