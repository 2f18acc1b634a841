package dev.nacre.engine.abi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nacre.engine.EngineException;
import dev.nacre.engine.ErrorCode;
import dev.nacre.engine.core.CoreFunctionType;
import dev.nacre.engine.core.CoreValueType;
import dev.nacre.engine.runtime.CoreFunction;
import dev.nacre.engine.runtime.HostEntry;
import dev.nacre.engine.wit.FunctionType;
import dev.nacre.engine.wit.ListType;
import dev.nacre.engine.wit.PrimitiveType;
import dev.nacre.engine.wit.ResultType;
import dev.nacre.engine.wit.ResultValue;
import dev.nacre.engine.wit.WitType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Calls across the boundary in both directions, with Java standing for the guest's core functions. */
class FunctionCallTest {
    private static final WitType BYTES = new ListType(PrimitiveType.U8);

    private final Workbench guest = new Workbench();
    private final List<String> events = new ArrayList<>();

    @Test
    void passesBytesAndLiftsAResultFromMemory() {
        FunctionType type =
                function(List.of(BYTES), new ResultType(Optional.of(BYTES), Optional.of(PrimitiveType.STRING)));
        LiftedFunction lifted = lift(type, this::answerWithTheSameBytes, null);

        Object result = lifted.call(new Object[] {new byte[] {1, 2, 3}});

        assertThat(result)
                .isInstanceOfSatisfying(
                        ResultValue.class,
                        value -> assertThat((byte[]) value.payload()).containsExactly(1, 2, 3));
    }

    private long answerWithTheSameBytes(long[] arguments) {
        guest.memory().writeByte(512, (byte) 0);
        guest.memory().writeInt(516, (int) arguments[0]);
        guest.memory().writeInt(520, (int) arguments[1]);
        return 512;
    }

    @Test
    void passesMoreThanSixteenParametersInMemory() {
        FunctionType type = function(Collections.nCopies(17, PrimitiveType.S64), PrimitiveType.S64);
        LiftedFunction lifted = lift(
                type,
                arguments -> IntStream.range(0, 17)
                        .mapToLong(i -> guest.memory().readLong((int) arguments[0] + 8 * i))
                        .sum(),
                null);

        Object[] arguments =
                IntStream.range(0, 17).mapToObj(i -> (Object) (long) i).toArray();

        assertThat(lifted.plan().coreParameters()).isEqualTo(1);
        assertThat(lifted.call(arguments)).isEqualTo(136L);
    }

    @Test
    void passesSixteenParametersFlat() {
        FunctionType type = function(Collections.nCopies(16, PrimitiveType.S64), PrimitiveType.S64);
        LiftedFunction lifted = lift(type, arguments -> arguments[15], null);

        Object[] arguments =
                IntStream.range(0, 16).mapToObj(i -> (Object) (long) i).toArray();

        assertThat(lifted.call(arguments)).isEqualTo(15L);
    }

    @Test
    void callsPostReturnWithTheCoreResultWhileTheGuestMayNotLeave() {
        LiftedFunction lifted = lift(function(List.of(), PrimitiveType.U8), arguments -> 300, arguments -> {
            events.add("post-return " + arguments[0] + " " + guest.state().mayLeave());
            return 0;
        });

        assertThat(lifted.call(new Object[0])).isEqualTo((short) 44);
        assertThat(events).containsExactly("post-return 300 false");
        assertThat(guest.state().mayLeave()).isTrue();
    }

    @Test
    void namesFunctionAndParameterOfAnArgumentThatDoesNotFit() {
        LiftedFunction lifted = lift(function(List.of(BYTES, PrimitiveType.U32), PrimitiveType.U32), a -> 1, null);

        assertRejected(
                lifted,
                new Object[] {new byte[0], 5},
                "function 'f': parameter 2 'p1': expected java.lang.Long for u32, found java.lang.Integer");
        assertRejected(
                lifted,
                new Object[] {new byte[0]},
                "function 'f': expected 2 arguments for func(p0: list<u8>, p1: u32) -> u32, found 1");

        assertThat(lifted.call(new Object[] {new byte[0], 5L})).isEqualTo(1L);
    }

    private static void assertRejected(LiftedFunction lifted, Object[] arguments, String message) {
        assertThatThrownBy(() -> lifted.call(arguments))
                .isInstanceOfSatisfying(
                        EngineException.class,
                        failure -> assertThat(failure.code()).isEqualTo(ErrorCode.ARGUMENT_MISMATCH))
                .hasMessage(message);
    }

    @Test
    void endsTheInstanceWhenTheResultIsALie() {
        LiftedFunction lifted = lift(function(List.of(), PrimitiveType.STRING), arguments -> 3, null);

        assertThatThrownBy(() -> lifted.call(new Object[0]))
                .isInstanceOfSatisfying(
                        EngineException.class,
                        failure -> assertThat(failure.code()).isEqualTo(ErrorCode.ABI_VIOLATION))
                .hasMessage("function 'f': result not aligned: pointer 3, expected a multiple of 4");
        assertThatThrownBy(() -> lifted.call(new Object[0]))
                .isInstanceOfSatisfying(
                        EngineException.class,
                        failure -> assertThat(failure.code()).isEqualTo(ErrorCode.INSTANCE_CLOSED))
                .hasMessage(
                        "instance was closed after an error (function 'f': result not aligned: pointer 3, expected a"
                                + " multiple of 4); make a new one");
    }

