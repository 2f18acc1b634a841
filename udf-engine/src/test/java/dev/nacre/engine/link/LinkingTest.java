package dev.nacre.engine.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nacre.engine.Component;
import dev.nacre.engine.ComponentEngine;
import dev.nacre.engine.ComponentInstance;
import dev.nacre.engine.EngineException;
import dev.nacre.engine.EngineOptions;
import dev.nacre.engine.ErrorCode;
import dev.nacre.engine.ExportedFunction;
import dev.nacre.engine.InstanceOptions;
import dev.nacre.engine.Limits;
import dev.nacre.engine.host.HostInterface;
import dev.nacre.engine.host.HostInterfaces;
import dev.nacre.engine.host.HostResource;
import dev.nacre.engine.host.HostTable;
import dev.nacre.engine.sandbox.Meter;
import dev.nacre.testkit.LeakCheck;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Components linked to other components, and to everything that a host can offer. */
class LinkingTest {
    private static final HostInterfaces NOTHING = new HostInterfaces(List.of());

    private static final ComponentEngine ENGINE = ComponentEngine.create(new EngineOptions(Limits.sandbox(), NOTHING));

    @RegisterExtension
    final LeakCheck leaks =
            LeakCheck.builder().counter("live instances", ENGINE::liveInstances).build();

    private final HostResource ticket = new HostResource("acme:desk#ticket", (call, object) -> dropped((Long) object));
    private final List<Long> droppedTickets = new ArrayList<>();
    private final List<ComponentInstance> opened = new ArrayList<>();

    @AfterEach
    void close() {
        opened.forEach(ComponentInstance::close);
    }

    @Test
    void sharesOneInstanceOfAProviderAmongAllThatAreLinkedToIt() {
        ComponentInstance shop = open(shop());

        assertThat(shop.function("buy").call(21L)).isEqualTo(42L);
        assertThat(shop.function("buy").call(4L)).isEqualTo(8L);
        assertThat(ENGINE.liveInstances()).isEqualTo(1);
    }

    @Test
    void carriesTextBetweenComponentsOfDifferentEncodings() {
        ComponentInstance shop = open(shop());

        assertThat(shop.function("label").call("naïve 日本語 🐚")).isEqualTo("naïve 日本語 🐚");
    }

    @Test
    void keepsTheInstancesOfTwoLinkedInstancesApart() {
        Component shop = shop();

        assertThat(open(shop).function("buy").call(1L)).isEqualTo(2L);
        assertThat(open(shop).function("buy").call(1L)).isEqualTo(2L);
    }

    @Test
    void endsAllThatAreLinkedWhenOneTraps() {
        ComponentInstance shop = open(shop());

        assertFails(() -> shop.function("fail").call(), ErrorCode.TRAP, "unreachable");
        assertFails(() -> shop.function("buy").call(1L), ErrorCode.INSTANCE_CLOSED, "unreachable");
        assertThat(ENGINE.liveInstances()).isZero();
    }

    @Test
    void refusesResourcesOfAnotherProvider() {
        Component store = ENGINE.compile(bytes("store")).link(NOTHING);
        Component otherStore = ENGINE.compile(bytes("store")).link(NOTHING);
        Component audit = ENGINE.compile(bytes("audit")).link(NOTHING, otherStore);

        assertThat(ENGINE.compile(bytes("shop"))
                        .link(NOTHING, store, ENGINE.compile(bytes("audit")).link(NOTHING, store)))
                .isNotNull();
        assertFails(
                () -> ENGINE.compile(bytes("shop")).link(NOTHING, store, audit),
                ErrorCode.IMPORT_MISMATCH,
                "import 'acme:kv/audit': export 'bucket': resource types are not the same");
    }

    @Test
    void namesWhatNoProviderExports() {
        Component store = ENGINE.compile(bytes("store")).link(NOTHING);

        assertFails(
                () -> ENGINE.compile(bytes("shop")).link(NOTHING, store),
                ErrorCode.UNKNOWN_IMPORT,
                "the component imports 'acme:kv/audit' (an interface with bucket, doubled, fail), which nobody provides; build it without, or register a host"
                        + " interface for it");
    }

    @Test
    void saysWhatWasExpectedOfEachMissingImport() {
        assertFails(
                () -> ENGINE.compile(bytes("outside")).link(NOTHING),
                ErrorCode.UNKNOWN_IMPORT,
                "the component imports 'add' (func(u32, u32) -> u32), 'counter' (a core module), 'doubler' (a component),"
                        + " 'ticket' (a resource type), 'same-ticket' (a resource type), 'issue' (func(u32) -> ticket),"
                        + " 'number' (func(borrow<same-ticket>) -> u32), 'desk' (an interface with inner), which nobody"
                        + " provides");
    }

    @Test
    void needsNobodyForInstancesOfNothingButNames() {
        assertThat(open(ENGINE.compile(bytes("nothing")).link(NOTHING)).isOpen())
                .isTrue();
    }

