package dev.nacre.engine.link;

import dev.nacre.engine.EngineException;
import dev.nacre.engine.ErrorCode;
import dev.nacre.engine.host.HostFunction;
import dev.nacre.engine.host.HostInterfaces;
import dev.nacre.engine.host.HostResource;
import dev.nacre.engine.wit.ComponentType;
import dev.nacre.engine.wit.ExternType;
import dev.nacre.engine.wit.NamedExtern;
import dev.nacre.engine.wit.ResourceType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the host provides for the imports of one component: looked up once, when the component is loaded. Immutable after
 * construction.
 */
final class HostImports {
    private final HostInterfaces interfaces;
    private final Map<String, HostInstance> instances = new LinkedHashMap<>();
    private final Map<ResourceType, HostResource> resources = new HashMap<>();
    private final List<String> missing = new ArrayList<>();

    /**
     * @throws EngineException with {@link ErrorCode#IMPORT_MISMATCH} when the host has a function of another type
     */
    HostImports(ComponentType component, HostInterfaces interfaces) {
        this.interfaces = interfaces;
        for (NamedExtern item : component.imports()) {
            if (item.type() instanceof ExternType.Instance instance) {
                link(item.name(), instance);
            } else if (!isNameOnly(item.type())) {
                missing.add(item.name());
            }
        }
    }

    /** A type that is declared equal to another is nothing that a host could provide. */
    private static boolean isNameOnly(ExternType type) {
        return type instanceof ExternType.Value || type instanceof ExternType.Alias;
    }

    private void link(String importName, ExternType.Instance instance) {
        if (interfaces.find(importName).isEmpty() && !isEmpty(instance)) {
            missing.add(importName);
            return;
        }
        Map<String, HostFunction> functions = new LinkedHashMap<>();
        Map<String, HostResource> types = new LinkedHashMap<>();
        for (NamedExtern export : instance.type().exports()) {
            if (export.type() instanceof ExternType.Function function) {
                find(importName, export.name(), function).ifPresent(found -> functions.put(export.name(), found));
            } else if (export.type() instanceof ExternType.Resource resource) {
                bind(importName, export.name(), resource.type()).ifPresent(found -> types.put(export.name(), found));
            } else if (!isNameOnly(export.type())) {
                missing.add(importName + "#" + export.name());
            }
        }
        instances.put(importName, new HostInstance(functions, types));
    }

    /** An interface of nothing but names of types needs no host. */
    private static boolean isEmpty(ExternType.Instance instance) {
        return instance.type().exports().stream().allMatch(export -> isNameOnly(export.type()));
    }

    private Optional<HostFunction> find(String importName, String name, ExternType.Function function) {
        return known(
                importName + "#" + name,
                () -> interfaces.function(
                        importName, name, function.type(), type -> Optional.ofNullable(resources.get(type))));
    }

    private Optional<HostResource> bind(String importName, String name, ResourceType type) {
        Optional<HostResource> found = known(importName + "#" + name, () -> interfaces.resource(importName, name));
        found.ifPresent(resource -> resources.putIfAbsent(type, resource));
        return found;
    }

    private interface Lookup<T> {
        T run();
    }

    private <T> Optional<T> known(String name, Lookup<T> lookup) {
        try {
            return Optional.of(lookup.run());
        } catch (EngineException exception) {
            if (exception.code() != ErrorCode.UNKNOWN_IMPORT) {
                throw exception;
            }
            missing.add(name);
            return Optional.empty();
        }
    }

    /** Returns the imports that nobody provides, in order. */
    List<String> missing() {
        return List.copyOf(missing);
    }

    /**
     * Fails when something is missing.
     *
     * @throws EngineException with {@link ErrorCode#UNKNOWN_IMPORT}, naming all that is missing
     */
    void requireComplete() {
        if (!missing.isEmpty()) {
            throw new EngineException(
                    ErrorCode.UNKNOWN_IMPORT,
                    "the component imports '" + String.join("', '", missing)
                            + "', which nobody provides; build it without, or register a host interface for it");
        }
    }

    /** Returns the imports for one instance. */
    Items items(Session session) {
        Map<HostResource, Object> made = new HashMap<>();
        Map<String, Object> items = new HashMap<>();
        instances.forEach((name, instance) -> items.put(name, instance.items(session, made)));
        return new Items(items);
    }
}
