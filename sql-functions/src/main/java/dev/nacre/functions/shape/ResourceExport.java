package dev.nacre.functions.shape;

import dev.nacre.engine.Component;
import dev.nacre.engine.ExportedFunctionType;
import dev.nacre.engine.wit.BorrowType;
import dev.nacre.engine.wit.FunctionType;
import dev.nacre.engine.wit.OwnType;
import dev.nacre.engine.wit.ResourceFunctionName;
import dev.nacre.engine.wit.ResourceType;
import dev.nacre.engine.wit.ResultType;
import dev.nacre.engine.wit.WitType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An exported resource with the functions that it has.
 *
 * @param name as EXPORT takes it: {@code namespace:package/interface@version#resource}, or the bare name at the top level
 * @param constructor empty for a resource that other functions make
 * @param methods by their own names, in the order of export
 */
public record ResourceExport(
        String name, Optional<ExportedFunctionType> constructor, Map<String, ExportedFunctionType> methods) {

    /** Returns the resources of a component that have functions, in the order of export. */
    public static List<ResourceExport> all(Component component) {
        Map<String, List<ExportedFunctionType>> functions = new LinkedHashMap<>();
        for (ExportedFunctionType function : component.resourceFunctions()) {
            functions
                    .computeIfAbsent(resourceName(function.name()), name -> new ArrayList<>())
                    .add(function);
        }
        List<ResourceExport> resources = new ArrayList<>();
        functions.forEach((name, own) -> resources.add(of(name, own)));
        return resources;
    }

    private static ResourceExport of(String name, List<ExportedFunctionType> functions) {
        Optional<ExportedFunctionType> constructor = Optional.empty();
        Map<String, ExportedFunctionType> methods = new LinkedHashMap<>();
        for (ExportedFunctionType function : functions) {
            String own = bareName(function.name());
            if (own.startsWith("[constructor]")) {
                constructor = Optional.of(function);
            } else if (own.startsWith("[method]")) {
                methods.put(ResourceFunctionName.functionOf(own), function);
            }
        }
        return new ResourceExport(name, constructor, methods);
    }

    /**
     * Finds a resource.
     *
     * @param name with or without the version of its interface; without, it must be unique
     */
    public static Optional<ResourceExport> find(Component component, String name) {
        List<ResourceExport> all = all(component);
        List<ResourceExport> found = all.stream()
                .filter(resource ->
                        resource.name.equals(name) || unversioned(resource.name).equals(name))
                .toList();
        return found.size() == 1
                ? Optional.of(found.get(0))
                : found.stream().filter(resource -> resource.name.equals(name)).findFirst();
    }

    /** Finds the resource that a function gives, also as the ok case of a {@code result}. */
    public static Optional<ResourceExport> given(Component component, FunctionType function) {
        return function.result()
                .flatMap(ResourceExport::owned)
                .flatMap(type -> all(component).stream()
                        .filter(resource -> resource.isOf(type))
                        .findFirst());
    }

    private static Optional<ResourceType> owned(WitType wit) {
        WitType inner = wit instanceof ResultType result ? result.ok().orElse(wit) : wit;
        return inner instanceof OwnType own ? Optional.of(own.resource()) : Optional.empty();
    }

    private boolean isOf(ResourceType type) {
        return methods.values().stream()
                .anyMatch(method -> method.type().parameters().stream()
                        .limit(1)
                        .anyMatch(self -> self.type() instanceof BorrowType borrow
                                && borrow.resource().equals(type)));
    }

    /** Returns a method; empty when the resource has none of that name. */
    public Optional<ExportedFunctionType> method(String method) {
        return Optional.ofNullable(methods.get(method));
    }

    /** Returns the parameters of a method behind the resource itself. */
    static List<FunctionType.Parameter> parameters(ExportedFunctionType method) {
        List<FunctionType.Parameter> all = method.type().parameters();
        return all.subList(Math.min(1, all.size()), all.size());
    }

    private static String resourceName(String function) {
        int own = function.indexOf('#') + 1;
        return function.substring(0, own)
                + ResourceFunctionName.resourceOf(function.substring(own)).orElse("");
    }

    private static String bareName(String function) {
        return function.substring(function.indexOf('#') + 1);
    }

    private static String unversioned(String name) {
        int version = name.indexOf('@');
        return version < 0 ? name : name.substring(0, version) + name.substring(name.indexOf('#', version));
    }
}
