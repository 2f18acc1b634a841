package dev.nacre.engine.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nacre.engine.ErrorCode;
import dev.nacre.engine.binary.Sort;
import dev.nacre.engine.hostile.Roles.Part;
import dev.nacre.engine.runtime.Code;
import dev.nacre.engine.runtime.ModuleBuilder;
import dev.nacre.engine.runtime.Op;
import dev.nacre.engine.wit.FunctionType;
import dev.nacre.engine.wit.ListType;
import dev.nacre.engine.wit.PrimitiveType;
import dev.nacre.engine.wit.WitType;
import dev.nacre.testkit.LeakCheck;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Allocators that give what they must not, or do what they must not: asked by the host, by a caller, for a result. */
@Timeout(120)
class AllocatorLiesTest {
    private static final WitType LONGS = new ListType(PrimitiveType.S64);

    @RegisterExtension
    final LeakCheck leaks = Stage.leakCheck();

    /**
     * An allocator that lies when it is asked for eight bytes.
     *
     * @param type what it is asked for: a text or a list of one long
     */
    private record Lie(String name, WitType type, CanonOption encoding, Code code, ErrorCode error, String message) {
        Duration timeout() {
            return error == ErrorCode.TIMEOUT ? Stage.SHORT : Stage.GENEROUS;
        }

        boolean isSaidOfTheValue() {
            return error == ErrorCode.ABI_VIOLATION && !message.equals(Stage.LEAVING);
        }

        /** The length of eight bytes. */
        int units() {
            if (type.equals(LONGS)) {
                return 1;
            }
            return encoding.equals(CanonOption.UTF8) ? 8 : 4;
        }

        /** The value of eight bytes for the host to pass. */
        Object argument() {
            if (type.equals(LONGS)) {
                return List.of(1L);
            }
            return encoding.equals(CanonOption.LATIN1_OR_UTF16) ? "eight ch" : "x".repeat(units());
        }

