package dev.nacre.engine.host;

import dev.nacre.engine.CompiledComponent;
import dev.nacre.engine.wit.FunctionType;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Several interfaces as one: the first that has an item provides it. */
record MergedInterface(List<HostInterface> parts) implements HostInterface {
    MergedInterface {
        parts = List.copyOf(parts);
    }

    @Override
    public boolean provides(String name, String version) {
        return parts.stream().anyMatch(part -> part.provides(name, version));
    }

    @Override
    public Optional<HostResource> resource(String resource) {
        return first(part -> part.resource(resource));
    }

    @Override
    public Optional<HostFunction> function(String function, FunctionType declared, ResourceNames resources) {
        return first(part -> part.function(function, declared, resources));
    }

    @Override
    public Optional<HostInterface> instance(String instance) {
        return first(part -> part.instance(instance));
    }

    @Override
    public Optional<HostModule> module(String module) {
        return first(part -> part.module(module));
    }

    @Override
    public Optional<CompiledComponent> component(String component) {
        return first(part -> part.component(component));
    }

    private <T> Optional<T> first(Function<HostInterface, Optional<T>> lookup) {
        return parts.stream().map(lookup).flatMap(Optional::stream).findFirst();
    }
}
