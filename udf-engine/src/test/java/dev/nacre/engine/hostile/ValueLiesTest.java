package dev.nacre.engine.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nacre.engine.ErrorCode;
import dev.nacre.engine.runtime.Code;
import dev.nacre.engine.wit.FunctionType;
import dev.nacre.engine.wit.ListType;
import dev.nacre.engine.wit.PrimitiveType;
import dev.nacre.engine.wit.WitType;
import dev.nacre.testkit.LeakCheck;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Values that are none, in every place where a value crosses a boundary: to the host and to another guest. */
@Timeout(120)
class ValueLiesTest {
    private static final int RESULT_AREA = 512;
    private static final int SPILLED = 16;

    @RegisterExtension
    final LeakCheck leaks = Stage.leakCheck();

    static Stream<ValueLie> lies() {
        return ValueLies.all();
    }

    @Test
    void areManyAndDifferent() {
        assertThat(lies().map(ValueLie::name).distinct().count()).isEqualTo(lies().count());
        assertThat(lies().count()).isGreaterThanOrEqualTo(60);
    }

    @ParameterizedTest
    @MethodSource("lies")
    void areCaughtInTheResultForTheHost(ValueLie lie) {
        FunctionType type = Frame.function(lie.type());

        assertCaught(Roles.callee(type, result(lie), lie.encoding()).build(), "f", "function 'f': " + lie.fault());
    }

    @ParameterizedTest
    @MethodSource("lies")
    void areCaughtInTheResultForAGuest(ValueLie lie) {
        FunctionType type = Frame.function(lie.type());
        boolean throughMemory = CoreSignature.lifted(type) != CoreSignature.lowered(type)
                && !CoreSignature.lowered(type).parameters().isEmpty();
        Code arguments = throughMemory ? new Code().i32(RESULT_AREA) : new Code();

        assertCaught(
                Roles.composed(Roles.callee(type, result(lie), lie.encoding()), Roles.caller(type, arguments)),
                "run",
                "function 'f': " + lie.fault());
    }

    @ParameterizedTest
    @MethodSource("lies")
    void areCaughtInAParameterForTheHost(ValueLie lie) {
        FunctionType type = Frame.procedure(lie.type());

        assertCaught(
                Roles.onHost(type, Roles.caller(type, lie.pushed(), lie.encoding())),
                "run",
                "import 'f': parameter 1 'p0': " + lie.fault());
    }

    @ParameterizedTest
    @MethodSource("lies")
    void areCaughtInAParameterForAGuest(ValueLie lie) {
        FunctionType type = Frame.procedure(lie.type());

        assertCaught(
                Roles.composed(
                        Roles.callee(type, new Code(), CanonOption.LATIN1_OR_UTF16),
                        Roles.caller(type, lie.pushed(), lie.encoding())),
                "run",
                "import 'f': parameter 1 'p0': " + lie.fault());
    }

    @ParameterizedTest
    @MethodSource("lies")
    void areCaughtInAnElementOfAList(ValueLie lie) {
        Code body = Frame.write(lie.prepared(), RESULT_AREA + 8, lie.stored());
        Frame.write(body, RESULT_AREA, RESULT_AREA + 8, 1).i32(RESULT_AREA);

        assertCaught(
                Roles.callee(Frame.function(new ListType(lie.type())), body, lie.encoding())
                        .build(),
                "f",
                "function 'f': " + lie.fault());
    }

    @ParameterizedTest
    @MethodSource("lies")
    void areCaughtInSpilledParameters(ValueLie lie) {
        WitType[] types = new WitType[SPILLED + 1];
        Arrays.fill(types, PrimitiveType.U32);
        types[SPILLED] = lie.type();
        FunctionType type = Frame.procedure(types);
        Code arguments = Frame.write(lie.prepared(), RESULT_AREA + 4 * SPILLED, lie.stored());

        assertCaught(
                Roles.composed(
                        Roles.callee(type, new Code()), Roles.caller(type, arguments.i32(RESULT_AREA), lie.encoding())),
                "run",
                "import 'f': parameter 17 'p16': " + lie.fault());
    }

    /** Code that gives the value as a core result, or a pointer to it. */
    private static Code result(ValueLie lie) {
        return lie.words().length == 1
                ? lie.pushed()
                : Frame.write(lie.prepared(), RESULT_AREA, lie.stored()).i32(RESULT_AREA);
    }

    private static void assertCaught(byte[] component, String function, String message) {
        Stage.assertLie(component, function, ErrorCode.ABI_VIOLATION, message);
    }
}
