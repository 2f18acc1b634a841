package dev.nacre.engine.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nacre.engine.ErrorCode;
import dev.nacre.engine.hostile.Roles.Part;
import dev.nacre.engine.runtime.Code;
import dev.nacre.engine.wit.FunctionType;
import dev.nacre.engine.wit.ListType;
import dev.nacre.engine.wit.PrimitiveType;
import dev.nacre.engine.wit.WitType;
import dev.nacre.testkit.LeakCheck;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Values that are none, in every place where a value crosses a boundary: to the host and to another guest. For each place
 * there is one component, in which every lie has a function of its own; each is told in an instance of its own.
 */
@Timeout(120)
class ValueLiesTest {
    private static final int AREA = 512;
    private static final int SPILLED = 16;

    private static final List<ValueLie> LIES = ValueLies.all().toList();

    private static final List<Part> RESULTS =
            parts(lie -> new Part(Frame.function(lie.type()), result(lie)).in(lie.encoding()));
    private static final List<Part> TAKERS = parts(lie -> new Part(Frame.function(lie.type()), resultArea(lie)));
    private static final List<Part> ELEMENTS = parts(lie -> new Part(
                    Frame.function(new ListType(lie.type())),
                    Frame.write(element(lie), AREA, AREA + 8, 1).i32(AREA))
            .in(lie.encoding()));
    private static final List<Part> ARGUMENTS =
            parts(lie -> new Part(Frame.procedure(lie.type()), lie.pushed()).in(lie.encoding()));
    private static final List<Part> ACCEPTORS =
            parts(lie -> new Part(Frame.procedure(lie.type()), new Code()).in(CanonOption.LATIN1_OR_UTF16));
    private static final List<Part> SPILLED_ARGUMENTS = parts(lie -> new Part(
                    spilled(lie),
                    Frame.write(lie.prepared(), AREA + 4 * SPILLED, lie.stored())
                            .i32(AREA))
            .in(lie.encoding()));
    private static final List<Part> SPILLED_ACCEPTORS = parts(lie -> new Part(spilled(lie), new Code()));

    private static final byte[] RESULT_FOR_HOST = Roles.callee(RESULTS).build();
    private static final byte[] RESULT_FOR_GUEST = composed(RESULTS, TAKERS);
    private static final byte[] ELEMENT = Roles.callee(ELEMENTS).build();
    private static final byte[] ARGUMENT_FOR_HOST = Roles.onHost(ARGUMENTS, Roles.caller(ARGUMENTS));
    private static final byte[] ARGUMENT_FOR_GUEST = composed(ACCEPTORS, ARGUMENTS);
    private static final byte[] SPILLED_ARGUMENT = composed(SPILLED_ACCEPTORS, SPILLED_ARGUMENTS);

    @RegisterExtension
    final LeakCheck leaks = Stage.leakCheck();

    static List<ValueLie> lies() {
        return LIES;
    }

    @Test
    void areManyAndDifferent() {
        assertThat(LIES).extracting(ValueLie::name).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(60);
    }

    @ParameterizedTest
    @MethodSource("lies")
    void areCaughtInTheResultForTheHost(ValueLie lie) {
        assertCaught(RESULT_FOR_HOST, name(lie), "function '" + name(lie) + "': " + lie.fault());
    }

    @ParameterizedTest
    @MethodSource("lies")
    void areCaughtInTheResultForAGuest(ValueLie lie) {
        assertCaught(RESULT_FOR_GUEST, "run-" + name(lie), "function '" + name(lie) + "': " + lie.fault());
    }

    @ParameterizedTest
    @MethodSource("lies")
    void areCaughtInAnElementOfAList(ValueLie lie) {
        assertCaught(ELEMENT, name(lie), "function '" + name(lie) + "': " + lie.fault());
    }

    @ParameterizedTest
    @MethodSource("lies")
    void areCaughtInAParameterForTheHost(ValueLie lie) {
        assertCaught(
                ARGUMENT_FOR_HOST, "run-" + name(lie), "import '" + name(lie) + "': parameter 1 'p0': " + lie.fault());
    }

    @ParameterizedTest
    @MethodSource("lies")
    void areCaughtInAParameterForAGuest(ValueLie lie) {
        assertCaught(
                ARGUMENT_FOR_GUEST, "run-" + name(lie), "import '" + name(lie) + "': parameter 1 'p0': " + lie.fault());
    }

    @ParameterizedTest
    @MethodSource("lies")
    void areCaughtInSpilledParameters(ValueLie lie) {
        assertCaught(
                SPILLED_ARGUMENT, "run-" + name(lie), "import '" + name(lie) + "': parameter 17 'p16': " + lie.fault());
    }

    private static void assertCaught(byte[] component, String function, String message) {
        Stage.assertLie(component, function, ErrorCode.ABI_VIOLATION, message);
    }

    /** The function of a lie: {@code f0}, {@code f1} and so on. */
    private static String name(ValueLie lie) {
        return "f" + LIES.indexOf(lie);
    }

    private static List<Part> parts(Function<ValueLie, Part> part) {
        return LIES.stream().map(lie -> part.apply(lie).named(name(lie))).toList();
    }

    private static byte[] composed(List<Part> callees, List<Part> callers) {
        String[] names = IntStream.range(0, LIES.size()).mapToObj(i -> "f" + i).toArray(String[]::new);
        return Roles.composed(Roles.callee(callees), Roles.caller(callers), names);
    }

    /** Code that gives the value as a core result, or a pointer to it. */
    private static Code result(ValueLie lie) {
        return lie.words().length == 1
                ? lie.pushed()
                : Frame.write(lie.prepared(), AREA, lie.stored()).i32(AREA);
    }

    /** What a caller passes for the result: where it shall go, when it does not travel flat. */
    private static Code resultArea(ValueLie lie) {
        return lie.words().length == 1 ? new Code() : new Code().i32(AREA);
    }

    private static Code element(ValueLie lie) {
        return Frame.write(lie.prepared(), AREA + 8, lie.stored());
    }

    private static FunctionType spilled(ValueLie lie) {
        WitType[] types = new WitType[SPILLED + 1];
        Arrays.fill(types, PrimitiveType.U32);
        types[SPILLED] = lie.type();
        return Frame.procedure(types);
    }
}