    @Test
    void asksTheHostForWhatNoProviderExports() {
        HostResource bucket = new HostResource("bucket");
        HostInterface store = HostTable.named("acme:kv/store")
                .resource("bucket", bucket)
                .function("[method]bucket.value", "func(borrow<bucket>) -> u32", (call, arguments) -> arguments[0])
                .build();

        assertThat(ENGINE.compile(bytes("audit")).link(NOTHING.with(store)).function("acme:kv/audit#doubled"))
                .isPresent();
    }

    @Test
    void linksFunctionsModulesComponentsAndResourcesOutsideOfInterfaces() {
        ComponentInstance instance = open(ENGINE.compile(bytes("outside")).link(NOTHING.with(outside())));

        assertThat(instance.function("given").call(1L, 2L)).isEqualTo(3L);
        assertThat(instance.function("double").call(21L)).isEqualTo(42L);
        assertThat(instance.function("count").call()).isEqualTo(21L);
        assertThat(instance.function("seven").call()).isEqualTo(7L);
        assertThat(instance.function("show").call(5L)).isEqualTo(5L);
        assertThat(droppedTickets).containsExactly(5L);
    }

    @Test
    void offersTheModulesAndResourceTypesOfAnInstanceToOthers() {
        ComponentInstance first = open(ENGINE.compile(bytes("outside")).link(NOTHING.with(outside())));
        HostInterface passedOn = HostTable.topLevel()
                .module("counter", first.coreModule("counter"))
                .resource("ticket", first.resource("ticket"))
                .resource("same-ticket", first.resource("ticket"))
                .build();

        assertThat(first.resource("ticket")).isSameAs(ticket);
        assertThat(open(ENGINE.compile(bytes("outside"))
                                .link(NOTHING.with(outside()).with(passedOn)))
                        .function("count")
                        .call())
                .isEqualTo(21L);
        assertFails(
                () -> first.coreModule("ticket"),
                ErrorCode.UNKNOWN_EXPORT,
                "unknown export 'ticket': the component exports no core module of that name");
    }

    @Test
    void refusesOneResourceUnderTwoNamesThatTheHostKeepsApart() {
        HostInterface apart = HostTable.topLevel()
                .resource("same-ticket", new HostResource("another"))
                .build();

        assertFails(
                () -> ENGINE.compile(bytes("outside"))
                        .link(NOTHING.with(outside()).with(apart)),
                ErrorCode.IMPORT_MISMATCH,
                "import 'same-ticket': resource types are not the same: expected 'acme:desk#ticket', found 'another'");
    }

    @Test
    void refusesModulesAndComponentsOfOtherTypes() {
        HostInterface otherModule = HostTable.topLevel()
                .module("counter", ENGINE.coreModule(new byte[] {0, 'a', 's', 'm', 1, 0, 0, 0}))
                .build();
        HostInterface otherComponent = HostTable.topLevel()
                .component("doubler", ENGINE.compile(bytes("shop")))
                .build();

        assertFails(
                () -> ENGINE.compile(bytes("outside"))
                        .link(NOTHING.with(outside()).with(otherModule)),
                ErrorCode.IMPORT_MISMATCH,
                "import 'counter': expected an export 'next', found none");
        assertFails(
                () -> ENGINE.compile(bytes("outside"))
                        .link(NOTHING.with(outside()).with(otherComponent)),
                ErrorCode.IMPORT_MISMATCH,
                "import 'doubler': expected an instance for the import 'acme:kv/store', found none");
    }

    @Test
    void refusesAFunctionOfAnotherType() {
        HostInterface wrong = HostTable.topLevel()
                .function("add", "func(u32, u32) -> u64", (call, arguments) -> 0L)
                .build();

        assertFails(
                () -> ENGINE.compile(bytes("outside"))
                        .link(NOTHING.with(outside()).with(wrong)),
                ErrorCode.IMPORT_MISMATCH,
                "imported function 'add': expected func(u32, u32) -> u64, the component declares func(u32, u32) -> u32");
    }

    @Test
    void blamesTheHostForAHostFunctionThatThrows() {
        IllegalStateException cause = new IllegalStateException("at home only");
        HostInterface failing = HostTable.topLevel()
                .function("add", "func(u32, u32) -> u32", (call, arguments) -> {
                    throw cause;
                })
                .build();
        Component linked =
                ENGINE.compile(bytes("outside")).link(NOTHING.with(outside()).with(failing));

        for (String function : List.of("double", "given")) {
            ComponentInstance instance = open(linked);
            Object[] arguments = function.equals("given") ? new Object[] {1L, 2L} : new Object[] {1L};
            assertThatThrownBy(() -> instance.function(function).call(arguments))
                    .hasMessage(
                            "host function 'add' failed: java.lang.IllegalStateException; correct the host function")
                    .hasCause(cause)
                    .isInstanceOfSatisfying(
                            EngineException.class,
                            failure -> assertThat(failure.code()).isEqualTo(ErrorCode.HOST_FAILURE));
        }
    }

