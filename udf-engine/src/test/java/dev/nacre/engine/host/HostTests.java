package dev.nacre.engine.host;

import dev.nacre.engine.LogSink;
import dev.nacre.engine.sandbox.Meter;
import dev.nacre.engine.wit.FunctionType;
import dev.nacre.engine.wit.ResourceType;
import dev.nacre.engine.wit.WitType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a component's import looks like from the host, built by hand. */
final class HostTests {
    private final HostInterfaces interfaces = HostInterfaces.standard();
    private final Map<ResourceType, HostResource> bound = new HashMap<>();
    private final Map<String, ResourceType> types = new HashMap<>();
    final BoundedLog log = new BoundedLog(100_000, 100);
    final HostCall call = new HostCall(Meter.unlimited(), log);

    /** Returns the type that a component's import of a resource has, the same for the same resource. */
    ResourceType resource(String importName, String name) {
        return types.computeIfAbsent(name, key -> {
            ResourceType type = new ResourceType(key);
            bound.put(type, resource(interfaces, importName, key));
            return type;
        });
    }

    HostFunction function(String importName, String name, FunctionType declared) {
        return function(interfaces, importName, name, declared, type -> Optional.ofNullable(bound.get(type)));
    }

    static HostResource resource(HostInterfaces interfaces, String importName, String name) {
        return interfaces
                .find(importName)
                .flatMap(found -> found.resource(name))
                .orElseThrow(() -> new NoSuchElementException(importName + "#" + name));
    }

    static HostFunction function(
            HostInterfaces interfaces, String importName, String name, FunctionType declared, ResourceNames resources) {
        return interfaces
                .find(importName)
                .flatMap(found -> found.function(name, declared, resources))
                .orElseThrow(() -> new NoSuchElementException(importName + "#" + name));
    }

    @Nullable
    Object call(HostFunction function, @Nullable Object... arguments) {
        return function.call(call, arguments);
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        log.lines().forEach(line -> lines.add(line.level() + ": " + line.message()));
        return lines;
    }

    static HostCall callWith(LogSink log) {
        return new HostCall(Meter.unlimited(), log);
    }

    static FunctionType type(@Nullable WitType result, WitType... parameters) {
        return new FunctionType(
                Stream.of(parameters)
                        .map(type -> new FunctionType.Parameter("p", type))
                        .toList(),
                Optional.ofNullable(result),
                false);
    }
}
