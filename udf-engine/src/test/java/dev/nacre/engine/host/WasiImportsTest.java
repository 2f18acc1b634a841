package dev.nacre.engine.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nacre.engine.Limits;
import dev.nacre.engine.binary.ComponentReader;
import dev.nacre.engine.core.CoreModuleReader;
import dev.nacre.engine.validate.ComponentValidator;
import dev.nacre.engine.wit.ExternType;
import dev.nacre.engine.wit.FunctionType;
import dev.nacre.engine.wit.NamedExtern;
import dev.nacre.engine.wit.ResourceType;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Links the imports of whole components, as far as their types go. */
class WasiImportsTest {
    private final HostInterfaces interfaces = HostInterfaces.standard();
    private final Map<ResourceType, HostResource> bound = new HashMap<>();
    private final List<String> linked = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(strings = {"telemetry-rust", "telemetry-c", "shapes-rust", "probe-rust"})
    void linksWhatToolchainsBuild(String guest) {
        link("/dev/nacre/testkit/guests/" + guest + ".component.wasm");

        assertThat(linked).isNotEmpty();
    }

    private void link(String resource) {
        byte[] component = read(resource);
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
            bound.putIfAbsent(resource.type(), interfaces.resource(importName, export.name()));
        } else if (export.type() instanceof ExternType.Function function) {
            link(importName, export.name(), function.type());
        }
    }

    private void link(String importName, String name, FunctionType type) {
        interfaces.function(importName, name, type, resource -> Optional.ofNullable(bound.get(resource)));
        linked.add(importName + "#" + name);
    }

    private static byte[] read(String resource) {
        try (InputStream in = WasiImportsTest.class.getResourceAsStream(resource)) {
            return Objects.requireNonNull(in, resource).readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException(resource, e);
        }
    }
}