        /** Code that pushes an honest value of eight bytes. */
        Code honest() {
            return new Code().i32(ValueLie.PLACE).i32(units());
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Lie> lies() {
        return Stream.of(
                text("over the end", CanonOption.UTF8, giving(65_529), outOfBounds(65_529, 8)),
                text("at the end", CanonOption.UTF8, giving(65_536), outOfBounds(65_536, 8)),
                text("that wraps", CanonOption.UTF8, giving(-8), outOfBounds(4_294_967_288L, 8)),
                text("-1", CanonOption.UTF8, giving(-1), outOfBounds(4_294_967_295L, 8)),
                text("odd for UTF-16", CanonOption.UTF16, giving(1025), misaligned(1025, 2)),
                text("odd for Latin-1", CanonOption.LATIN1_OR_UTF16, giving(3), misaligned(3, 2)),
                longs("of half alignment", giving(1028), misaligned(1028, 8)),
                longs("-4 of no alignment", giving(-4), misaligned(4_294_967_292L, 8)),
                longs("-8", giving(-8), outOfBounds(4_294_967_288L, 8)),
                ends("traps", new Code().op(Op.UNREACHABLE), ErrorCode.TRAP, "unreachable, in core function 1"),
                ends("throws", new Code().raise(Callee.TAG), ErrorCode.TRAP, "uncaught exception"),
                ends("loops", new Code().loop().branch(0).end().i32(0), ErrorCode.TIMEOUT, Stage.TOO_LONG),
                ends("calls itself", recursive(), ErrorCode.CALL_DEPTH, Stage.TOO_DEEP),
                ends("leaves", new Code().call(Callee.G).i32(64), ErrorCode.ABI_VIOLATION, Stage.LEAVING));
    }

    private static Lie text(String name, CanonOption encoding, Code code, String message) {
        return new Lie(name, PrimitiveType.STRING, encoding, code, ErrorCode.ABI_VIOLATION, message);
    }

    private static Lie longs(String name, Code code, String message) {
        return new Lie(name, LONGS, CanonOption.UTF8, code, ErrorCode.ABI_VIOLATION, message);
    }

    private static Lie ends(String name, Code code, ErrorCode error, String message) {
        return new Lie(name, LONGS, CanonOption.UTF8, code, error, message);
    }

    private static Code giving(int pointer) {
        return new Code().i32(pointer);
    }

    private static Code recursive() {
        return new Code().get(0).get(1).get(2).get(3).call(1);
    }

    private static String outOfBounds(long pointer, long length) {
        return ValueLie.outOfBounds("memory from realloc", pointer, length);
    }

    private static String misaligned(long pointer, int alignment) {
        return "memory from realloc not aligned: pointer " + pointer + ", expected a multiple of " + alignment;
    }

    @ParameterizedTest
    @MethodSource("lies")
    void areCaughtWhenTheHostPassesAValue(Lie lie) {
        byte[] component = new Callee(Frame.procedure(lie.type()), new Code())
                .realloc(lie.code())
                .in(lie.encoding())
                .alone();

        Stage.assertLie(
                component,
                "f",
                lie.timeout(),
                lie.error(),
                said(lie, "function 'f': parameter 1 'p0': "),
                lie.argument());
    }

    @ParameterizedTest
    @MethodSource("lies")
    void areCaughtWhenAGuestPassesAValue(Lie lie) {
        FunctionType type = Frame.procedure(lie.type());
        byte[] component = new Callee(type, new Code())
                .realloc(lie.code())
                .in(lie.encoding())
                .calledBy(Roles.caller(new Part(type, lie.honest()).in(lie.encoding())));

        Stage.assertLie(component, "run-f", lie.timeout(), lie.error(), said(lie, "function 'f': parameter 1 'p0': "));
    }

    @ParameterizedTest
    @MethodSource("lies")
    void areCaughtWhenAGuestTakesAResult(Lie lie) {
        FunctionType type = Frame.function(lie.type());
        int[] value = {ValueLie.PLACE, lie.units()};
        Code body = Frame.write(new Code(), 512, value).i32(512);
        byte[] component = resultTaker(type, Roles.callee(new Part(type, body).in(lie.encoding())), lie);

        Stage.assertLie(component, "run-f", lie.timeout(), lie.error(), said(lie, "import 'f': "));
    }

    /** A caller whose own allocator lies; it has no import but {@code f}, so it leaves through that. */
    private static byte[] resultTaker(FunctionType type, ComponentWriter callee, Lie lie) {
        return new LyingCaller(type, lie.code(), lie.encoding()).with(callee);
    }

    private static String said(Lie lie, String of) {
        return lie.isSaidOfTheValue() ? of + lie.message() : lie.message();
    }

    @Test
    void mayMoveTheEndOfMemory() {
        Code growing = new Code()
                .i32(1)
                .op(Op.MEMORY_GROW, new int[] {0})
                .i32(16)
                .op(0x74); // i32.shl: the first byte of the new page
        Code first = new Code().get(0).access(Op.I32_LOAD, 0);
        byte[] component = new Callee(Frame.function(PrimitiveType.U32, PrimitiveType.STRING), first)
                .realloc(growing)
                .alone();

        assertThat(Stage.call(component, "f", "text")).isEqualTo(0x7478_6574L);
    }

    @Test
    void mayGiveTheSameMemoryTwice() {
        Code bothFirst = new Code()
                .get(0)
                .access(Op.I32_LOAD8_U, 0)
                .i32(256)
                .op(Op.I32_MUL)
                .get(2)
                .access(Op.I32_LOAD8_U, 0)
                .op(Op.I32_ADD);
        FunctionType type = Frame.function(PrimitiveType.U32, PrimitiveType.STRING, PrimitiveType.STRING);
        byte[] component = new Callee(type, bothFirst).realloc(giving(0)).alone();

        assertThat(Stage.call(component, "f", "a", "b")).isEqualTo((long) 'b' * 256 + 'b');
    }

    @Test
    void areAskedForNothingTooAndMayAnswerTheEnd() {
        FunctionType type = Frame.function(PrimitiveType.U32, PrimitiveType.STRING);
        byte[] honest =
                new Callee(type, new Code().get(0)).realloc(giving(65_536)).alone();
        byte[] lying =
                new Callee(type, new Code().get(0)).realloc(giving(65_537)).alone();

        assertThat(Stage.call(honest, "f", "")).isEqualTo(65_536L);
        Stage.assertLie(
                lying, "f", ErrorCode.ABI_VIOLATION, "function 'f': parameter 1 'p0': " + outOfBounds(65_537, 0), "");
    }

    @Test
    void getTheNumbersOfTheSpecification() {
        Code numbers = Frame.write(new Code(), 0);
        for (int i = 0; i < 4; i++) {
            numbers.i32(16 + 4 * i).get(i).access(Op.I32_STORE, 0);
        }
        Code sum = new Code()
                .i32(0)
                .access(Op.I32_LOAD, 24)
                .i32(100)
                .op(Op.I32_MUL)
                .i32(0)
                .access(Op.I32_LOAD, 28)
                .op(Op.I32_ADD)
                .i32(0)
                .access(Op.I32_LOAD, 16)
                .op(Op.I32_ADD)
                .i32(0)
                .access(Op.I32_LOAD, 20)
                .op(Op.I32_ADD);
        byte[] component = new Callee(Frame.function(PrimitiveType.U32, LONGS), sum)
                .realloc(numbers.i32(1024))
                .alone();

        assertThat(Stage.call(component, "f", List.of(1L, 2L, 3L))).isEqualTo(8 * 100L + 24);
    }

    /** A component that calls {@code f} and has a bad allocator for what comes back. */
    private record LyingCaller(FunctionType type, Code realloc, CanonOption encoding) {
        byte[] with(ComponentWriter callee) {
            ComponentWriter root = new ComponentWriter();
            int g = Callee.hostFunction(root);
            int made = root.instance(root.component(callee));
            int instance = root.instance(
                    root.component(part()),
                    Item.function("f", root.alias(Sort.FUNCTION, made, "f")),
                    Item.function("g", g));
            for (String name : List.of("run-f", "ok")) {
                root.export(name, Sort.FUNCTION, root.alias(Sort.FUNCTION, instance, name));
            }
            return root.build();
        }

        private ComponentWriter part() {
            ComponentWriter component = new ComponentWriter();
            int f = component.importFunction("f", type);
            int g = component.lower(component.importFunction("g", Frame.NOTHING));
            ModuleBuilder allocator = new ModuleBuilder();
            allocator.importFunction("host", "g", allocator.type(Frame.TO_NOTHING));
            allocator.tag(allocator.type(Frame.TO_NOTHING));
            Frame frame = Frame.of(
                    component,
                    Frame.withRealloc(allocator, realloc),
                    Map.of("host", component.coreBag(Item.coreFunction("g", g))));
            int lowered = component.lower(f, frame.options(encoding));
            ModuleBuilder module = Frame.user();
            int imported = module.importFunction("host", "f", module.type(CoreSignature.lowered(type)));
            module.exported(
                    "run-f", Frame.TO_INT, new Code().i32(512).call(imported).i32(1));
            int instance = frame.instantiate(Roles.honest(module), Item.coreFunction("f", lowered));
            component.export("run-f", instance, Frame.NUMBER);
            component.export("ok", instance, Frame.NUMBER);
            return component;
        }
    }
}
