package dev.nacre.engine.validate;

import dev.nacre.engine.wit.BorrowType;
import dev.nacre.engine.wit.ExternType;
import dev.nacre.engine.wit.FunctionType;
import dev.nacre.engine.wit.NamedExtern;
import dev.nacre.engine.wit.OwnType;
import dev.nacre.engine.wit.ResourceType;
import dev.nacre.engine.wit.Shape;
import dev.nacre.engine.wit.WitType;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** Collects the resource types that a type takes from around it. */
final class FreeResources {
    private final ValidationContext context;
    private final Set<ResourceType> used = new HashSet<>();
    private final Set<ResourceType> bound = new HashSet<>();
    private final Set<WitType> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    private FreeResources(ValidationContext context) {
        this.context = context;
    }

    static Set<ResourceType> of(ExternType type, ValidationContext context) {
        FreeResources collector = new FreeResources(context);
        collector.collect(type);
        collector.used.removeAll(collector.bound);
        return collector.used;
    }

    private void collect(ExternType type) {
        context.spend();
        if (type instanceof ExternType.Value value) {
            collect(value.type());
        } else if (type instanceof ExternType.Resource resource) {
            used.add(resource.type());
        } else if (type instanceof ExternType.Function function) {
            collect(function.type());
        } else if (type instanceof ExternType.Alias alias) {
            collect(alias.type());
        } else if (type instanceof ExternType.Instance instance) {
            bound.addAll(instance.type().resources());
            collect(instance.type().exports());
        } else if (type instanceof ExternType.Component component) {
            bound.addAll(component.type().importedResources());
            bound.addAll(component.type().exportedResources());
            collect(component.type().imports());
            collect(component.type().exports());
        }
    }

    private void collect(List<NamedExtern> externs) {
        externs.forEach(extern -> collect(extern.type()));
    }

    private void collect(FunctionType type) {
        type.parameters().forEach(parameter -> collect(parameter.type()));
        type.result().ifPresent(this::collect);
    }

    private void collect(WitType type) {
        if (!seen.add(type)) {
            return;
        }
        context.spend();
        if (type instanceof OwnType own) {
            used.add(own.resource());
        } else if (type instanceof BorrowType borrow) {
            used.add(borrow.resource());
        }
        Shape.of(type).children().forEach(this::collect);
    }
}
