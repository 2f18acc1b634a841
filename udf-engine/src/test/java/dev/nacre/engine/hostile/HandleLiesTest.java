package dev.nacre.engine.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nacre.engine.ComponentInstance;
import dev.nacre.engine.ErrorCode;
import dev.nacre.engine.GuestResource;
import dev.nacre.engine.core.CoreValueType;
import dev.nacre.engine.runtime.Code;
import dev.nacre.engine.runtime.Op;
import dev.nacre.testkit.LeakCheck;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Handles that are none, or not any more, or not of this kind: CanonicalABI.md, "Resource State" and below. */
@Timeout(120)
class HandleLiesTest {
    private static final String THING = "import 'take': parameter 1 'p0': ";
    private static final String PEEKED = "import 'peek': parameter 1 'p0': ";

    @RegisterExtension
    final LeakCheck leaks = Stage.leakCheck();

    /** A user's code whose first handle of a thing has index 1. */
    private static Code made() {
        return new Code().i32(7).call(Things.MAKE).op(Op.DROP);
    }

    private static Code on(Code code, int handle, int function) {
        code.i32(handle).call(function);
        return function == Things.PEEK ? code.op(Op.DROP) : code;
    }

    private static Arguments lie(String name, Code code, String message) {
        return Arguments.of(name, code, message);
    }

