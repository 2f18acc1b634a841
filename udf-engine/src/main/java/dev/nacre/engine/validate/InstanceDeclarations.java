package dev.nacre.engine.validate;

import dev.nacre.engine.binary.Declaration;
import dev.nacre.engine.binary.Sort;
import dev.nacre.engine.wit.ComponentType;
import dev.nacre.engine.wit.ExternType;
import dev.nacre.engine.wit.InstanceType;
import dev.nacre.engine.wit.NamedExtern;
import dev.nacre.engine.wit.ResourceType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Instances: Explainer.md, "Instance Definitions". */
final class InstanceDeclarations {
    private final Scope scope;
    private final ValidationContext context;

    InstanceDeclarations(Scope scope, ValidationContext context) {
        this.scope = scope;
        this.context = context;
    }

    Definition instantiate(Declaration.Instantiate declaration) {
        context.countInstance();
        ComponentType component = scope.component(declaration.component());
        Map<String, ExternType> supplied = new HashMap<>();
        List<Definition.NamedItem> arguments = new ArrayList<>();
        for (Declaration.CoreItem item : declaration.arguments()) {
            if (supplied.put(item.name(), extern(item.sort(), item.index())) != null) {
                throw context.invalid("expected the argument " + Text.quoted(item.name()) + " once, found it again");
            }
            arguments.add(new Definition.NamedItem(item.name(), item.sort(), item.index()));
        }
        InstanceType type = instanceOf(component, matchImports(component, supplied));
        scope.externs(Sort.INSTANCE).add(new ExternType.Instance(type));
        return new Definition.Instantiate(declaration.component(), arguments, type);
    }

    private Substitution matchImports(ComponentType component, Map<String, ExternType> supplied) {
        Subtyping subtyping = new Subtyping(context, component.importedResources());
        for (NamedExtern item : component.imports()) {
            subtyping.named("import", item, supplied).ifPresent(words -> {
                throw context.invalid(words);
            });
        }
        return subtyping.substitution();
    }

    private InstanceType instanceOf(ComponentType component, Substitution substitution) {
        for (ResourceType resource : component.exportedResources()) {
            ResourceType own = new ResourceType(resource.name());
            substitution.bind(resource, own);
            scope.ownResources().add(own);
        }
        List<NamedExtern> exports = new ArrayList<>();
        for (NamedExtern export : component.exports()) {
            exports.add(new NamedExtern(export.name(), substitution.apply(export.type())));
        }
        return new InstanceType(exports);
    }

    Definition bundle(Declaration.Bundle declaration) {
        NameTable names = new NameTable(context, false);
        List<Definition.NamedItem> items = new ArrayList<>();
        for (Declaration.Item item : declaration.exports()) {
            names.declare(item.name(), extern(item.sort(), item.index()));
            items.add(new Definition.NamedItem(item.name().name(), item.sort(), item.index()));
        }
        InstanceType type = new InstanceType(names.entries());
        scope.externs(Sort.INSTANCE).add(new ExternType.Instance(type));
        return new Definition.InstanceFromExports(items, type);
    }

    private ExternType extern(Sort sort, int index) {
        return scope.externs(ExternDeclarations.requireExtern(sort, context)).get(index);
    }
}
