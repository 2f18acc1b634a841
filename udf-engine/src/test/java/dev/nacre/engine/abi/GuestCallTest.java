package dev.nacre.engine.abi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nacre.engine.core.CoreFunctionType;
import dev.nacre.engine.core.CoreValueType;
import dev.nacre.engine.runtime.CoreFunction;
import dev.nacre.engine.runtime.HostEntry;
import dev.nacre.engine.wit.FunctionType;
import dev.nacre.engine.wit.PrimitiveType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Calls from one guest to another, with Java standing for their core functions. */
class GuestCallTest {
    private static final FunctionType ECHO = new FunctionType(
            List.of(new FunctionType.Parameter("text", PrimitiveType.STRING)),
            Optional.of(PrimitiveType.STRING),
            false);
    private static final int RESULT = 512;

    private final List<String> events = new ArrayList<>();
    private final Workbench caller = new Workbench();
    private final Workbench callee = new Workbench();

    @Test
    void writesTheResultBeforeTheCalleeCleansUp() {
        HostEntry call = lower(caller, noting("caller", caller), lift(callee, noting("callee", callee)));

        call(call, caller, "aé");

        assertThat(events)
                .containsExactly(
                        "callee allocates, may leave false",
                        "callee runs, may leave true",
                        "caller allocates, may leave false",
                        "callee cleans up, may leave false");
        assertThat(result(caller)).isEqualTo("aé");
        assertThat(callee.state().mayLeave()).isTrue();
        assertThat(caller.state().mayLeave()).isTrue();
    }

    @Test
    void entersTheCalleeBeforeItLooksAtTheArguments() {
        HostEntry call = lower(caller, caller.context(), lift(callee, callee.context()));
        callee.state().enterFrom(null);

        assertThatThrownBy(() -> call.call(new long[] {-1, -1, RESULT}))
                .hasMessage("cannot enter component instance: it is running already");
    }

    @Test
    void namesTheFunctionOfTheGuestThatLies() {
        HostEntry call = lower(caller, caller.context(), lift(callee, callee.context()));
        assertThatThrownBy(() -> call.call(new long[] {-1, 1, RESULT}))
                .hasMessageStartingWith("import 'echo': parameter 1 'text': string out of bounds of memory");
    }

    @Test
    void namesTheFunctionOfTheGuestWhoseAllocatorLies() {
        AbiContext lying = callee.contextWith((oldPointer, oldBytes, alignment, newBytes) -> -1);
        HostEntry call = lower(caller, caller.context(), lift(callee, lying));

        assertThatThrownBy(() -> call(call, caller, "abc"))
                .hasMessageStartingWith(
                        "function 'echo': parameter 1 'text': memory from realloc out of bounds of memory");
    }

    @Test
    void namesTheFunctionOfTheCallerForAPointerToTheResultThatLies() {
        HostEntry call = lower(caller, caller.context(), lift(callee, callee.context()));

        assertThatThrownBy(() -> call.call(new long[] {100, 0, RESULT + 1}))
                .hasMessage("import 'echo': result not aligned: pointer 513, expected a multiple of 4");
    }

    private AbiContext noting(String who, Workbench guest) {
        return guest.contextWith((oldPointer, oldBytes, alignment, newBytes) -> {
            note(who + " allocates", guest);
            return guest.allocate(new Layout(newBytes, alignment, List.of()));
        });
    }

    private void note(String what, Workbench guest) {
        events.add(what + ", may leave " + guest.state().mayLeave());
    }

    /** Gives back the text it gets, from a tuple at address 0. */
    private LiftedFunction lift(Workbench guest, AbiContext context) {
        CoreFunctionType core =
                new CoreFunctionType(List.of(CoreValueType.I32, CoreValueType.I32), List.of(CoreValueType.I32));
        CoreFunctionType cleanUp = new CoreFunctionType(List.of(CoreValueType.I32), List.of());
        return new LiftedFunction(
                plan("function 'echo'"),
                context,
                CoreFunction.host(core, arguments -> {
                    note("callee runs", guest);
                    guest.memory().writeInt(0, (int) arguments[0]);
                    guest.memory().writeInt(4, (int) arguments[1]);
                    return 0;
                }),
                CoreFunction.host(cleanUp, arguments -> {
                    note("callee cleans up", guest);
                    return 0;
                }));
    }

    private static HostEntry lower(Workbench guest, AbiContext context, ComponentFunction function) {
        assertThat(context.state()).isSameAs(guest.state());
        return LoweredFunction.of(plan("import 'echo'"), context, function);
    }

    private static CallPlan plan(String subject) {
        return new SignaturePlans().plan(subject, ECHO, StringEncoding.UTF8);
    }

    /** Calls with a text at address 100. */
    private static void call(HostEntry entry, Workbench guest, String text) {
        long range = StringEncoding.UTF8.text().store(guest.contextWith((a, b, c, d) -> 100), text);
        entry.call(new long[] {Range.pointer(range), Range.length(range), RESULT});
    }

    private static Object result(Workbench guest) {
        return Workbench.codec(PrimitiveType.STRING).load(guest.contextWith((a, b, c, d) -> 0), RESULT);
    }
}
