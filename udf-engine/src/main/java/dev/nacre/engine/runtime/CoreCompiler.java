package dev.nacre.engine.runtime;

import com.dylibso.chicory.compiler.InterpreterFallback;
import com.dylibso.chicory.compiler.internal.Compiler;
import com.dylibso.chicory.wasm.Parser;
import com.dylibso.chicory.wasm.WasmModule;
import dev.nacre.engine.EngineException;
import dev.nacre.engine.ErrorCode;
import dev.nacre.engine.core.CoreExternType;
import dev.nacre.engine.core.CoreModule;
import dev.nacre.engine.runtime.MethodSurvey.Facts;
import java.io.ByteArrayInputStream;
import java.lang.reflect.Constructor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.objectweb.asm.ClassReader;

/** Compiles core modules to JVM classes. */
public final class CoreCompiler {
    /** HotSpot never compiles a longer method, unless told otherwise by {@code -XX:-DontCompileHugeMethods}. */
    private static final int HUGE_METHOD_BYTES = 8000;

    private static final int LAST_SECTION = 13;
    private static final Parser PARSER = parser();

    private final CoreModule facts;
    private final CompileDeadline deadline;
    private final int importedFunctions;
    private final List<String> slowFunctions = new ArrayList<>();
    private boolean valid;

    private CoreCompiler(CoreModule facts, CompileDeadline deadline) {
        this.facts = facts;
        this.deadline = deadline;
        this.importedFunctions = (int) facts.type().imports().stream()
                .filter(declared -> declared.type() instanceof CoreExternType.Function)
                .count();
    }

    /**
     * Parses, validates and compiles a core module that was screened.
     *
     * @param bytes hold the module; not kept
     * @param offset where it starts
     * @param length how long it is
     * @param facts what the screening learned about these very bytes
     * @param deadline when to give up
     * @throws EngineException with {@link ErrorCode#MALFORMED}, {@link ErrorCode#INVALID},
     *     {@link ErrorCode#UNSUPPORTED_FEATURE}, {@link ErrorCode#FUNCTION_TOO_LARGE}, {@link ErrorCode#CAP_EXCEEDED} or
     *     {@link ErrorCode#COMPILE_TIMEOUT}
     */
    public static CompiledModule compile(
            byte[] bytes, int offset, int length, CoreModule facts, CompileDeadline deadline) {
        WarmUp.once();
        CoreCompiler compiler = new CoreCompiler(facts, deadline);
        try {
            return compiler.compile(ImportNames.acceptable(bytes, offset, length, facts));
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError failure) {
            throw new CompileFailure(facts, compiler.valid).translate(failure);
        }
    }

    /** Passes over custom sections: what is wrong in them must not matter, and nobody asks for them. */
    private static Parser parser() {
        Parser.Builder builder = Parser.builder();
        for (int id = 1; id <= LAST_SECTION; id++) {
            builder.includeSectionId(id);
        }
        return builder.build();
    }

    private CompiledModule compile(byte[] bytes) {
        deadline.check();
        WasmModule module = PARSER.parse(() -> new ByteArrayInputStream(bytes));
        valid = true;
        deadline.check();
        ModuleLayout layout = LayoutReader.read(module, facts);
        Map<String, byte[]> classes = rewrite(compile(module));
        ModuleLoader loader = new ModuleLoader();
        loader.defineAll(classes);
        deadline.check();
        Class<?> main = loader.initialize(GuestNames.mainClass());
        return CompiledModule.of(facts, layout, slowFunctions, new Adapters(loader), factory(main));
    }

    private Map<String, byte[]> compile(WasmModule module) {
        return Compiler.builder(module)
                .withClassName(GuestNames.mainClass())
                .withMaxFunctionsPerClass(GuestNames.FUNCTIONS_PER_CLASS)
                .withInterpreterFallback(InterpreterFallback.FAIL)
                .withClassCollectorFactory(() -> new DeadlineCollector(deadline))
                .build()
                .compile()
                .classBytes();
    }

    private Map<String, byte[]> rewrite(Map<String, byte[]> compiled) {
        Map<String, byte[]> rewritten = new HashMap<>();
        compiled.forEach((name, bytes) -> {
            if (!name.replace('.', '/').equals(GuestNames.SHADED)) {
                deadline.check();
                byte[] ours = ClassPass.rewrite(bytes, importedFunctions);
                noteSlowFunctions(ours);
                rewritten.put(name.replace('/', '.'), ours);
            }
        });
        return rewritten;
    }

    private void noteSlowFunctions(byte[] ours) {
        if (ours.length > HUGE_METHOD_BYTES) {
            MethodSurvey.of(new ClassReader(ours)).forEach(this::noteIfSlow);
        }
    }

    private void noteIfSlow(String method, Facts found) {
        if (found.bytes() > HUGE_METHOD_BYTES && method.startsWith(GuestNames.FUNCTION)) {
            slowFunctions.add(new FunctionLabel(facts, method) + ", " + found.bytes() + " bytes of JVM code");
        }
    }

    private static Function<CoreInstance, GuestCode> factory(Class<?> main) {
        Constructor<?> constructor = main.getConstructors()[0];
        return instance -> {
            try {
                return (GuestCode) constructor.newInstance(instance);
            } catch (ReflectiveOperationException e) {
                throw new EngineException(ErrorCode.INTERNAL, "compiled code cannot be started: " + e, e);
            }
        };
    }
}
