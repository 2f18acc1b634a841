package dev.nacre.engine.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nacre.engine.EngineException;
import dev.nacre.engine.ErrorCode;
import dev.nacre.engine.core.CoreValueType;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Functions that are called by index, whichever way the index came, and what is left out for those that cannot be. */
class ReferableTest {
    private static final int HELPER = 0;
    private static final int ANSWER = 1;
    private static final int TABLE = 0;

    /** How a module comes to refer to a function; each puts it into the table, at 0. */
    private enum Way {
        ACTIVE_SEGMENT {
            @Override
            Code refer(ModuleBuilder module) {
                module.elements(0, ANSWER);
                return new Code();
            }
        },
        PASSIVE_SEGMENT {
            @Override
            Code refer(ModuleBuilder module) {
                int segment = module.passiveElements(ANSWER);
                return new Code().i32(0).i32(0).i32(1).bulk(Op.TABLE_INIT, segment, TABLE);
            }
        },
        DECLARED {
            @Override
            Code refer(ModuleBuilder module) {
                module.declare(ANSWER);
                return new Code().i32(0).function(ANSWER).op(Op.TABLE_SET, TABLE);
            }
        },
        GLOBAL {
            @Override
            Code refer(ModuleBuilder module) {
                int global = module.global(CoreValueType.FUNCREF, false, new Code().function(ANSWER));
                return new Code().i32(0).global(global).op(Op.TABLE_SET, TABLE);
            }
        },
        EXPORT {
            @Override
            Code refer(ModuleBuilder module) {
                module.export("answer", ModuleBuilder.FUNCTION, ANSWER);
                return new Code().i32(0).function(ANSWER).op(Op.TABLE_SET, TABLE);
            }
        };

        abstract Code refer(ModuleBuilder module);
    }

    /** Has a function that only another calls, and that other one, which the module refers to in one way. */
    private static ModuleBuilder referring(Way way) {
        ModuleBuilder module = new ModuleBuilder();
        int toInt = module.type(Guest.TO_INT);
        module.function(toInt, new Code().i32(42));
        module.function(toInt, new Code().call(HELPER));
        module.table(1, 4);
        module.export("table", ModuleBuilder.TABLE, TABLE);
        module.exported("put", Guest.NOTHING, way.refer(module));
        module.exported("call", Guest.TO_INT, new Code().i32(0).callIndirect(toInt, TABLE));
        return module;
    }

    private static CoreInstance stranger(CoreTable table) {
        ModuleBuilder module = new ModuleBuilder();
        module.importTable("owner", "table", 1);
        int toInt = module.type(Guest.TO_INT);
        module.exported("call", Guest.TO_INT, new Code().i32(0).callIndirect(toInt, 0));
        return Guest.start(module, table);
    }

    private static Set<String> methods(CoreInstance instance, String internalName) throws ClassNotFoundException {
        ClassLoader loader = instance.code.getClass().getClassLoader();
        return Arrays.stream(loader.loadClass(internalName.replace('/', '.')).getDeclaredMethods())
                .map(java.lang.reflect.Method::getName)
                .collect(Collectors.toSet());
    }

    @ParameterizedTest
    @EnumSource
    void callsThroughTheTableWhatTheModuleRefersTo(Way way) throws ClassNotFoundException {
        CoreInstance owner = Guest.start(referring(way));
        owner.function("put").call();

        assertThat(Guest.callInt(owner, "call")).isEqualTo(42);
        assertThat(Guest.callInt(stranger(owner.table("table")), "call")).isEqualTo(42);
        assertThat(methods(owner, GuestNames.groupOf(0, GuestNames.FUNCTIONS_PER_CLASS)))
                .contains("func_0", "func_1", "call_1", "call_2", "call_3")
                .doesNotContain("call_0");
    }

