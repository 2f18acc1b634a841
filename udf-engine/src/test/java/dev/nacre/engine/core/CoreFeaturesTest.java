package dev.nacre.engine.core;

import static dev.nacre.engine.core.Wasm.NOTHING_TYPE;
import static dev.nacre.engine.core.Wasm.body;
import static dev.nacre.engine.core.Wasm.bytes;
import static dev.nacre.engine.core.Wasm.join;
import static dev.nacre.engine.core.Wasm.leb;
import static dev.nacre.engine.core.Wasm.module;
import static dev.nacre.engine.core.Wasm.moduleWithCode;
import static dev.nacre.engine.core.Wasm.name;
import static dev.nacre.engine.core.Wasm.section;
import static dev.nacre.engine.core.Wasm.vector;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nacre.engine.CoreFeature;
import dev.nacre.engine.EngineException;
import dev.nacre.engine.ErrorCode;
import dev.nacre.engine.Limits;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CoreFeaturesTest {
    private static final byte[] MEMORY = section(5, vector(bytes(0, 1)));
    private static final byte[] TWO_MEMORIES = section(5, vector(bytes(0, 1), bytes(0, 1)));
    private static final byte[] TAG = section(13, vector(bytes(0, 0)));

    /** At least one module for each feature; the name says in which form the feature shows. */
    static Stream<Arguments> modules() {
        return Stream.of(
                use(CoreFeature.MUTABLE_GLOBALS, "import", module(section(2, vector(imported(bytes(3, 0x7f, 1)))))),
                use(CoreFeature.MUTABLE_GLOBALS, "export", mutableGlobalExport()),
                use(CoreFeature.SIGN_EXTENSION, "i32.extend8_s", moduleWithCode(0xc0)),
                use(CoreFeature.SATURATING_CONVERSION, "i32.trunc_sat_f32_s", moduleWithCode(0xfc, 0)),
                use(CoreFeature.MULTI_VALUE, "type", module(section(1, vector(bytes(0x60, 0, 2, 0x7f, 0x7f))))),
                use(CoreFeature.MULTI_VALUE, "block", moduleWithCode(0x02, 0, 0x0b)),
                use(CoreFeature.BULK_MEMORY, "memory.fill", withCode(MEMORY, 0xfc, 11, 0)),
                use(CoreFeature.BULK_MEMORY, "memory.copy", withCode(MEMORY, 0xfc, 10, 0, 0)),
                use(CoreFeature.BULK_MEMORY, "data count", module(section(12, leb(0)))),
                use(CoreFeature.BULK_MEMORY, "passive data", module(section(11, vector(bytes(1, 0))))),
                use(CoreFeature.REFERENCE_TYPES, "externref", module(section(1, vector(bytes(0x60, 1, 0x6f, 0))))),
                use(CoreFeature.REFERENCE_TYPES, "ref.null", moduleWithCode(0xd0, 0x70)),
                use(CoreFeature.REFERENCE_TYPES, "two tables", module(section(4, vector(table(), table())))),
                use(CoreFeature.REFERENCE_TYPES, "table.size", withCode(section(4, vector(table())), 0xfc, 16, 0)),
                use(
                        CoreFeature.EXTENDED_CONST,
                        "i32.add",
                        module(section(6, vector(bytes(0x7f, 0, 0x41, 1, 0x41, 1, 0x6a, 0x0b))))),
                use(CoreFeature.EXCEPTIONS, "tag", module(section(1, vector(NOTHING_TYPE)), TAG)),
                use(CoreFeature.EXCEPTIONS, "throw_ref", moduleWithCode(0x0a)),
                use(CoreFeature.EXCEPTIONS, "try_table", moduleWithCode(0x1f, 0x40, 1, 2, 0, 0x0b)),
                use(CoreFeature.EXCEPTIONS, "exnref", module(section(1, vector(bytes(0x60, 1, 0x69, 0))))),
                use(CoreFeature.LEGACY_EXCEPTIONS, "try", moduleWithCode(0x06, 0x40, 0x19, 0x0b)),
                use(
                        CoreFeature.SIMD,
                        "v128.const",
                        moduleWithCode(0xfd, 12, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)),
                use(CoreFeature.SIMD, "v128", module(section(1, vector(bytes(0x60, 1, 0x7b, 0))))),
                use(CoreFeature.RELAXED_SIMD, "i8x16.relaxed_swizzle", moduleWithCode(0xfd, 0x80, 0x02)),
                use(CoreFeature.THREADS, "shared memory", module(section(5, vector(bytes(3, 1, 1))))),
                use(CoreFeature.THREADS, "shared type", module(section(1, vector(bytes(0x65, 0x60, 0, 0))))),
                use(CoreFeature.THREADS, "shared reference", module(section(1, vector(bytes(0x60, 1, 0x65, 0))))),
                use(CoreFeature.THREADS, "shared global", module(section(6, vector(bytes(0x7f, 2, 0x41, 0, 0x0b))))),
                use(CoreFeature.GC, "empty structure", module(section(1, vector(bytes(0x5f, 0))))),
                use(CoreFeature.THREADS, "atomic.fence", moduleWithCode(0xfe, 3, 0)),
                use(CoreFeature.TAIL_CALLS, "return_call", moduleWithCode(0x12, 0)),
                use(CoreFeature.TAIL_CALLS, "return_call_indirect", moduleWithCode(0x13, 0, 0)),
                use(CoreFeature.FUNCTION_REFERENCES, "call_ref", moduleWithCode(0x14, 0)),
                use(CoreFeature.FUNCTION_REFERENCES, "ref", module(section(1, vector(bytes(0x60, 1, 0x64, 0, 0))))),
                use(CoreFeature.FUNCTION_REFERENCES, "ref.null of a type", moduleWithCode(0xd0, 0)),
                use(
                        CoreFeature.FUNCTION_REFERENCES,
                        "table with value",
                        module(section(4, vector(bytes(0x40, 0, 0x70, 0, 1, 0xd0, 0x70, 0x0b))))),
                use(CoreFeature.GC, "struct", module(section(1, vector(bytes(0x5f, 0, 0))))),
                use(CoreFeature.GC, "recursive types", module(section(1, vector(bytes(0x4e, 1, 0x60, 0, 0))))),
                use(CoreFeature.GC, "ref.i31", moduleWithCode(0xfb, 28)),
                use(CoreFeature.GC, "anyref", module(section(1, vector(bytes(0x60, 1, 0x6e, 0))))),
                use(CoreFeature.MEMORY64, "memory", module(section(5, vector(bytes(4, 1))))),
                use(CoreFeature.MEMORY64, "table", module(section(4, vector(bytes(0x70, 4, 1))))),
                use(CoreFeature.MULTI_MEMORY, "two memories", module(TWO_MEMORIES)),
                use(CoreFeature.MULTI_MEMORY, "i32.load of memory 1", withCode(TWO_MEMORIES, 0x28, 0x42, 1, 0)),
                use(CoreFeature.CUSTOM_PAGE_SIZES, "memory", module(section(5, vector(bytes(8, 1, 0))))),
                use(CoreFeature.WIDE_ARITHMETIC, "i64.add128", moduleWithCode(0xfc, 19)),
                use(CoreFeature.STACK_SWITCHING, "cont type", module(section(1, vector(bytes(0x5d, 0, 0))))),
                use(CoreFeature.STACK_SWITCHING, "suspend", moduleWithCode(0xe2, 0)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("modules")
    void namesTheFeatureItRefuses(CoreFeature feature, String form, byte[] module) {
        Set<CoreFeature> others = EnumSet.copyOf(Limits.specification().features());
        others.remove(feature);

        assertThatThrownBy(() -> read(module, Limits.specification().withFeatures(others)))
                .isInstanceOfSatisfying(
                        EngineException.class,
                        error -> assertThat(error.code()).isEqualTo(ErrorCode.UNSUPPORTED_FEATURE))
                .hasMessageContaining(" uses " + feature.title() + ", ")
                .hasMessageEndingWith("; " + feature.advice());
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("modules")
    void readsWhatTheEngineRuns(CoreFeature feature, String form, byte[] module) {
        if (feature.isRunnable()) {
            assertThat(read(module, Limits.specification()).features()).contains(feature);
        }
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("modules")
    void sandboxRefusesMoreThanTheEngine(CoreFeature feature, String form, byte[] module) {
        boolean more = feature == CoreFeature.EXCEPTIONS || feature == CoreFeature.MULTI_MEMORY;
        if (!feature.isRunnable() || more) {
            assertThatThrownBy(() -> read(module, Limits.sandbox())).hasMessageContaining(feature.title());
        } else {
            read(module, Limits.sandbox());
        }
    }

    private static Arguments use(CoreFeature feature, String form, byte[] module) {
        return Arguments.of(feature, form, module);
    }

    private static CoreModule read(byte[] module, Limits limits) {
        return CoreModuleReader.read(module, 0, module.length, limits);
    }

    private static byte[] imported(byte[] type) {
        return join(name("m"), name("n"), type);
    }

    private static byte[] table() {
        return bytes(0x70, 0, 1);
    }

    private static byte[] mutableGlobalExport() {
        return module(
                section(6, vector(bytes(0x7f, 1, 0x41, 0, 0x0b))), section(7, vector(join(name("g"), bytes(3, 0)))));
    }

    /** A module of one function with one more section between the function section and the code. */
    private static byte[] withCode(byte[] section, int... code) {
        return module(
                section(1, vector(NOTHING_TYPE)), section(3, vector(leb(0))), section, section(10, vector(body(code))));
    }
}
