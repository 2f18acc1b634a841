package dev.nacre.engine.page;

import static dev.nacre.engine.page.Samples.assertFailsAsShown;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nacre.engine.Component;
import dev.nacre.engine.ComponentEngine;
import dev.nacre.engine.ComponentInstance;
import dev.nacre.engine.ErrorCode;
import dev.nacre.engine.host.HostFunction;
import dev.nacre.engine.host.HostInterface;
import dev.nacre.engine.host.HostInterfaces;
import dev.nacre.engine.host.HostResource;
import dev.nacre.engine.host.HostState;
import dev.nacre.engine.host.HostTable;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The page's chapter on host interfaces. */
class HostInterfacesTest {
    private final ComponentEngine engine = Samples.ENGINE;

    @Test
    void offersAFunction() {
        byte[] bytes = Samples.guest("missing-import");

        // @start region="host-function"
        HostInterface vault = HostTable.named("acme:secret/vault")
                .function("open-vault", "func(string) -> string", (call, arguments) -> "the key to " + arguments[0])
                .build();
        HostInterfaces host = HostInterfaces.standard().with(vault);
        Component component = engine.compile(bytes).link(host);
        // @end
        assertThat(peek(component)).isEqualTo("the key to home");
    }

    @Test
    void refusesAFunctionOfAnotherType() {
        HostInterface vault = HostTable.named("acme:secret/vault")
                .function("open-vault", "func(string) -> u64", (call, arguments) -> 0L)
                .build();
        HostInterfaces host = HostInterfaces.standard();
        byte[] bytes = Samples.guest("missing-import");

        assertFailsAsShown(
                ErrorCode.IMPORT_MISMATCH, () -> engine.compile(bytes).link(host.with(vault)));
        assertFailsAsShown(ErrorCode.UNKNOWN_IMPORT, () -> engine.compile(bytes).link(host));
    }

    // @start region="host-state"
    /** How often one instance opened the vault. */
    static final class Openings implements HostState {
        private int count;

        String next() {
            count++;
            return "opened " + count;
        }
    }
    // @end

    @Test
    void keepsStateForEachInstance() {
        // @start region="host-call"
        HostFunction open = (call, arguments) -> {
            call.meter().poll();
            call.log().log("info", "the vault was opened");
            return call.state(Openings.class, Openings::new).next();
        };
        // @end
        HostInterface vault = HostTable.named("acme:secret/vault")
                .function("open-vault", "func(string) -> string", open)
                .build();
        Component component = engine.compile(Samples.guest("missing-import"))
                .link(HostInterfaces.standard().with(vault));

        assertThat(peek(component)).isEqualTo("opened 1");
        assertThat(peek(component)).isEqualTo("opened 1");
    }

    @Test
    void offersEverythingThatCanBeImported() {
        byte[] counterBytes = Samples.linked("counter");
        byte[] doublerBytes = Samples.linked("doubler");
        byte[] bytes = Samples.linked("outside");
        List<Object> returned = new ArrayList<>();

        // @start region="host-world"
        HostResource ticket = new HostResource("acme:desk#ticket", (call, number) -> returned.add(number));
        HostInterface inner = HostTable.named("inner")
                .function("seven", "func() -> u32", (call, arguments) -> 7L)
                .build();
        HostInterface world = HostTable.topLevel()
                .resource("ticket", ticket)
                .function("issue", "func(u32) -> ticket", (call, arguments) -> arguments[0])
                .function("number", "func(borrow<ticket>) -> u32", (call, arguments) -> arguments[0])
                .function(
                        "add", "func(u32, u32) -> u32", (call, arguments) -> (Long) arguments[0] + (Long) arguments[1])
                .module("counter", engine.coreModule(counterBytes))
                .component("doubler", engine.compile(doublerBytes))
                .instance(
                        "desk", HostTable.named("desk").instance("inner", inner).build())
                .build();
        Component component =
                engine.compile(bytes).link(HostInterfaces.standard().with(world));
        // @end
        try (ComponentInstance instance = component.instantiate(Samples.options())) {
            assertThat(instance.function("show").call(5L)).isEqualTo(5L);
            assertThat(returned).containsExactly(5L);
            assertThat(instance.function("double").call(21L)).isEqualTo(42L);
            assertThat(instance.function("count").call()).isEqualTo(21L);
            assertThat(instance.function("seven").call()).isEqualTo(7L);
        }
    }

    private static Object peek(Component component) {
        try (ComponentInstance instance = component.instantiate(Samples.options())) {
            return String.valueOf(instance.function("peek").call("home"));
        }
    }
}