    @Test
    void refusesToEnterAnInstanceThatRuns() {
        List<LiftedFunction> self = new ArrayList<>();
        LiftedFunction lifted = lift(
                function(List.of(), PrimitiveType.U8),
                arguments -> {
                    self.get(0).call(new Object[0]);
                    return 0;
                },
                null);
        self.add(lifted);

        assertThatThrownBy(() -> lifted.call(new Object[0]))
                .hasMessage("cannot enter component instance: it is running already");
        assertThat(guest.state().store().isOpen()).isFalse();
    }

    @Test
    void lowersArgumentsAndResultOfAnImport() {
        FunctionType type = function(List.of(PrimitiveType.STRING), PrimitiveType.STRING);
        HostEntry lowered = lower(type, arguments -> "<" + arguments[0] + ">");
        long text = StringEncoding.UTF8.text().store(guest.context(), "aé");

        lowered.call(new long[] {Range.pointer(text), Range.length(text), 512});

        Codec string = Workbench.codec(PrimitiveType.STRING);
        assertThat(string.load(guest.context(), 512)).isEqualTo("<aé>");
    }

    @Test
    void givesTheFlatResultOfAnImport() {
        HostEntry lowered = lower(function(List.of(), PrimitiveType.S32), arguments -> -5);

        assertThat((int) lowered.call(new long[0])).isEqualTo(-5);
    }

    @Test
    void namesImportAndParameterWhenTheGuestLies() {
        HostEntry lowered = lower(function(List.of(PrimitiveType.CHAR), PrimitiveType.U8), arguments -> 1);

        assertThatThrownBy(() -> lowered.call(new long[] {0xD800}))
                .isInstanceOfSatisfying(
                        EngineException.class,
                        failure -> assertThat(failure.code()).isEqualTo(ErrorCode.ABI_VIOLATION))
                .hasMessage("function 'f': parameter 1 'p0': char 55296 is not a Unicode scalar value");
    }

    @Test
    void blamesTheHostForAWrongResult() {
        HostEntry lowered = lower(function(List.of(), PrimitiveType.U8), arguments -> "one");

        assertThatThrownBy(() -> lowered.call(new long[0]))
                .isInstanceOfSatisfying(
                        EngineException.class,
                        failure -> assertThat(failure.code()).isEqualTo(ErrorCode.HOST_FAILURE))
                .hasMessage("function 'f': the host returned a wrong value: expected java.lang.Short for u8, found"
                        + " java.lang.String; correct the host function");
    }

    @Test
    void refusesImportsWhileTheGuestMayNotLeave() {
        HostEntry lowered = lower(function(List.of(), PrimitiveType.U8), arguments -> (short) 1);
        LiftedFunction lifted =
                lift(function(List.of(), PrimitiveType.U8), arguments -> 0, arguments -> lowered.call(new long[0]));

        assertThatThrownBy(() -> lifted.call(new Object[0]))
                .hasMessage("cannot leave component instance while it allocates or after it returned");
    }

    private LiftedFunction lift(FunctionType type, HostEntry callee, HostEntry postReturn) {
        CoreFunctionType core = new CoreFunctionType(coreParameters(type), coreResults(type));
        CoreFunctionType cleanUp = new CoreFunctionType(core.results(), List.of());
        return new LiftedFunction(
                plan(type),
                guest.context(),
                CoreFunction.host(core, callee),
                postReturn == null ? null : CoreFunction.host(cleanUp, postReturn));
    }

    private static List<CoreValueType> coreParameters(FunctionType type) {
        List<CoreValueType> flat = type.parameters().stream()
                .flatMap(parameter -> Workbench.codec(parameter.type()).layout().flat().stream())
                .toList();
        return flat.size() > CallPlan.MAX_FLAT_PARAMETERS ? List.of(CoreValueType.I32) : flat;
    }

    private static List<CoreValueType> coreResults(FunctionType type) {
        List<CoreValueType> flat =
                Workbench.codec(type.result().orElseThrow()).layout().flat();
        return flat.size() > 1 ? List.of(CoreValueType.I32) : flat;
    }

    private HostEntry lower(FunctionType type, ComponentFunction callee) {
        return LoweredFunction.of(plan(type), guest.context(), callee);
    }

    private static CallPlan plan(FunctionType type) {
        return new SignaturePlans().plan("function 'f'", type, StringEncoding.UTF8);
    }

    private static FunctionType function(List<? extends WitType> parameters, WitType result) {
        List<FunctionType.Parameter> named = IntStream.range(0, parameters.size())
                .mapToObj(i -> new FunctionType.Parameter("p" + i, parameters.get(i)))
                .toList();
        return new FunctionType(named, Optional.of(result), false);
    }
}
