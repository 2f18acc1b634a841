package dev.nacre.engine.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nacre.engine.ComponentEngine;
import dev.nacre.engine.ComponentInstance;
import dev.nacre.engine.EngineOptions;
import dev.nacre.engine.InstanceOptions;
import dev.nacre.engine.Limits;
import dev.nacre.engine.LogSink;
import dev.nacre.engine.binary.ComponentReader;
import dev.nacre.engine.core.CoreModuleReader;
import dev.nacre.engine.sandbox.Meter;
import dev.nacre.engine.validate.ComponentValidator;
import dev.nacre.engine.wit.ExternType;
import dev.nacre.engine.wit.FunctionType;
import dev.nacre.engine.wit.NamedExtern;
import dev.nacre.engine.wit.ResourceType;
import dev.nacre.testkit.Guests;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Links the imports of whole components, as far as their types go. */
class WasiImportsTest {
    private final HostInterfaces interfaces = HostInterfaces.standard();
    private final Map<ResourceType, HostResource> bound = new HashMap<>();
    private final List<String> linked = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(strings = {"telemetry-rust", "telemetry-c", "shapes-rust", "probe-rust", "files-rust"})
    void linksWhatToolchainsBuild(String guest) {
        link(Guests.bytes(guest));

        assertThat(linked).isNotEmpty();
    }

    @Test
    void linksAllOfWasi() throws IOException {
        link(everything());

        assertThat(linked)
                .hasSizeGreaterThan(150)
                .contains(
                        "wasi:cli/exit@0.2.12#exit",
                        "wasi:filesystem/types@0.2.12#[method]descriptor.open-at",
                        "wasi:sockets/tcp@0.2.12#[method]tcp-socket.accept",
                        "wasi:http/outgoing-handler@0.2.12#handle");
    }

    @Test
    void instantiatesWhatImportsAllOfWasi() throws IOException {
        try (ComponentEngine engine = ComponentEngine.create(new EngineOptions(Limits.sandbox(), interfaces));
                ComponentInstance instance =
                        engine.load(everything()).instantiate(new InstanceOptions(Meter.unlimited(), LogSink.NONE))) {
            assertThat(instance.isOpen()).isTrue();
        }
    }

    private static byte[] everything() throws IOException {
        String name = "wasi-everything.component.wasm";
        try (InputStream component = Objects.requireNonNull(WasiImportsTest.class.getResourceAsStream(name), name)) {
            return component.readAllBytes();
        }
    }

    private void link(byte[] component) {
        List<NamedExtern> imports = ComponentValidator.validate(
                        ComponentReader.read(component, Limits.sandbox()),
                        Limits.sandbox(),
                        (offset, length) -> CoreModuleReader.read(component, offset, length, Limits.sandbox()))
                .type()
                .imports();
        for (NamedExtern item : imports) {
            ExternType.Instance instance = (ExternType.Instance) item.type();
            instance.type().exports().forEach(export -> link(item.name(), export));
        }
    }

    private void link(String importName, NamedExtern export) {
        if (export.type() instanceof ExternType.Resource resource) {
            bound.putIfAbsent(resource.type(), HostTests.resource(interfaces, importName, export.name()));
        } else if (export.type() instanceof ExternType.Function function) {
            link(importName, export.name(), function.type());
        }
    }

    private void link(String importName, String name, FunctionType type) {
        HostTests.function(interfaces, importName, name, type, resource -> Optional.ofNullable(bound.get(resource)));
        linked.add(importName + "#" + name);
    }
}
