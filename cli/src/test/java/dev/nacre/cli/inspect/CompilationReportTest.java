package dev.nacre.cli.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nacre.engine.CompiledComponent;
import dev.nacre.engine.Component;
import dev.nacre.engine.ComponentDescription;
import dev.nacre.engine.ComponentEngine;
import dev.nacre.engine.EngineException;
import dev.nacre.engine.ErrorCode;
import dev.nacre.engine.Limits;
import dev.nacre.engine.host.HostInterfaces;
import dev.nacre.engine.host.HostModule;
import dev.nacre.engine.wit.ComponentType;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class CompilationReportTest {

    private static List<String> report(Supplier<CompiledComponent> compiled) {
        return CompilationReport.lines(new CompilingOnly(compiled), new byte[0]);
    }

    @Test
    void namesSlowFunctions() {
        assertThat(report(() -> new Slow(List.of("function 3, 9000 bytes of JVM code"))))
                .containsExactly(
                        "",
                        "Compiled: 1 function is too long for the JIT compiler of the JVM (8,000 bytes) and will be slow;"
                                + " split or inline less",
                        "  function 3, 9000 bytes of JVM code");
        assertThat(report(() -> new Slow(List.of("function 3", "function 4"))))
                .hasSize(4)
                .element(1)
                .asString()
                .startsWith("Compiled: 2 functions are too long ");
    }

    @Test
    void saysWhyAComponentIsNotCompiled() {
        assertThat(report(() -> {
                    throw new EngineException(ErrorCode.FUNCTION_TOO_LARGE, "function 7 is too large");
                }))
                .containsExactly("", "Not compiled: it cannot be registered", "  function 7 is too large");
    }

    private record CompilingOnly(Supplier<CompiledComponent> compiled) implements ComponentEngine {
        @Override
        public CompiledComponent compile(byte[] component) {
            return compiled.get();
        }

        @Override
        public Component load(byte[] component) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Component load(byte[] component, Limits limits, Object owner) {
            throw new UnsupportedOperationException();
        }

        @Override
        public HostModule coreModule(byte[] module) {
            throw new UnsupportedOperationException();
        }

        @Override
        public ComponentDescription describe(byte[] component) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long liveInstances() {
            return 0;
        }

        @Override
        public void close() {
            // nothing is open
        }
    }

    private record Slow(List<String> slowFunctions) implements CompiledComponent {
        @Override
        public String sha256() {
            return "";
        }

        @Override
        public ComponentType type() {
            throw new UnsupportedOperationException();
        }

        @Override
        public String wit() {
            return "";
        }

        @Override
        public Component link(HostInterfaces host, Component... providers) {
            throw new UnsupportedOperationException();
        }
    }
}
