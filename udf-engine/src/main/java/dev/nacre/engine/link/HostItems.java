package dev.nacre.engine.link;

import dev.nacre.engine.EngineException;
import dev.nacre.engine.ErrorCode;
import dev.nacre.engine.host.HostFunction;
import dev.nacre.engine.host.HostInterface;
import dev.nacre.engine.host.HostInterfaces;
import dev.nacre.engine.host.HostResource;
import dev.nacre.engine.validate.ImportMatch;
import dev.nacre.engine.wit.ExternType;
import dev.nacre.engine.wit.FunctionType;
import dev.nacre.engine.wit.InstanceType;
import dev.nacre.engine.wit.NamedExtern;
import dev.nacre.engine.wit.ResourceType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks for what the host has for the imports of one component. Mutable, used once. */
final class HostItems {
    private static final int MOST_MISSING = 1_000;

    private static final HostInterface NOTHING = new HostInterfaces(List.of()).topLevel();

    private final ImportMatch match;
    private final List<MissingImport> missing;
    private final Map<ResourceType, HostResource> resources = new HashMap<>();

    /**
     * @param match learns which resource types the host supplies
     * @param missing takes what the host does not have, the first thousand of it
     */
    HostItems(ImportMatch match, List<MissingImport> missing) {
        this.match = match;
        this.missing = missing;
    }

    /** Looks for the items of an instance; one of nothing but names of types needs no host. */
    Optional<ImportSource> instance(String name, InstanceType type, Optional<HostInterface> found) {
        if (found.isEmpty() && needsHost(type)) {
            miss(name, new ExternType.Instance(type));
            return Optional.empty();
        }
        Map<String, ImportSource> sources = new HashMap<>();
        for (NamedExtern item : type.exports()) {
            item(name + "#", item, found.orElse(NOTHING)).ifPresent(source -> sources.put(item.name(), source));
        }
        return Optional.of(session -> LinkedImports.items(sources, session));
    }

    /** Looks for an item outside of any interface. */
    Optional<ImportSource> item(NamedExtern item, HostInterface from) {
        return item("", item, from);
    }

    private Optional<ImportSource> item(String path, NamedExtern item, HostInterface from) {
        String name = path + item.name();
        if (item.type() instanceof ExternType.Instance instance) {
            return instance(name, instance.type(), from.instance(item.name()));
        }
        Optional<ImportSource> source = single(name, item, from);
        if (source.isEmpty() && !isNameOnly(item.type())) {
            miss(name, item.type());
        }
        return source;
    }

    private Optional<ImportSource> single(String path, NamedExtern item, HostInterface from) {
        String name = item.name();
        if (item.type() instanceof ExternType.Function function) {
            return function(path, name, function.type(), from)
                    .map(found -> session -> new HostComponentFunction(path, found, session.hostCall()));
        }
        if (item.type() instanceof ExternType.Resource resource) {
            return resource(path, resource.type(), from.resource(name));
        }
        if (item.type() instanceof ExternType.Module) {
            return from.module(name)
                    .map(found ->
                            fitting(item, new ExternType.Module(found.compiled().type()), found.compiled()));
        }
        if (item.type() instanceof ExternType.Component) {
            return from.component(name)
                    .map(OpenComponent::of)
                    .map(found ->
                            fitting(item, new ExternType.Component(found.type()), new Closure(found.plan(), null)));
        }
        return Optional.empty();
    }

    private Optional<HostFunction> function(String path, String name, FunctionType type, HostInterface from) {
        try {
            return from.function(name, type, resource -> Optional.ofNullable(resources.get(resource)));
        } catch (EngineException unfit) {
            throw path.equals(name)
                    ? unfit
                    : unfit.within("import '" + path.substring(0, path.length() - name.length() - 1) + "'");
        }
    }

    private ImportSource fitting(NamedExtern item, ExternType found, Object value) {
        match.difference(item, found).ifPresent(words -> {
            throw mismatch(words, "build the component against what the host has");
        });
        return session -> value;
    }

    /** A type that the component declares equal to one before needs no second word of the host, and suffers no other. */
    private Optional<ImportSource> resource(String path, ResourceType type, Optional<HostResource> found) {
        HostResource known = resources.get(type);
        if (known != null && found.isPresent() && !found.get().equals(known)) {
            throw mismatch(
                    "import '" + path + "': resource types are not the same: expected '" + known + "', found '"
                            + found.get() + "'",
                    "build the component against the host's interface");
        }
        Optional<HostResource> resource = known != null ? Optional.of(known) : found;
        resource.ifPresent(supplied -> {
            resources.put(type, supplied);
            match.supply(type, supplied.type());
        });
        return resource.map(supplied -> session -> session.hostResource(supplied));
    }

    /** The names may be long, and a few bytes can import a thousand items: what is kept of them is bounded. */
    private void miss(String name, ExternType type) {
        if (missing.size() < MOST_MISSING) {
            missing.add(MissingImport.of(name, type));
        }
    }

    private static boolean needsHost(InstanceType type) {
        return type.exports().stream()
                .map(NamedExtern::type)
                .anyMatch(item ->
                        item instanceof ExternType.Instance inner ? needsHost(inner.type()) : !isNameOnly(item));
    }

    /** A type that is declared equal to another is nothing that a host could provide. */
    private static boolean isNameOnly(ExternType type) {
        return type instanceof ExternType.Value || type instanceof ExternType.Alias;
    }

    static EngineException mismatch(String words, String advice) {
        return new EngineException(ErrorCode.IMPORT_MISMATCH, words + "; " + advice);
    }
}
