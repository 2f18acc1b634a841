package dev.nacre.engine.validate;

import dev.nacre.engine.wit.ComponentType;
import dev.nacre.engine.wit.ExternType;
import dev.nacre.engine.wit.InstanceType;
import dev.nacre.engine.wit.NamedExtern;
import dev.nacre.engine.wit.PrimitiveType;
import dev.nacre.engine.wit.ResourceType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Matches what is supplied against what is expected: Explainer.md, "Type Checking".
 *
 * <p>Resource types that the expected side leaves open are bound to the supplied ones as they are met, and the
 * substitution that grows in this way is applied to all that follows.
 */
final class Subtyping {
    private final ValidationContext context;
    private final Set<ResourceType> open;
    private final Substitution substitution;
    private final TypeEquality equality;

    /** @param open the resource types of the expected side that stand for any */
    Subtyping(ValidationContext context, List<ResourceType> open) {
        this.context = context;
        this.open = new HashSet<>(open);
        this.substitution = new Substitution(context);
        this.equality = new TypeEquality(context);
    }

    /** Returns what the open types were bound to. */
    Substitution substitution() {
        return substitution;
    }

    /** Returns words for the first difference, or empty when {@code found} will do. */
    Optional<String> difference(ExternType expected, ExternType found) {
        context.spend();
        if (!expected.getClass().equals(found.getClass())) {
            return Optional.of("expected " + Text.a(Externs.noun(expected)) + ", found " + Text.a(Externs.noun(found)));
        }
        if (expected instanceof ExternType.Function function) {
            return equality.difference(substitution.apply(function.type()), ((ExternType.Function) found).type());
        }
        if (expected instanceof ExternType.Instance instance) {
            return instances(instance.type(), ((ExternType.Instance) found).type());
        }
        if (expected instanceof ExternType.Component component) {
            return components(component.type(), ((ExternType.Component) found).type());
        }
        if (expected instanceof ExternType.Module module) {
            return CoreSubtyping.difference(module.type(), ((ExternType.Module) found).type());
        }
        return types(expected, found);
    }

    private Optional<String> types(ExternType expected, ExternType found) {
        if (expected instanceof ExternType.Value value) {
            return values(value, (ExternType.Value) found);
        }
        if (expected instanceof ExternType.Resource resource) {
            return resources(resource.type(), ((ExternType.Resource) found).type());
        }
        ExternType expectedType = ((ExternType.Alias) expected).type();
        ExternType foundType = ((ExternType.Alias) found).type();
        return typesOfTypes(substitution.apply(expectedType), foundType);
    }

    private Optional<String> values(ExternType.Value expected, ExternType.Value found) {
        Optional<String> difference = equality.difference(substitution.apply(expected.type()), found.type());
        if (difference.isEmpty() && !(expected.type() instanceof PrimitiveType)) {
            substitution.bind(expected.type(), found.type());
        }
        return difference;
    }

    private Optional<String> resources(ResourceType expected, ResourceType found) {
        if (open.contains(expected) && !substitution.isBound(expected)) {
            substitution.bind(expected, found);
            substitution.bindName(expected, found);
            return Optional.empty();
        }
        ResourceType target = substitution.target(expected);
        if (!target.equals(found)) {
            return Optional.of("resource types are not the same: expected " + Text.quoted(target.toString())
                    + ", found " + Text.quoted(found.toString()));
        }
        substitution.bindName(expected, found);
        return Optional.empty();
    }

    /** Types that are named but not instantiated are equal when each will do for the other. */
    private Optional<String> typesOfTypes(ExternType expected, ExternType found) {
        Optional<String> forth = new Subtyping(context, openIn(expected)).difference(expected, found);
        return forth.isPresent() ? forth : new Subtyping(context, openIn(found)).difference(found, expected);
    }

    private static List<ResourceType> openIn(ExternType type) {
        return type instanceof ExternType.Instance instance ? instance.type().resources() : List.of();
    }

    private Optional<String> instances(InstanceType expected, InstanceType found) {
        return exports(expected.exports(), byName(found.exports()));
    }

    private Optional<String> exports(List<NamedExtern> expected, Map<String, ExternType> found) {
        for (NamedExtern export : expected) {
            Optional<String> difference = named("export", export, found);
            if (difference.isPresent()) {
                return difference;
            }
        }
        return Optional.empty();
    }

    /** Matches one import or export against the item of its name. */
    Optional<String> named(String noun, NamedExtern expected, Map<String, ExternType> found) {
        ExternType supplied = found.get(expected.name());
        if (supplied == null) {
            return Optional.of("expected " + Text.a(Externs.noun(expected.type())) + " for the " + noun + " "
                    + Text.quoted(expected.name()) + ", found none");
        }
        return difference(expected.type(), supplied)
                .map(words -> noun + " " + Text.quoted(expected.name()) + ": " + words);
    }

    private Optional<String> components(ComponentType expected, ComponentType found) {
        ComponentType wanted = substitution.apply(expected);
        Subtyping imports = new Subtyping(context, found.importedResources());
        Map<String, ExternType> supplied = byName(wanted.imports());
        for (NamedExtern item : found.imports()) {
            Optional<String> difference = imports.named("import", item, supplied);
            if (difference.isPresent()) {
                return difference;
            }
        }
        List<NamedExtern> given = new ArrayList<>();
        for (NamedExtern item : found.exports()) {
            given.add(new NamedExtern(item.name(), imports.substitution().apply(item.type())));
        }
        return new Subtyping(context, wanted.exportedResources()).exports(wanted.exports(), byName(given));
    }

    private static Map<String, ExternType> byName(List<NamedExtern> externs) {
        Map<String, ExternType> result = new HashMap<>();
        externs.forEach(extern -> result.put(extern.name(), extern.type()));
        return result;
    }
}
