package dev.nacre.engine.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.dylibso.chicory.wasm.Parser;
import com.dylibso.chicory.wasm.WasmModule;
import dev.nacre.engine.CodeCache;
import dev.nacre.engine.Limits;
import java.lang.management.ManagementFactory;
import java.lang.ref.Reference;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.management.JMException;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stays of a parsed module once it is compiled: nothing. The JVM walks the heap, so that one object shows. */
class ParsedHeapTest {
    private static final String MODULE = "com.dylibso.chicory.wasm.WasmModule";
    private static final String BODY = "com.dylibso.chicory.wasm.types.FunctionBody";
    private static final String INSTRUCTION = "com.dylibso.chicory.wasm.types.AnnotatedInstruction";

    private static final Pattern LINE =
            Pattern.compile("(\\d+) +\\d+ +(" + String.join("|", MODULE, BODY, INSTRUCTION) + ")\\b");

    /** Returns how many objects of the parser can be reached, by class. */
    private static Map<String, Long> parsed() throws JMException {
        Object histogram = ManagementFactory.getPlatformMBeanServer()
                .invoke(
                        new ObjectName("com.sun.management:type=DiagnosticCommand"),
                        "gcClassHistogram",
                        new Object[] {new String[0]},
                        new String[] {String[].class.getName()});
        assertThat(histogram.toString()).contains("java.lang.String");
        Map<String, Long> found = new TreeMap<>();
        Matcher lines = LINE.matcher(histogram.toString());
        while (lines.find()) {
            found.put(lines.group(2), Long.valueOf(lines.group(1)));
        }
        return found;
    }

    private static byte[] module() {
        ModuleBuilder module = new ModuleBuilder();
        module.memory(1, 1);
        module.data(8, "data");
        Code step = new Code().get(0).i32(1).op(Op.I32_ADD).set(0);
        for (int i = 0; i < 100; i++) {
            module.exported(
                    "f" + i, Guest.INT_TO_INT, new Code().repeat(10, step).get(0));
        }
        return module.build();
    }

    private static CompiledModule compile(byte[] module, CodeStore store) {
        ScreenedModule screened =
                ScreenedModule.read(module, 0, module.length, Limits.specification(), store, CompileDeadline.NONE);
        return CoreCompiler.compile(screened, CompileDeadline.within(Duration.ofMinutes(5)));
    }

    @Test
    void aCompiledModuleKeepsNothingThatWasParsed(@TempDir Path home) throws JMException {
        byte[] module = module();
        Map<String, Long> before = parsed();

        CompiledModule compiled = compile(module, CodeStore.NONE);
        assertThat(parsed()).isEqualTo(before);

        CodeStore store = CodeStore.open(CodeCache.of(home.resolve("cache"), home.resolve("key")));
        CompiledModule kept = compile(module, store);
        CompiledModule found = compile(module, store);
        assertThat(parsed()).isEqualTo(before);
        Reference.reachabilityFence(compiled);
        Reference.reachabilityFence(kept);
        Reference.reachabilityFence(found);
    }

    /** Without this, the other test might look for what nothing is called. */
    @Test
    void aParsedModuleWouldBeSeen() throws JMException {
        WasmModule parsed = Parser.parse(module());

        assertThat(parsed()).containsKeys(MODULE, BODY, INSTRUCTION);
        assertThat(parsed().get(INSTRUCTION)).isGreaterThan(4_000);
        Reference.reachabilityFence(parsed);
    }
}