    static Stream<Arguments> liesOfAUser() {
        return Stream.of(
                lie("gives what is none", on(made(), 17, Things.TAKE), THING + "unknown handle index 17"),
                lie("gives 0", on(made(), 0, Things.TAKE), THING + "unknown handle index 0"),
                lie("gives -1", on(made(), -1, Things.TAKE), THING + "unknown handle index 4294967295"),
                lie("lends what is none", on(made(), 2, Things.PEEK), PEEKED + "unknown handle index 2"),
                lie(
                        "lends the lowest number",
                        on(made(), 1 << 31, Things.PEEK),
                        PEEKED + "unknown handle index 2147483648"),
                lie("drops what is none", on(made(), 2, Things.DROP), "resource.drop: unknown handle index 2"),
                lie("drops 0", on(made(), 0, Things.DROP), "resource.drop: unknown handle index 0"),
                lie("drops -1", on(made(), -1, Things.DROP), "resource.drop: unknown handle index 4294967295"),
                lie(
                        "drops twice",
                        on(on(made(), 1, Things.DROP), 1, Things.DROP),
                        "resource.drop: unknown handle index 1"),
                lie("gives twice", on(on(made(), 1, Things.TAKE), 1, Things.TAKE), THING + "unknown handle index 1"),
                lie(
                        "lends what it gave",
                        on(on(made(), 1, Things.TAKE), 1, Things.PEEK),
                        PEEKED + "unknown handle index 1"),
                lie(
                        "lends what it dropped",
                        on(on(made(), 1, Things.DROP), 1, Things.PEEK),
                        PEEKED + "unknown handle index 1"),
                lie(
                        "drops what it gave",
                        on(on(made(), 1, Things.TAKE), 1, Things.DROP),
                        "resource.drop: unknown handle index 1"),
                lie(
                        "gives another type",
                        on(made(), 1, Things.TAKE_OTHER),
                        "import 'take-other': parameter 1 'p0': handle index 1 used with the wrong type, expected other, found"
                                + " thing"),
                lie(
                        "drops as another type",
                        on(made(), 1, Things.DROP_OTHER),
                        "resource.drop: handle index 1 used with the wrong type, expected other, found thing"),
                lie(
                        "takes the place of another type",
                        on(
                                on(made(), 1, Things.DROP)
                                        .i32(1)
                                        .call(Things.MAKE_OTHER)
                                        .op(Op.DROP),
                                1,
                                Things.PEEK),
                        PEEKED + "handle index 1 used with the wrong type, expected thing, found other"),
                lie(
                        "gives while it lends",
                        made().i32(1).i32(1).call(Things.LEND_AND_GIVE),
                        "import 'lend-and-give': parameter 2 'p1': cannot remove owned resource while borrowed: handle index"
                                + " 1"),
                lie(
                        "lends what it gives",
                        made().i32(1).i32(1).call(Things.GIVE_AND_LEND),
                        "import 'give-and-lend': parameter 2 'p1': unknown handle index 1"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("liesOfAUser")
    void ofAUserAreCaught(String name, Code code, String message) {
        Stage.assertLie(new Things().userDoes(code).build(), "run", ErrorCode.ABI_VIOLATION, message);
    }

    static Stream<Arguments> liesOfAMaker() {
        Code one = new Code().i32(7).call(Things.NEW).op(Op.DROP);
        return Stream.of(
                lie("looks behind what is none", look(one, 5, Things.REP), "resource.rep: unknown handle index 5"),
                lie("looks behind 0", look(one, 0, Things.REP), "resource.rep: unknown handle index 0"),
                lie("looks behind -1", look(one, -1, Things.REP), "resource.rep: unknown handle index 4294967295"),
                lie(
                        "looks behind another type",
                        look(one, 1, Things.REP_OTHER),
                        "resource.rep: handle index 1 used with the wrong type, expected other, found thing"),
                lie(
                        "looks behind what it dropped",
                        look(new Code().repeat(1, one).i32(1).call(Things.OWN_DROP), 1, Things.REP),
                        "resource.rep: unknown handle index 1"),
                lie(
                        "drops its own twice",
                        new Code().repeat(1, one).repeat(2, new Code().i32(1).call(Things.OWN_DROP)),
                        "resource.drop: unknown handle index 1"));
    }

    private static Code look(Code before, int handle, int function) {
        return new Code().repeat(1, before).i32(handle).call(function).op(Op.DROP);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("liesOfAMaker")
    void ofAMakerAreCaught(String name, Code code, String message) {
        Stage.assertLie(new Things().makerDoes(code).build(), "mischief", ErrorCode.ABI_VIOLATION, message);
    }

    static Stream<Arguments> liesAboutWhatIsLent() {
        String kept = "function 'keep': 1 borrow handles remain at the end of the call";
        return Stream.of(
                lie("keeps it", new Code(), kept),
                lie(
                        "gives it",
                        new Code().get(0).call(Things.TAKE),
                        THING + "handle index 1 is borrowed, expected an own handle"),
                lie("lends and keeps it", new Code().get(0).call(Things.PEEK).op(Op.DROP), kept),
                lie(
                        "drops it twice",
                        new Code().get(0).call(Things.DROP).get(0).call(Things.DROP),
                        "resource.drop: unknown handle index 1"),
                lie(
                        "lends it when it is dropped",
                        new Code()
                                .get(0)
                                .call(Things.DROP)
                                .get(0)
                                .call(Things.PEEK)
                                .op(Op.DROP),
                        PEEKED + "unknown handle index 1"),
                lie("drops another instead", new Code().i32(3).call(Things.MAKE).call(Things.DROP), kept),
                lie(
                        "gives it while it is lent again",
                        new Code().get(0).get(0).call(Things.LEND_AND_GIVE),
                        "import 'lend-and-give': parameter 2 'p1': handle index 1 is borrowed, expected an own handle"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("liesAboutWhatIsLent")
    void aboutWhatIsLentAreCaught(String name, Code code, String message) {
        byte[] component = new Things().userDoesWithWhatIsLent(code).build();
        try (ComponentInstance instance = Stage.start(component)) {
            GuestResource thing = (GuestResource) instance.function("make").call(7L);

            Stage.assertFails(() -> instance.function("keep").call(thing), ErrorCode.ABI_VIOLATION, message);

            assertThat(instance.isOpen()).isFalse();
            thing.close();
            assertThat(thing.isOpen()).isFalse();
        }
    }

    static Stream<Arguments> destructors() {
        return Stream.of(
                Arguments.of("traps", new Code().op(Op.UNREACHABLE), ErrorCode.TRAP, "unreachable, in core function 6"),
                Arguments.of(
                        "drops what is gone",
                        new Code().i32(1).call(Things.OWN_DROP),
                        ErrorCode.ABI_VIOLATION,
                        "resource.drop: unknown handle index 1"),
                Arguments.of(
                        "makes and drops without end",
                        new Code().get(0).call(Things.NEW).call(Things.OWN_DROP),
                        ErrorCode.CALL_DEPTH,
                        Stage.TOO_DEEP));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("destructors")
    void ofADestructorEndTheInstance(String name, Code destructor, ErrorCode code, String message) {
        byte[] component = new Things()
                .destructor(destructor)
                .userDoes(on(made(), 1, Things.DROP))
                .makerDoes(new Code().i32(7).call(Things.NEW).call(Things.OWN_DROP))
                .build();

        Stage.assertLie(component, "run", code, message);
        Stage.assertLie(component, "mischief", code, message);
        try (ComponentInstance instance = Stage.start(component)) {
            GuestResource thing = (GuestResource) instance.function("make").call(7L);

            Stage.assertFails(thing::close, code, message);
            assertThat(instance.isOpen()).isFalse();
        }
    }

    @Test
    void areNotToldByADestructorThatDropsOthers() {
        Code dropsTheNext = new Code()
                .get(0)
                .op(Op.I32_EQZ)
                .ifTrue()
                .op(Op.RETURN)
                .end()
                .get(0)
                .i32(1)
                .op(Op.I32_SUB)
                .call(Things.NEW)
                .call(Things.OWN_DROP);
        byte[] component = new Things()
                .destructor(dropsTheNext)
                .userDoes(on(new Code().i32(50).call(Things.MAKE).op(Op.DROP), 1, Things.DROP))
                .build();

        assertThat(Stage.call(component, "run")).isNull();
    }

    @Test
    void areNotToldWhenTheLastFreedIndexIsUsedFirst() {
        Code reuses = new Code()
                .locals(1, CoreValueType.I32)
                .repeat(1, made())
                .repeat(1, made())
                .repeat(1, made())
                .i32(1)
                .call(Things.DROP)
                .i32(3)
                .call(Things.DROP)
                .i32(9)
                .call(Things.MAKE)
                .i32(3)
                .op(0x47)
                .ifTrue()
                .op(Op.UNREACHABLE)
                .end()
                .i32(9)
                .call(Things.MAKE)
                .i32(1)
                .op(0x47)
                .ifTrue()
                .op(Op.UNREACHABLE)
                .end();

        assertThat(Stage.call(new Things().userDoes(reuses).build(), "run")).isNull();
    }

    @Test
    void ofTheHostAreRefusedAndChangeNothing() {
        try (ComponentInstance instance = Stage.start(new Things().build())) {
            GuestResource thing = (GuestResource) instance.function("make").call(7L);
            GuestResource other =
                    (GuestResource) instance.function("make-other").call(8L);

            Stage.assertFails(
                    () -> instance.function("lend-and-give").call(thing, thing),
                    ErrorCode.ARGUMENT_MISMATCH,
                    "function 'lend-and-give': parameter 2 'p1': resource 'thing' is lent and cannot be given away");
            Stage.assertFails(
                    () -> instance.function("take").call(other),
                    ErrorCode.ARGUMENT_MISMATCH,
                    "function 'take': parameter 1 'p0': expected a resource of type thing of this instance, found one of type"
                            + " other");

            assertThat(instance.function("peek").call(thing)).isEqualTo(7L);
            instance.function("take").call(thing);
            Stage.assertFails(
                    () -> instance.function("peek").call(thing),
                    ErrorCode.ARGUMENT_MISMATCH,
                    "function 'peek': parameter 1 'p0': resource 'thing' was closed or given away");
            assertThat(instance.function("ok").call()).isEqualTo(42L);
        }
    }

    /** The bytes of an instance that a failing destructor ended are given back, as they are when a call ends it. */
    @Test
    void releasesTheInstanceThatAFailingDestructorEnds() {
        byte[] component =
                new Things().destructor(new Code().op(Op.UNREACHABLE)).build();
        long before = Stage.ENGINE.liveInstances();
        ComponentInstance instance = Stage.start(component);
        GuestResource thing = (GuestResource) instance.function("make").call(7L);

        Stage.assertFails(thing::close, ErrorCode.TRAP, "unreachable, in core function 6");

        assertThat(instance.isOpen()).isFalse();
        assertThat(Stage.ENGINE.liveInstances()).isEqualTo(before);
    }
}
