package dev.nacre.engine.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nacre.engine.EngineException;
import dev.nacre.engine.core.CoreFunctionType;
import dev.nacre.engine.core.CoreValueType;
import dev.nacre.engine.runtime.Code;
import dev.nacre.engine.runtime.ModuleBuilder;
import dev.nacre.engine.runtime.Op;
import dev.nacre.testkit.LeakCheck;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Modules that look like the shims and fixups that the engine leaves out, and would do something else than what it does in
 * their place: the component must do what it does when they run.
 */
class ShimLikenessTest {
    private static final CoreFunctionType TO_TWO =
            ModuleBuilder.type(List.of(), List.of(CoreValueType.I32, CoreValueType.I32));
    private static final CoreFunctionType REFERENCE_TO_INT =
            ModuleBuilder.type(List.of(CoreValueType.FUNCREF), List.of(CoreValueType.I32));
    private static final CoreFunctionType LONG_TO_INT =
            ModuleBuilder.type(List.of(CoreValueType.I64), List.of(CoreValueType.I32));

    @RegisterExtension
    final LeakCheck leaks = Stage.leakCheck();

    static Stream<Arguments> likenesses() {
        Code seven = new Code().i32(7);
        Code same = new Code().get(0);
        return Stream.of(
                Arguments.of(
                        "an honest shim",
                        "7",
                        new ShimLikeness()
                                .forward(Frame.TO_INT, 0)
                                .target(Frame.TO_INT, seven)
                                .run(new Code().call(0))),
                Arguments.of(
                        "a slot of fewer parameters",
                        "TRAP",
                        new ShimLikeness()
                                .forward(Frame.INT_TO_INT, 0)
                                .target(Frame.TO_INT, seven)
                                .run(new Code().i32(1).call(0))),
                Arguments.of(
                        "a slot of more parameters",
                        "TRAP",
                        new ShimLikeness()
                                .forward(Frame.TO_INT, 0)
                                .target(Frame.INT_TO_INT, same)
                                .run(new Code().call(0))),
                Arguments.of(
                        "a slot of wider parameters",
                        "TRAP",
                        new ShimLikeness()
                                .forward(LONG_TO_INT, 0)
                                .target(Frame.INT_TO_INT, same)
                                .run(new Code().i64(1L << 40 | 9).call(0))),
                Arguments.of(
                        "one slot of two types",
                        "TRAP",
                        new ShimLikeness()
                                .forward(Frame.TO_INT, 0)
                                .forward(Frame.INT_TO_INT, 0)
                                .target(Frame.INT_TO_INT, same)
                                .run(new Code().call(0))),
                Arguments.of(
                        "a fixup that fills too much",
                        "TRAP",
                        new ShimLikeness()
                                .tableSize(1)
                                .forward(Frame.TO_INT, 0)
                                .target(Frame.TO_INT, seven)
                                .target(Frame.TO_INT, seven)
                                .run(new Code().call(0))),
                Arguments.of(
                        "a fixup that fills before the start",
                        "TRAP",
                        new ShimLikeness()
                                .offset(-1)
                                .forward(Frame.TO_INT, 0)
                                .target(Frame.TO_INT, seven)
                                .target(Frame.TO_INT, seven)
                                .run(new Code().call(0))),
                Arguments.of(
                        "a slot that is not there",
                        "TRAP",
                        new ShimLikeness()
                                .forward(Frame.TO_INT, 5)
                                .target(Frame.TO_INT, seven)
                                .run(new Code().call(0))),
                Arguments.of(
                        "a shim that fills its table too far",
                        "TRAP",
                        new ShimLikeness()
                                .forward(Frame.TO_INT, 0)
                                .target(Frame.TO_INT, seven)
                                .shimAlso(shim -> shim.elements(1, 0))
                                .run(new Code().call(0))),
                Arguments.of(
                        "a shim with another type of its own in the table, called while main starts",
                        "42",
                        new ShimLikeness()
                                .tableSize(2)
                                .forward(Frame.TO_INT, 1)
                                .target(Frame.TO_INT, seven)
                                .target(Frame.TO_INT, new Code().i32(42))
                                .shimAlso(shim -> shim.passiveElements(0))
                                .run(new Code().call(0))),
                Arguments.of(
                        "an exception that main catches",
                        "77",
                        throwing()
                                .run(new Code()
                                        .block()
                                        .tryCatchAll(0)
                                        .call(0)
                                        .end()
                                        .i32(1)
                                        .op(Op.RETURN)
                                        .end()
                                        .i32(77))),
                Arguments.of(
                        "two results",
                        "11",
                        new ShimLikeness()
                                .forward(TO_TWO, 0)
                                .target(TO_TWO, new Code().i32(5).i32(6))
                                .run(new Code().call(0).op(Op.I32_ADD))),
                Arguments.of(
                        "a reference to a function of main",
                        "23",
                        new ShimLikeness()
                                .forward(REFERENCE_TO_INT, 0)
                                .target(
                                        REFERENCE_TO_INT,
                                        new Code()
                                                .get(0)
                                                .op(Op.REF_IS_NULL)
                                                .i32(23)
                                                .op(Op.I32_ADD))
                                .mainAlso(
                                        main -> main.declare(main.function(main.type(Frame.TO_INT), new Code().i32(1))))
                                .run(new Code().function(1).call(0))),
                Arguments.of(
                        "a call before the fixup ran",
                        "TRAP",
                        new ShimLikeness()
                                .forward(Frame.TO_NOTHING, 0)
                                .target(Frame.TO_NOTHING, new Code())
                                .mainAlso(main -> main.start(0))));
    }

    private static ShimLikeness throwing() {
        ShimLikeness likeness = new ShimLikeness().forward(Frame.TO_NOTHING, 0);
        return likeness.targetsAlso(targets -> targets.tag(targets.type(Frame.TO_NOTHING)))
                .target(Frame.TO_NOTHING, new Code().raise(0));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("likenesses")
    void doWhatTheyDoWhenTheyRun(String name, String outcome, ShimLikeness likeness) {
        assertThat(outcome(likeness.plain())).as("run").isEqualTo(outcome);
        assertThat(outcome(likeness.likely())).as("left out").isEqualTo(outcome);
    }

    private static String outcome(byte[] component) {
        try {
            return String.valueOf(Stage.call(component, "run"));
        } catch (EngineException failure) {
            return failure.code().toString();
        }
    }
}