    /** Adds. */
    public interface Adder {
        long add(long a, long b);
    }

    @Test
    void checksValuesOnTheirWayToAFunctionOfTheHostThatAComponentPassesOn() {
        ComponentInstance instance = open(ENGINE.compile(bytes("outside")).link(NOTHING.with(outside())));
        ExportedFunction given = instance.function("given");

        assertThat(given.as(Adder.class).add(1, 2)).isEqualTo(3);
        assertFails(
                () -> given.call(1L),
                ErrorCode.ARGUMENT_MISMATCH,
                "function 'given': expected 2 arguments for func(a: u32, b: u32) -> u32, found 1");
        assertFails(
                () -> given.call(1L, "2"),
                ErrorCode.ARGUMENT_MISMATCH,
                "function 'given': parameter 2 'b': expected java.lang.Long for u32, found java.lang.String");
        assertFails(
                () -> given.call(1L, null),
                ErrorCode.ARGUMENT_MISMATCH,
                "function 'given': parameter 2 'b': expected java.lang.Long for u32, found null");
        assertThat(instance.isOpen()).isTrue();
    }

    @Test
    void checksWhatComesBackFromAFunctionOfTheHostThatAComponentPassesOn() {
        for (Object wrong : new Object[] {"three", 3, null}) {
            HostInterface liar = HostTable.topLevel()
                    .function("add", "func(u32, u32) -> u32", (call, arguments) -> wrong)
                    .build();
            ComponentInstance instance = open(ENGINE.compile(bytes("outside"))
                    .link(NOTHING.with(outside()).with(liar)));
            ExportedFunction given = instance.function("given");
            String message =
                    "function 'given': the host returned a wrong value: expected java.lang.Long for u32, found "
                            + (wrong == null ? "null" : wrong.getClass().getName()) + "; correct the host function";

            assertFails(() -> given.call(1L, 2L), ErrorCode.INTERNAL, message);
            assertFails(() -> given.as(Adder.class).add(1, 2), ErrorCode.INTERNAL, message);
        }
    }

    @Test
    void makesExceptionsOfTheEngineOfErrorsOfTheHost() {
        HostInterface failing = HostTable.topLevel()
                .function("add", "func(u32, u32) -> u32", (call, arguments) -> {
                    throw new AssertionError("at home only");
                })
                .build();
        Component linked =
                ENGINE.compile(bytes("outside")).link(NOTHING.with(outside()).with(failing));

        String message = "host function 'add' failed: java.lang.AssertionError; correct the host function";
        assertFails(() -> open(linked).function("given").call(1L, 2L), ErrorCode.HOST_FAILURE, message);
        assertFails(() -> open(linked).function("double").call(1L), ErrorCode.HOST_FAILURE, message);
    }

    private Component shop() {
        Component store = ENGINE.compile(bytes("store")).link(NOTHING);
        Component audit = ENGINE.compile(bytes("audit")).link(NOTHING, store);
        return ENGINE.compile(bytes("shop")).link(NOTHING, audit, store);
    }

    private HostInterface outside() {
        return HostTable.topLevel()
                .function(
                        "add", "func(u32, u32) -> u32", (call, arguments) -> (Long) arguments[0] + (Long) arguments[1])
                .module("counter", ENGINE.coreModule(bytes("counter")))
                .component("doubler", ENGINE.compile(bytes("doubler")))
                .resource("ticket", ticket)
                .function("issue", "func(u32) -> ticket", (call, arguments) -> arguments[0])
                .function("number", "func(borrow<ticket>) -> u32", (call, arguments) -> arguments[0])
                .instance(
                        "desk",
                        HostTable.named("desk").instance("inner", inner()).build())
                .build();
    }

    private static HostInterface inner() {
        return HostTable.named("inner")
                .function("seven", "func() -> u32", (call, arguments) -> 7L)
                .build();
    }

    private void dropped(Long number) {
        droppedTickets.add(number);
    }

    private ComponentInstance open(Component component) {
        ComponentInstance instance = component.instantiate(new InstanceOptions(Meter.unlimited(), new RecordedLog()));
        opened.add(instance);
        return instance;
    }

    private static void assertFails(ThrowingCallable action, ErrorCode code, String message) {
        assertThatThrownBy(action)
                .hasMessageContaining(message)
                .isInstanceOfSatisfying(
                        EngineException.class,
                        failure -> assertThat(failure.code()).isEqualTo(code));
    }

    private static byte[] bytes(String name) {
        try (InputStream in = LinkingTest.class.getResourceAsStream(name + ".wasm")) {
            return Objects.requireNonNull(in, name).readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
