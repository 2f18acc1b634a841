package dev.nacre.engine.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nacre.engine.Component;
import dev.nacre.engine.EngineException;
import dev.nacre.engine.ErrorCode;
import dev.nacre.engine.hostile.Roles.Part;
import dev.nacre.engine.runtime.Code;
import dev.nacre.engine.runtime.ModuleBuilder;
import dev.nacre.engine.runtime.Op;
import dev.nacre.engine.wit.PrimitiveType;
import dev.nacre.testkit.LeakCheck;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What goes wrong in one guest while another waits for it: it ends both, and nobody can catch it. */
@Timeout(120)
class PassingOnTest {
    @RegisterExtension
    final LeakCheck leaks = Stage.leakCheck();

    @AfterEach
    void forgetTheHook() {
        Stage.whenTheHostIsCalled(() -> {});
    }

    static Stream<Arguments> ends() {
        return Stream.of(
                Arguments.of("traps", new Code().op(Op.UNREACHABLE), ErrorCode.TRAP, "unreachable, in core function 1"),
                Arguments.of(
                        "divides by zero",
                        new Code().i32(1).i32(0).op(Op.I32_DIV_S, Op.DROP),
                        ErrorCode.TRAP,
                        "integer divide by zero, in core function 1"),
                Arguments.of("throws", new Code().raise(Callee.TAG), ErrorCode.TRAP, "uncaught exception"),
                Arguments.of("loops", new Code().loop().branch(0).end(), ErrorCode.TIMEOUT, Stage.TOO_LONG),
                Arguments.of("calls itself", new Code().call(1), ErrorCode.CALL_DEPTH, Stage.TOO_DEEP));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ends")
    void aCallerCannotCatchWhatEndsItsCallee(String name, Code code, ErrorCode error, String message) {
        byte[] component = Callee.nothing(code).calledBy(catchingCaller());

        Stage.assertLie(component, "run-f", timeout(error), error, message);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ends")
    void aStartFunctionThatEndsBadlyLeavesNothing(String name, Code code, ErrorCode error, String message) {
        Component component = Stage.ENGINE.load(Callee.nothing(new Code())
                .start(new Code().repeat(1, error == ErrorCode.CALL_DEPTH ? new Code().call(3) : code))
                .alone());

        Stage.assertFails(
                () -> component.instantiate(Stage.options(timeout(error))),
                error,
                message.replace("function 1", "function 3"));
    }

    @Test
    void aCallerCannotCatchWhatEndsTheHost() {
        byte[] component = Roles.onHost(List.of(new Part(Frame.NOTHING, new Code())), catchingCaller());
        Stage.whenTheHostIsCalled(() -> {
            throw new EngineException(ErrorCode.LIMIT, "no more");
        });
        Stage.assertLie(component, "run-f", ErrorCode.LIMIT, "no more");

        Stage.whenTheHostIsCalled(() -> {
            throw new IllegalStateException("broken");
        });
        Stage.assertLie(
                component,
                "run-f",
                ErrorCode.HOST_FAILURE,
                "host function 'test:hostile/host#f' failed: java.lang.IllegalStateException; correct the host function");
    }

    @Test
    void aStartFunctionMayCallImportsAndMayLieToThem() {
        byte[] honest =
                Callee.nothing(new Code()).start(new Code().call(Callee.G)).alone();
        int[] calls = {0};
        Stage.whenTheHostIsCalled(() -> calls[0]++);

        assertThat(Stage.call(honest, "ok")).isEqualTo(42L);
        assertThat(calls[0]).isEqualTo(1);

        byte[] lying =
                Roles.onHost(List.of(new Part(Frame.procedure(PrimitiveType.STRING), new Code())), startingCaller());
        Component component = Stage.ENGINE.load(lying);
        Stage.assertFails(
                () -> component.instantiate(Stage.options(Stage.GENEROUS)),
                ErrorCode.ABI_VIOLATION,
                "import 'f': parameter 1 'p0': " + ValueLie.outOfBounds("string", 65_536, 1));
    }

    /** A caller that calls {@code f: func(string)} when it starts, with a text that is not there. */
    private static ComponentWriter startingCaller() {
        ComponentWriter component = new ComponentWriter();
        int f = component.importFunction("f", Frame.procedure(PrimitiveType.STRING));
        Frame frame = Frame.of(component);
        int lowered = component.lower(f, frame.options());
        ModuleBuilder module = Frame.user();
        int call = module.importFunction(
                "host", "f", module.type(CoreSignature.lowered(Frame.procedure(PrimitiveType.STRING))));
        module.start(module.function(
                module.type(Frame.TO_NOTHING), new Code().i32(Frame.PAGE).i32(1).call(call)));
        module.exported("run-f", Frame.TO_INT, new Code().i32(1));
        int instance = frame.instantiate(Roles.honest(module), Item.coreFunction("f", lowered));
        component.export("run-f", instance, Frame.NUMBER);
        component.export("ok", instance, Frame.NUMBER);
        return component;
    }

    /** A caller that catches every exception of {@code f: func()}. */
    private static ComponentWriter catchingCaller() {
        ComponentWriter component = new ComponentWriter();
        int lowered = component.lower(component.importFunction("f", Frame.NOTHING));
        ModuleBuilder module = new ModuleBuilder();
        int f = module.importFunction("host", "f", module.type(Frame.TO_NOTHING));
        module.exported(
                "run-f",
                Frame.TO_INT,
                new Code().block().tryCatchAll(0).call(f).end().end().i32(1));
        int instance = component.coreInstance(
                component.coreModule(Roles.honest(module)),
                Map.of("host", component.coreBag(Item.coreFunction("f", lowered))));
        component.export("run-f", instance, Frame.NUMBER);
        component.export("ok", instance, Frame.NUMBER);
        return component;
    }

    @Test
    void aTrapThreeComponentsDownEndsAll() {
        Reentrance parent = new Reentrance();
        int deepest = parent.child(parent.leaf(new Code().op(Op.UNREACHABLE)));
        int middle = parent.child(deepest);

        byte[] component = parent.exporting(parent.child(middle));

        Stage.assertLie(component, "run", ErrorCode.TRAP, "unreachable, in core function 0");
    }

    private static Duration timeout(ErrorCode code) {
        return code == ErrorCode.TIMEOUT ? Stage.SHORT : Stage.GENEROUS;
    }
}
