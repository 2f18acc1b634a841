package dev.nacre.engine.validate;

import dev.nacre.engine.wit.BorrowType;
import dev.nacre.engine.wit.ComponentType;
import dev.nacre.engine.wit.ExternType;
import dev.nacre.engine.wit.FunctionType;
import dev.nacre.engine.wit.InstanceType;
import dev.nacre.engine.wit.NamedExtern;
import dev.nacre.engine.wit.OwnType;
import dev.nacre.engine.wit.ResourceType;
import dev.nacre.engine.wit.Shape;
import dev.nacre.engine.wit.WitType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts types in the place of others: resource types by what they are, named value types and names of resource types by
 * their objects. Whatever contains nothing replaced stays the same object. Mutable while types are bound; used by one
 * thread.
 */
final class Substitution {
    private final ValidationContext context;
    private final Map<ResourceType, ResourceType> resources = new HashMap<>();
    private final Map<ResourceType, ResourceType> resourceNames = new IdentityHashMap<>();
    private final Map<WitType, WitType> types = new IdentityHashMap<>();

    Substitution(ValidationContext context) {
        this.context = context;
    }

    /** Replaces a resource type under all its names. */
    void bind(ResourceType from, ResourceType to) {
        resources.put(from, to);
    }

    /** Replaces one name of a resource type. */
    void bindName(ResourceType from, ResourceType to) {
        resourceNames.put(from, to);
    }

    /** Replaces one value type object. */
    void bind(WitType from, WitType to) {
        types.put(from, to);
    }

    boolean isBound(ResourceType type) {
        return resources.containsKey(type);
    }

    /** Returns what a resource type was bound to, under the name it has there. */
    ResourceType target(ResourceType type) {
        return resources.getOrDefault(type, type);
    }

    ResourceType apply(ResourceType type) {
        ResourceType named = resourceNames.get(type);
        if (named != null) {
            return named;
        }
        ResourceType target = resources.get(type);
        if (target == null) {
            return type;
        }
        ResourceType renamed = target.named(type.name().isEmpty() ? target.name() : type.name());
        resourceNames.put(type, renamed);
        return renamed;
    }

    WitType apply(WitType type) {
        WitType known = types.get(type);
        if (known != null) {
            return known;
        }
        context.spend();
        WitType result = rebuild(type);
        types.put(type, result);
        return result;
    }

    private WitType rebuild(WitType type) {
        if (type instanceof OwnType own) {
            ResourceType resource = apply(own.resource());
            return isSame(resource, own.resource()) ? own : new OwnType(resource);
        }
        if (type instanceof BorrowType borrow) {
            ResourceType resource = apply(borrow.resource());
            return isSame(resource, borrow.resource()) ? borrow : new BorrowType(resource);
        }
        return rebuildFromParts(type);
    }

    /** Two names of one resource type are equal and yet not the same: only one of them may be visible outside. */
    @SuppressWarnings("ReferenceEquality")
    private static boolean isSame(ResourceType one, ResourceType other) {
        return one == other;
    }

    private WitType rebuildFromParts(WitType type) {
        Shape shape = Shape.of(type);
        List<WitType> children = new ArrayList<>();
        boolean changed = false;
        for (WitType child : shape.children()) {
            WitType replaced = apply(child);
            changed |= replaced != child;
            children.add(replaced);
        }
        return changed ? shape.rebuild().apply(children) : type;
    }

    FunctionType apply(FunctionType type) {
        context.spend();
        List<FunctionType.Parameter> parameters = type.parameters().stream()
                .map(parameter -> new FunctionType.Parameter(parameter.name(), apply(parameter.type())))
                .toList();
        return new FunctionType(parameters, type.result().map(this::apply), type.async());
    }

    ExternType apply(ExternType type) {
        context.spend();
        if (type instanceof ExternType.Function function) {
            return new ExternType.Function(apply(function.type()));
        }
        if (type instanceof ExternType.Instance instance) {
            return new ExternType.Instance(apply(instance.type()));
        }
        if (type instanceof ExternType.Component component) {
            return new ExternType.Component(apply(component.type()));
        }
        if (type instanceof ExternType.Value value) {
            return new ExternType.Value(apply(value.type()), apply(value.origin()));
        }
        if (type instanceof ExternType.Alias alias) {
            return new ExternType.Alias(apply(alias.type()));
        }
        if (type instanceof ExternType.Resource resource) {
            return new ExternType.Resource(apply(resource.type()), apply(resource.origin()));
        }
        return type;
    }

    InstanceType apply(InstanceType type) {
        return new InstanceType(apply(type.exports()), type.resources());
    }

    ComponentType apply(ComponentType type) {
        return new ComponentType(
                apply(type.imports()), apply(type.exports()), type.importedResources(), type.exportedResources());
    }

    private List<NamedExtern> apply(List<NamedExtern> externs) {
        return externs.stream()
                .map(extern -> new NamedExtern(extern.name(), apply(extern.type())))
                .toList();
    }
}
