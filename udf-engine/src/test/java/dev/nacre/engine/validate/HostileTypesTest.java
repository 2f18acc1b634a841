package dev.nacre.engine.validate;

import static dev.nacre.engine.binary.ComponentBytes.SORT_INSTANCE;
import static dev.nacre.engine.binary.ComponentBytes.U8;
import static dev.nacre.engine.binary.ComponentBytes.bundle;
import static dev.nacre.engine.binary.ComponentBytes.bundled;
import static dev.nacre.engine.binary.ComponentBytes.bytes;
import static dev.nacre.engine.binary.ComponentBytes.component;
import static dev.nacre.engine.binary.ComponentBytes.export;
import static dev.nacre.engine.binary.ComponentBytes.exportDeclaration;
import static dev.nacre.engine.binary.ComponentBytes.function;
import static dev.nacre.engine.binary.ComponentBytes.functionExtern;
import static dev.nacre.engine.binary.ComponentBytes.importItem;
import static dev.nacre.engine.binary.ComponentBytes.instanceExtern;
import static dev.nacre.engine.binary.ComponentBytes.instanceType;
import static dev.nacre.engine.binary.ComponentBytes.instantiate;
import static dev.nacre.engine.binary.ComponentBytes.join;
import static dev.nacre.engine.binary.ComponentBytes.list;
import static dev.nacre.engine.binary.ComponentBytes.nested;
import static dev.nacre.engine.binary.ComponentBytes.outerTypeDeclaration;
import static dev.nacre.engine.binary.ComponentBytes.tuple;
import static dev.nacre.engine.binary.ComponentBytes.type;
import static dev.nacre.engine.validate.Validation.rejects;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.nacre.engine.ErrorCode;
import dev.nacre.engine.Limits;
import dev.nacre.engine.Setting;
import dev.nacre.engine.wit.WitPrinter;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Small components that describe large types. */
class HostileTypesTest {
    private static final Duration HANG_GUARD = Duration.ofSeconds(40);

    @Test
    void refusesTypesWithTooManyParts() {
        rejects(component(doublingTuples(20)), ErrorCode.CAP_EXCEEDED, "at most 1000000 parts");
    }

    @Test
    void refusesTypesThatNestTooDeep() {
        byte[] lists = type(bytes(0x70, U8));
        for (int depth = 0; depth < 100; depth++) {
            lists = join(lists, type(list(depth)));
        }

        byte[] deep = component(lists);

        rejects(deep, ErrorCode.CAP_EXCEEDED, "value_depth");
    }

    @Test
    void printsNoEndlessText() {
        byte[] heavy = join(doublingTuples(18), type(function(18)), importItem("f", functionExtern(19)));

        assertTimeoutPreemptively(HANG_GUARD, () -> {
            String text = WitPrinter.print(Validation.of(component(heavy)).type(), "root");
            assertThat(text).hasSizeLessThan(1 << 21).contains("the rest is left out");
        });
    }

    /** Type {@code n} is a tuple of two of type {@code n - 1}. */
    private static byte[] doublingTuples(int levels) {
        byte[] types = type(bytes(U8));
        for (int level = 0; level < levels; level++) {
            types = join(types, type(tuple(level, level)));
        }
        return types;
    }

    @Test
    void refusesInstancesThatDoubleWithEveryExport() {
        byte[] instances = bundle();
        for (int level = 0; level < 30; level++) {
            instances = join(instances, bundle(bundled("a", SORT_INSTANCE, level), bundled("b", SORT_INSTANCE, level)));
        }

        byte[] bytes = component(instances, export("i", SORT_INSTANCE, 30));

        assertTimeoutPreemptively(HANG_GUARD, () -> rejects(bytes, ErrorCode.CAP_EXCEEDED, "steps to check"));
    }

    @Test
    void refusesInstancesThatNestTooDeepByReference() {
        byte[] instances = bundle();
        for (int level = 0; level < 120; level++) {
            instances = join(instances, bundle(bundled("a", SORT_INSTANCE, level)));
        }

        rejects(component(instances), ErrorCode.CAP_EXCEEDED, "nest at most 100 deep");
    }

    @Test
    void refusesInstanceTypesThatNestTooDeepByReference() {
        byte[] types = type(instanceType());
        for (int level = 0; level < 120; level++) {
            types = join(
                    types,
                    type(instanceType(outerTypeDeclaration(1, level), exportDeclaration("a", instanceExtern(0)))));
        }

        rejects(component(types), ErrorCode.CAP_EXCEEDED, "nest at most 100 deep");
    }

    @Test
    void boundsTheCountOfInstances() {
        Limits limits = Limits.specification().with(Setting.COMPONENT_INSTANCES, 1);
        byte[] bytes = component(nested(), instantiate(0), instantiate(0));

        assertThatThrownBy(() -> Validation.of(bytes, limits)).hasMessageContaining("setting component_instances");
    }
}
