package dev.nacre.engine.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nacre.engine.EngineException;
import dev.nacre.engine.ErrorCode;
import dev.nacre.engine.core.CoreFunctionType;
import dev.nacre.engine.core.CoreValueType;
import dev.nacre.engine.sandbox.Meter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExceptionsTest {
    private static final CoreFunctionType INT_TAG = Guest.INT_TO_NOTHING;

    /** Exports its tag and a function that throws its argument with it. */
    private static ModuleBuilder thrower() {
        ModuleBuilder module = new ModuleBuilder();
        int tag = module.tag(module.type(INT_TAG));
        module.export("tag", ModuleBuilder.TAG, tag);
        module.exported("throw", Guest.INT_TO_NOTHING, new Code().get(0).raise(tag));
        return module;
    }

    /** Imports two tags and a function; catches the first tag, and gives what it carried, else what the argument was. */
    private static ModuleBuilder catcher() {
        ModuleBuilder module = new ModuleBuilder();
        int tagType = module.type(INT_TAG);
        int caught = module.importTag("m", "caught", tagType);
        module.importTag("m", "other", tagType);
        int thrower = module.importFunction("m", "throw", tagType);
        module.exported(
                "catch",
                Guest.INT_TO_INT,
                new Code()
                        .op(Op.BLOCK, 0x7F)
                        .tryCatch(caught, 0)
                        .get(0)
                        .call(thrower)
                        .end()
                        .i32(-1)
                        .end());
        module.exported(
                "catch-all",
                Guest.INT_TO_INT,
                new Code()
                        .block()
                        .tryCatchAll(0)
                        .get(0)
                        .call(thrower)
                        .end()
                        .i32(-1)
                        .op(Op.RETURN)
                        .end()
                        .i32(77));
        return module;
    }

    @Test
    void carriesValuesToTheHandlerAcrossInstances() {
        CoreInstance thrower = Guest.start(thrower());
        CoreTag other = new CoreTag(INT_TAG);
        CoreInstance catcher = Guest.start(catcher(), thrower.tag("tag"), other, thrower.function("throw"));

        assertThat(Guest.callInt(catcher, "catch", 42)).isEqualTo(42);
        assertThat(Guest.callInt(catcher, "catch-all", 42)).isEqualTo(77);
    }

    @Test
    void matchesTagsByIdentity() {
        CoreInstance thrower = Guest.start(thrower());
        CoreTag sameType = new CoreTag(INT_TAG);
        CoreInstance catcher = Guest.start(catcher(), sameType, thrower.tag("tag"), thrower.function("throw"));

        assertThatThrownBy(() -> catcher.function("catch").call(42))
                .isInstanceOfSatisfying(EngineException.class, trap -> {
                    assertThat(trap.code()).isEqualTo(ErrorCode.TRAP);
                    assertThat(trap).hasMessageStartingWith("uncaught exception");
                });
        assertThat(Guest.callInt(catcher, "catch-all", 42)).isEqualTo(77);
    }

    @Test
    void givesEveryInstanceTagsOfItsOwn() {
        CompiledModule compiled = Guest.compile(thrower());
        CoreInstance first = compiled.instantiate(List.of(), Guest.context());
        CoreInstance second = compiled.instantiate(List.of(), Guest.context());
        CoreInstance catcher = Guest.start(catcher(), first.tag("tag"), second.tag("tag"), second.function("throw"));

        assertThatThrownBy(() -> catcher.function("catch").call(1))
                .isInstanceOf(EngineException.class)
                .hasMessageStartingWith("uncaught exception");
    }

    @Test
    void doesNotCatchTrapsNorErrorsOfTheHost() {
        CoreTag tag = new CoreTag(INT_TAG);
        CoreFunction host = CoreFunction.host(INT_TAG, arguments -> {
            throw new EngineException(ErrorCode.LIMIT, "no more");
        });
        CoreInstance catcher = Guest.start(catcher(), tag, tag, host);

        for (String function : List.of("catch", "catch-all")) {
            assertThatThrownBy(() -> catcher.function(function).call(1))
                    .isInstanceOfSatisfying(
                            EngineException.class,
                            stop -> assertThat(stop.code()).isEqualTo(ErrorCode.LIMIT))
                    .hasMessage("no more");
        }
    }

    @Test
    void unwindsTheDepthOfCallsWhereItCatches() {
        ModuleBuilder module = new ModuleBuilder();
        int tag = module.tag(module.type(Guest.NOTHING));
        int deep = module.exported(
                "deep",
                Guest.INT_TO_NOTHING,
                new Code()
                        .get(0)
                        .op(Op.I32_EQZ)
                        .ifTrue()
                        .raise(tag)
                        .end()
                        .get(0)
                        .i32(1)
                        .op(Op.I32_SUB)
                        .call(0));
        module.exported(
                "often",
                Guest.TWO_INTS_TO_INT,
                new Code()
                        .loop()
                        .block()
                        .tryCatchAll(0)
                        .get(1)
                        .call(deep)
                        .end()
                        .end()
                        .get(0)
                        .i32(1)
                        .op(Op.I32_SUB)
                        .set(0)
                        .get(0)
                        .branchIf(0)
                        .end()
                        .i32(5));
        Meter meter = new Meter(Duration.ofMinutes(1), Optional.empty(), Long.MAX_VALUE, 60);
        CoreInstance instance = Guest.start(module, Guest.context(meter));

        assertThat(Guest.callInt(instance, "often", 1000, 50)).isEqualTo(5);
        assertThatThrownBy(() -> instance.function("often").call(1, 60))
                .isInstanceOfSatisfying(
                        EngineException.class, stop -> assertThat(stop.code()).isEqualTo(ErrorCode.CALL_DEPTH));
    }

    @Test
    void throwsCaughtExceptionsAgainByReference() {
        ModuleBuilder module = new ModuleBuilder();
        int tag = module.tag(module.type(INT_TAG));
        int again = module.exported("again", Guest.INT_TO_INT, rethrowing(tag));
        module.exported(
                "outer",
                Guest.INT_TO_INT,
                new Code()
                        .op(Op.BLOCK, 0x7F)
                        .tryCatch(tag, 0)
                        .get(0)
                        .call(again)
                        .op(Op.DROP)
                        .end()
                        .i32(-1)
                        .end());

        CoreInstance instance = Guest.start(module);

        assertThat(Guest.callInt(instance, "outer", 31)).isEqualTo(31);
        assertThat(Guest.callInt(instance, "outer", 32)).isEqualTo(32);
    }

    /** Throws, catches with {@code catch_all_ref} into a block that gives the reference, and throws that. */
    private static Code rethrowing(int tag) {
        int exceptionReference = ModuleBuilder.valueType(CoreValueType.EXNREF);
        int catchAllReference = 3;
        int throwReference = 0x0A;
        return new Code()
                .op(Op.BLOCK, exceptionReference)
                .op(Op.TRY_TABLE, 0x40, 1, catchAllReference, 0)
                .get(0)
                .raise(tag)
                .end()
                .op(Op.UNREACHABLE)
                .end()
                .op(throwReference);
    }
}
