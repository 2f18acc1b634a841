package dev.nacre.engine.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nacre.engine.EngineException;
import dev.nacre.engine.ErrorCode;
import dev.nacre.engine.Limits;
import dev.nacre.engine.binary.ComponentReader;
import dev.nacre.engine.binary.ComponentSource;
import dev.nacre.engine.binary.Declaration;
import dev.nacre.engine.core.CoreExternType;
import dev.nacre.engine.core.CoreModuleType.Import;
import dev.nacre.testkit.Guests;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Core modules out of components that stock toolchains built, wired by hand. */
class BuiltGuestsTest {
    private static final Map<String, List<CompiledModule>> COMPILED = new HashMap<>();

    private static final CompileDeadline DEADLINE = CompileDeadline.within(Duration.ofMinutes(10));

    /** The canonical ABI's allocator. */
    public interface Realloc {
        int realloc(int old, int oldSize, int alignment, int size);
    }

    /** Takes pointer and length, gives a pointer to the result. */
    public interface HandleData {
        int handle(int pointer, int length);
    }

    /** Frees the result. */
    public interface PostReturn {
        void free(int result);
    }

    static Stream<String> guests() {
        return Guests.names().stream().filter(name -> name.startsWith("telemetry") || name.endsWith("-rust"));
    }

    /** Those whose main module needs nothing but the log to run; Go's has a run time to start first. */
    static Stream<String> telemetryGuests() {
        return Guests.names().stream()
                .filter(name -> name.startsWith("telemetry"))
                .filter(name -> !name.equals("telemetry-go"));
    }

    private static List<CompiledModule> compileAll(String guest) {
        return COMPILED.computeIfAbsent(guest, BuiltGuestsTest::compile);
    }

    private static List<CompiledModule> compile(String guest) {
        byte[] bytes = Guests.bytes(guest);
        List<CompiledModule> compiled = new ArrayList<>();
        collect(ComponentReader.read(bytes, Limits.sandbox()), bytes, compiled);
        return compiled;
    }

    private static void collect(ComponentSource source, byte[] bytes, List<CompiledModule> compiled) {
        source.definitions().forEach(located -> {
            if (located.declaration() instanceof Declaration.CoreModule module) {
                ScreenedModule screened =
                        ScreenedModule.read(bytes, module.offset(), module.length(), Limits.sandbox());
                compiled.add(CoreCompiler.compile(screened, DEADLINE));
            } else if (located.declaration() instanceof Declaration.Component nested) {
                collect(nested.component(), bytes, compiled);
            }
        });
    }

    /** Starts the main module with an import that counts log calls, and others that refuse. */
    private static CoreInstance startMain(CompiledModule main, List<String> log) {
        List<CoreExtern> imports = new ArrayList<>();
        CoreInstance[] started = new CoreInstance[1];
        for (Import declared : main.type().imports()) {
            CoreExternType.Function type = (CoreExternType.Function) declared.type();
            imports.add(CoreFunction.host(type.type(), arguments -> {
                if (!declared.name().equals("log")) {
                    throw new EngineException(ErrorCode.INTERNAL, declared.name() + " is not provided");
                }
                LinearMemory memory = started[0].memory("memory");
                log.add(new String(memory.array(), (int) arguments[2], (int) arguments[3], StandardCharsets.UTF_8));
                return 0;
            }));
        }
        started[0] = main.instantiate(imports, Guest.context());
        return started[0];
    }

    @ParameterizedTest
    @MethodSource("guests")
    void compilesEveryCoreModule(String guest) {
        assertThat(compileAll(guest)).hasSizeGreaterThan(2);
    }

    @ParameterizedTest
    @MethodSource("telemetryGuests")
    void masksPayloads(String guest) {
        List<String> log = new ArrayList<>();
        CoreInstance instance = startMain(compileAll(guest).get(0), log);
        Realloc realloc = instance.function("cabi_realloc").as(Realloc.class);
        HandleData handleData = instance.function("handle-data").as(HandleData.class);
        PostReturn postReturn = instance.function("cabi_post_handle-data").as(PostReturn.class);
        LinearMemory memory = instance.memory("memory");
        Random random = new Random(11);

        for (int size : new int[] {1, 2, 63, 64, 65, 1000, 65_535, 65_536, 1 << 20, 5}) {
            byte[] payload = new byte[size];
            random.nextBytes(payload);
            int pointer = realloc.realloc(0, 0, 1, size);
            System.arraycopy(payload, 0, memory.array(), pointer, size);

            int result = handleData.handle(pointer, size);

            int from = memory.readInt(result + 4);
            byte[] masked = Arrays.copyOfRange(memory.array(), from, from + memory.readInt(result + 8));
            postReturn.free(result);
            for (int i = 0; i < size; i++) {
                payload[i] ^= (byte) 0xAA;
            }
            assertThat(memory.readByte(result)).isZero();
            assertThat(masked).isEqualTo(payload);
        }
        assertThat(log).isNotEmpty().allSatisfy(line -> assertThat(line).isNotBlank());
    }

    @Test
    void callsThroughTheShimOfWitComponent() {
        CompiledModule shim = compileAll("telemetry-rust").stream()
                .filter(module -> module.type().imports().isEmpty())
                .findFirst()
                .orElseThrow();
        CoreInstance instance = shim.instantiate(List.of(), Guest.context());
        CoreFunction first = instance.function("0");
        long[] arguments = new long[first.type().parameters().size()];

        assertThatThrownBy(() -> first.call(arguments))
                .isInstanceOf(EngineException.class)
                .hasMessageStartingWith("uninitialized element");
        int[] calls = new int[1];
        instance.table("$imports").set(0, CoreFunction.host(first.type(), values -> ++calls[0]));
        first.call(arguments);

        assertThat(calls[0]).isEqualTo(1);
    }

    @Test
    void growsTheGuestsMemoryOnDemand() {
        CoreInstance instance = startMain(compileAll("telemetry-rust").get(0), new ArrayList<>());
        int before = instance.memory("memory").pages();
        IntUnaryOperator allocate =
                size -> (int) instance.function("cabi_realloc").call(0, 0, 1, size)[0];

        int pointer = allocate.applyAsInt(3 << 20);

        assertThat(instance.memory("memory").pages()).isGreaterThan(before);
        assertThat(instance.memory("memory").contains(pointer, 3 << 20)).isTrue();
        assertThat(instance.memoryBytes()).isEqualTo(instance.memory("memory").byteLength());
    }
}
