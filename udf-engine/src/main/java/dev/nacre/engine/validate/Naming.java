package dev.nacre.engine.validate;

import dev.nacre.engine.wit.ExternType;
import dev.nacre.engine.wit.InstanceType;
import dev.nacre.engine.wit.NamedExtern;
import dev.nacre.engine.wit.PrimitiveType;
import dev.nacre.engine.wit.ResourceType;
import dev.nacre.engine.wit.Shape;
import dev.nacre.engine.wit.WitType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Makes the type under which an import or export is known from then on.
 *
 * <p>Explainer.md, "External Visibility of Types": a type that went through an import or export is not the type that went
 * in, because only the new one has a name outside. So every named type becomes a new object here, and an instance brings
 * resources of its own.
 */
final class Naming {
    private final ValidationContext context;
    private final Consumer<ResourceType> fresh;
    private final Substitution instanceNames;

    /** @param fresh takes every resource type that is new */
    Naming(ValidationContext context, Consumer<ResourceType> fresh) {
        this.context = context;
        this.fresh = fresh;
        this.instanceNames = new Substitution(context);
    }

    /**
     * Returns a type in the names that instances gave to its parts, for a type that was formed without looking at the
     * instances under their new names.
     */
    ExternType byInstances(ExternType type) {
        return instanceNames.apply(type);
    }

    /** Names something of a declared type. A resource type must be new or known by then. */
    ExternType name(String name, ExternType type) {
        if (type instanceof ExternType.Value value) {
            return new ExternType.Value(Shape.copy(value.type()), value.type());
        }
        if (type instanceof ExternType.Resource resource) {
            return new ExternType.Resource(resource.type().named(name), resource.type());
        }
        return rename(name, type, new Substitution(context));
    }

    private ExternType rename(String name, ExternType type, Substitution substitution) {
        context.spend();
        if (type instanceof ExternType.Value value) {
            return renameValue(value, substitution);
        }
        if (type instanceof ExternType.Resource resource) {
            return renameResource(name, resource, substitution);
        }
        if (type instanceof ExternType.Instance instance) {
            return new ExternType.Instance(renameInstance(instance.type(), substitution));
        }
        return substitution.apply(type);
    }

    private ExternType renameValue(ExternType.Value value, Substitution substitution) {
        WitType origin = substitution.apply(value.origin());
        WitType copy = Shape.copy(substitution.apply(value.type()));
        if (!(copy instanceof PrimitiveType)) {
            substitution.bind(value.type(), copy);
            instanceNames.bind(value.type(), copy);
        }
        return new ExternType.Value(copy, origin);
    }

    private ExternType renameResource(String name, ExternType.Resource resource, Substitution substitution) {
        ResourceType origin = substitution.apply(resource.origin());
        ResourceType named = substitution.apply(resource.type()).named(name);
        substitution.bindName(resource.type(), named);
        instanceNames.bindName(resource.type(), named);
        return new ExternType.Resource(named, origin);
    }

    private InstanceType renameInstance(InstanceType type, Substitution substitution) {
        for (ResourceType resource : type.resources()) {
            ResourceType own = new ResourceType(resource.name());
            substitution.bind(resource, own);
            fresh.accept(own);
        }
        List<NamedExtern> exports = new ArrayList<>();
        for (NamedExtern export : type.exports()) {
            exports.add(new NamedExtern(export.name(), rename(export.name(), export.type(), substitution)));
        }
        return new InstanceType(exports);
    }
}
