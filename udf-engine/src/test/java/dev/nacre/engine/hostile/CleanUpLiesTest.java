package dev.nacre.engine.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nacre.engine.ComponentInstance;
import dev.nacre.engine.ErrorCode;
import dev.nacre.engine.runtime.Code;
import dev.nacre.engine.runtime.Op;
import dev.nacre.engine.wit.FunctionType;
import dev.nacre.engine.wit.PrimitiveType;
import dev.nacre.testkit.LeakCheck;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What guests must not do once they have returned. */
@Timeout(120)
class CleanUpLiesTest {
    private static final FunctionType TEXT = Frame.function(PrimitiveType.STRING);
    private static final int AREA = 512;

    @RegisterExtension
    final LeakCheck leaks = Stage.leakCheck();

    static Stream<Arguments> lies() {
        return Stream.of(
                Arguments.of("leaves", new Code().call(Callee.G), ErrorCode.ABI_VIOLATION, Stage.LEAVING),
                Arguments.of("traps", new Code().op(Op.UNREACHABLE), ErrorCode.TRAP, "unreachable, in core function 3"),
                Arguments.of("throws", new Code().raise(Callee.TAG), ErrorCode.TRAP, "uncaught exception"),
                Arguments.of("loops", new Code().loop().branch(0).end(), ErrorCode.TIMEOUT, Stage.TOO_LONG),
                Arguments.of("calls itself", new Code().get(0).call(3), ErrorCode.CALL_DEPTH, Stage.TOO_DEEP),
                Arguments.of(
                        "reads out of bounds",
                        new Code().i32(-1).access(Op.I32_LOAD, 0).op(Op.DROP),
                        ErrorCode.TRAP,
                        "out of bounds memory access, in core function 3"));
    }

    private static Callee callee(Code cleanUp) {
        return new Callee(
                        TEXT,
                        Frame.write(new Code(), AREA, ValueLie.PLACE, 4, 0x74786574)
                                .i32(ValueLie.PLACE)
                                .i32(0x74786574)
                                .access(Op.I32_STORE, 0)
                                .i32(AREA))
                .postReturn(cleanUp);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lies")
    void areCaughtAfterACallOfTheHost(String name, Code cleanUp, ErrorCode code, String message) {
        Stage.assertLie(callee(cleanUp).alone(), "f", timeout(code), code, message);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lies")
    void areCaughtAfterACallOfAGuest(String name, Code cleanUp, ErrorCode code, String message) {
        byte[] component = callee(cleanUp).calledBy(Roles.caller(new Roles.Part(TEXT, new Code().i32(AREA))));

        Stage.assertLie(component, "run-f", timeout(code), code, message);
    }

    private static Duration timeout(ErrorCode code) {
        return code == ErrorCode.TIMEOUT ? Stage.SHORT : Stage.GENEROUS;
    }

    @Test
    void areNotToldWithTheCoreResultAndAfterTheValueWasTaken() {
        Code wipesAndNotes = new Code()
                .i32(ValueLie.PLACE)
                .i32(0)
                .access(Op.I32_STORE, 0)
                .i32(0)
                .get(0)
                .access(Op.I32_STORE, 0);
        try (ComponentInstance instance = Stage.start(callee(wipesAndNotes).alone())) {
            assertThat(instance.function("f").call()).isEqualTo("text");
            assertThat(instance.function("seen").call()).isEqualTo((long) AREA);
        }
    }

    @Test
    void areNotToldByTheFlatResultOfAnyType() {
        Code notes =
                new Code().i32(0).get(0).op(0xB6).op(Op.I32_TRUNC_F64_S - 2).access(Op.I32_STORE, 0);
        Callee callee =
                new Callee(Frame.function(PrimitiveType.F64), new Code().i32(11).op(0xB7)).postReturn(notes);
        try (ComponentInstance instance = Stage.start(callee.alone())) {
            assertThat(instance.function("f").call()).isEqualTo(11.0);
            assertThat(instance.function("seen").call()).isEqualTo(11L);
        }
    }

    @Test
    void doNotRunWhenTheResultIsALieItself() {
        Callee callee = new Callee(Frame.function(PrimitiveType.CHAR), new Code().i32(0xD800))
                .postReturn(new Code().op(Op.UNREACHABLE));

        Stage.assertLie(
                callee.alone(), "f", ErrorCode.ABI_VIOLATION, "function 'f': char 55296 is not a Unicode scalar value");
    }
}
