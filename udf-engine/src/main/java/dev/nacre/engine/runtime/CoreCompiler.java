package dev.nacre.engine.runtime;

import com.dylibso.chicory.compiler.InterpreterFallback;
import com.dylibso.chicory.compiler.internal.Compiler;
import com.dylibso.chicory.wasm.Parser;
import com.dylibso.chicory.wasm.WasmModule;
import dev.nacre.engine.EngineException;
import dev.nacre.engine.ErrorCode;
import dev.nacre.engine.core.CoreExternType;
import dev.nacre.engine.core.CoreModule;
import java.io.ByteArrayInputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.objectweb.asm.ClassReader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Compiles core modules to JVM classes. */
public final class CoreCompiler {
    /** HotSpot never compiles a longer method, unless told otherwise by {@code -XX:-DontCompileHugeMethods}. */
    private static final int HUGE_METHOD_BYTES = 8000;

    private static final int LAST_SECTION = 13;
    private static final Parser PARSER = parser();
    private static final Logger LOG = LoggerFactory.getLogger(CoreCompiler.class);

    private final ScreenedModule screened;
    private final CoreModule facts;
    private final CompileDeadline deadline;
    private final int importedFunctions;
    private boolean valid;

    private CoreCompiler(ScreenedModule screened, CompileDeadline deadline) {
        this.screened = screened;
        this.facts = screened.facts();
        this.deadline = deadline;
        this.importedFunctions = (int) facts.type().imports().stream()
                .filter(declared -> declared.type() instanceof CoreExternType.Function)
                .count();
    }

    /**
     * Parses, validates and compiles a core module that was screened, or takes the code that was compiled before.
     *
     * @param deadline when to give up
     * @throws EngineException with {@link ErrorCode#MALFORMED}, {@link ErrorCode#INVALID},
     *     {@link ErrorCode#UNSUPPORTED_FEATURE}, {@link ErrorCode#FUNCTION_TOO_LARGE}, {@link ErrorCode#CAP_EXCEEDED} or
     *     {@link ErrorCode#COMPILE_TIMEOUT}
     */
    public static CompiledModule compile(ScreenedModule screened, CompileDeadline deadline) {
        WarmUp.once();
        CoreCompiler compiler = new CoreCompiler(screened, deadline);
        Optional<CompiledModule> loaded = screened.code().flatMap(code -> compiler.guarded(() -> compiler.load(code)));
        return loaded.orElseGet(() -> new CoreCompiler(screened.withoutCode(), deadline).compile());
    }

    private CompiledModule compile() {
        return guarded(this::compileAndLoad);
    }

    private <T> T guarded(Supplier<T> work) {
        try {
            return work.get();
        } catch (Throwable failure) {
            throw new CompileFailure(facts, valid).translate(failure);
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

    /** Makes a module of code that was compiled before; nothing when the JVM does not take the code. */
    private Optional<CompiledModule> load(CompiledCode code) {
        deadline.check();
        try {
            return Optional.of(CodeLoading.load(facts, code, deadline));
        } catch (RuntimeException | LinkageError refused) {
            deadline.check();
            LOG.debug("code from the cache cannot be used, and is compiled again: {}", refused.toString());
            return Optional.empty();
        }
    }

    private CompiledModule compileAndLoad() {
        deadline.check();
        WasmModule module = parse();
        valid = true;
        deadline.check();
        CompiledCode code = rewrite(compile(module));
        assert ClassCheck.passesAll(code.classes()) : "the class pass lets through what the check does not";
        CompiledModule loaded = CodeLoading.load(facts, code, deadline);
        screened.keep(code);
        return loaded;
    }

    private WasmModule parse() {
        byte[] module = screened.acceptableBytes();
        return PARSER.parse(() -> new ByteArrayInputStream(module));
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

    private CompiledCode rewrite(Map<String, byte[]> compiled) {
        Referable referable = new Referable(facts.referable());
        Map<String, byte[]> rewritten = new HashMap<>();
        Map<Integer, Integer> longFunctions = new HashMap<>();
        compiled.forEach((name, bytes) -> {
            if (!name.replace('.', '/').equals(GuestNames.SHADED)) {
                deadline.check();
                byte[] ours = ClassPass.rewrite(bytes, importedFunctions, referable);
                longFunctions.putAll(longFunctions(ours));
                rewritten.put(name.replace('/', '.'), ours);
            }
        });
        int functionsPerClass = GuestNames.functionsPerClass(
                rewritten.keySet(), facts.functionTypes().size());
        return new CompiledCode(rewritten, functionsPerClass, longFunctions, facts.bodies());
    }

    private static Map<Integer, Integer> longFunctions(byte[] ours) {
        Map<Integer, Integer> found = new HashMap<>();
        if (ours.length > HUGE_METHOD_BYTES) {
            MethodSurvey.of(new ClassReader(ours)).forEach((method, facts) -> {
                if (facts.bytes() > HUGE_METHOD_BYTES && method.startsWith(GuestNames.FUNCTION)) {
                    found.put(FunctionLabel.indexOf(method), facts.bytes());
                }
            });
        }
        return found;
    }
}