    @Test
    void callsAStartFunctionThatNothingElseRefersTo() {
        ModuleBuilder module = new ModuleBuilder();
        int counter = module.global(CoreValueType.I32, true, new Code().i32(1));
        int nothing = module.type(Guest.NOTHING);
        module.function(nothing, new Code());
        module.start(module.function(nothing, new Code().i32(2).setGlobal(counter)));
        module.exported("count", Guest.TO_INT, new Code().global(counter));

        assertThat(Guest.callInt(Guest.start(module), "count")).isEqualTo(2);
    }

    @Test
    void callsWhatTheHostPutIntoATable() {
        CoreInstance owner = Guest.start(referring(Way.EXPORT));
        CoreInstance other = Guest.start(referring(Way.DECLARED));

        other.table("table").set(0, owner.function("answer"));
        assertThat(Guest.callInt(other, "call")).isEqualTo(42);
        owner.table("table").set(0, CoreFunction.host(Guest.TO_INT, arguments -> 9));
        assertThat(Guest.callInt(owner, "call")).isEqualTo(9);
        assertThat(Guest.callInt(stranger(owner.table("table")), "call")).isEqualTo(9);
        assertThat(owner.function("answer").call()).containsExactly(42);
        assertThat(owner.function("answer").as(Supplying.class).get()).isEqualTo(42);
    }

    /** A typed handle's interface. */
    public interface Supplying {
        int get();
    }

    /** Chicory spreads the choice by index over several methods when there are so many functions, or so many of one type. */
    @Test
    void callsTheFirstAndTheLastOfManyFunctions() throws ClassNotFoundException {
        int last = 5_000;
        ModuleBuilder module = new ModuleBuilder();
        int toInt = module.type(Guest.TO_INT);
        IntStream.rangeClosed(0, last).forEach(each -> module.function(toInt, new Code().i32(each)));
        module.table(2, 2);
        module.export("table", ModuleBuilder.TABLE, TABLE);
        module.elements(0, last, 0);
        module.export("first", ModuleBuilder.FUNCTION, 0);
        module.exported("call", Guest.INT_TO_INT, new Code().get(0).callIndirect(toInt, TABLE));
        CoreInstance owner = Guest.start(module);

        assertThat(Guest.callInt(owner, "call", 0)).isEqualTo(last);
        assertThat(Guest.callInt(owner, "call", 1)).isZero();
        assertThat(Guest.callInt(owner, "first")).isZero();
        assertThat(Guest.callInt(stranger(owner.table("table")), "call")).isEqualTo(last);
        Set<String> bridges = Stream.of(0, 1, last)
                .map(function -> GuestNames.groupOf(function, GuestNames.FUNCTIONS_PER_CLASS))
                .distinct()
                .flatMap(group -> methodsOf(owner, group))
                .filter(method -> method.startsWith(GuestNames.BRIDGE))
                .collect(Collectors.toSet());
        assertThat(bridges).containsExactlyInAnyOrder("call_0", "call_" + last, "call_" + (last + 1));
    }

    private static Stream<String> methodsOf(CoreInstance instance, String internalName) {
        try {
            return methods(instance, internalName).stream();
        } catch (ClassNotFoundException missing) {
            throw new AssertionError(missing);
        }
    }

    /** No valid module comes here; if the reader overlooked a way, the reference is refused where it is made. */
    @Test
    void refusesAReferenceThatTheModuleCannotMake() {
        CoreInstance owner = Guest.start(referring(Way.ACTIVE_SEGMENT));
        List<Supplier<Object>> references = List.of(() -> owner.function(HELPER), () -> {
            owner.table("table").set(0, HELPER, owner);
            return "set";
        });

        for (Supplier<Object> reference : references) {
            assertThatThrownBy(reference::get)
                    .isInstanceOfSatisfying(
                            EngineException.class,
                            refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.INTERNAL))
                    .hasMessage("function 0 is referred to, though its module says nowhere that it can be");
        }
        assertThat(Guest.callInt(owner, "call")).isEqualTo(42);
    }
}
