package dev.nacre.engine.validate;

import dev.nacre.engine.binary.Declaration;
import dev.nacre.engine.binary.Sort;
import dev.nacre.engine.core.CoreExternType;
import dev.nacre.engine.wit.ExternType;
import dev.nacre.engine.wit.InstanceType;
import dev.nacre.engine.wit.NamedExtern;
import dev.nacre.engine.wit.ResourceType;
import java.util.Set;

/** Aliases: Binary.md, "Alias Definitions", and for types "Type Definitions". */
final class AliasDeclarations {
    private final Scope scope;
    private final ValidationContext context;

    AliasDeclarations(Scope scope, ValidationContext context) {
        this.scope = scope;
        this.context = context;
    }

    Definition export(Declaration.AliasExport declaration) {
        Sort sort = declaration.sort();
        if (!inComponent() && sort != Sort.INSTANCE && sort != Sort.TYPE) {
            throw context.invalid(
                    "expected an alias in a type to name an instance or a type, found " + Text.a(sort.noun()));
        }
        InstanceType instance = scope.instance(declaration.instance());
        ExternType type = find(instance, declaration);
        if (Externs.sort(type) != sort) {
            throw context.invalid(
                    "expected the export " + Text.quoted(declaration.name()) + " of instance " + declaration.instance()
                            + " to be " + Text.a(sort.noun()) + ", found " + Text.a(Externs.noun(type)));
        }
        scope.externs(sort).add(type);
        return new Definition.AliasExport(sort, declaration.instance(), declaration.name());
    }

    private ExternType find(InstanceType instance, Declaration.AliasExport declaration) {
        for (NamedExtern export : instance.exports()) {
            context.spend();
            if (export.name().equals(declaration.name())) {
                return export.type();
            }
        }
        throw context.invalid("expected instance " + declaration.instance() + " to export "
                + Text.quoted(declaration.name()) + ", found no such export");
    }

    Definition coreExport(Declaration.AliasCoreExport declaration) {
        if (!inComponent()) {
            throw context.invalid("expected an alias of an instance's export or of an outer type, found a core alias");
        }
        CoreExternType type = scope.coreInstances().get(declaration.instance()).get(declaration.name());
        String what = "core instance " + declaration.instance() + " to export " + Text.quoted(declaration.name());
        if (type == null) {
            throw context.invalid("expected " + what + ", found no such export");
        }
        if (Externs.sort(type) != declaration.sort()) {
            throw context.invalid(
                    "expected " + what + " as " + Text.a(declaration.sort().noun()) + ", found "
                            + Text.a(Externs.sort(type).noun()));
        }
        scope.coreExterns(declaration.sort()).add(type);
        return new Definition.AliasCoreExport(declaration.sort(), declaration.instance(), declaration.name());
    }

    Definition outer(Declaration.AliasOuter declaration) {
        Sort sort = declaration.sort();
        requireAliasable(sort);
        OuterScopes outer = OuterScopes.count(scope, declaration.count(), context);
        if (sort == Sort.CORE_TYPE) {
            scope.coreTypes().add(outer.scope().coreTypes().get(declaration.index()));
        } else {
            ExternType type = outer.scope().externs(sort).get(declaration.index());
            if (sort == Sort.TYPE && outer.leavesComponent()) {
                requireNoResources(type);
            }
            scope.externs(sort).add(type);
        }
        return new Definition.AliasOuter(sort, declaration.count(), declaration.index());
    }

    private void requireAliasable(Sort sort) {
        boolean everywhere = sort == Sort.TYPE || sort == Sort.CORE_TYPE;
        boolean inComponents = sort == Sort.CORE_MODULE || sort == Sort.COMPONENT;
        if (!everywhere && !(inComponents && inComponent())) {
            throw context.invalid(
                    "expected an outer alias of a sort that allows it here, found " + Text.a(sort.noun()));
        }
    }

    private void requireNoResources(ExternType type) {
        Set<ResourceType> resources = FreeResources.of(type, context);
        if (!resources.isEmpty()) {
            throw context.invalid("expected an outer alias without resources of an outer component, found "
                    + Text.quoted(resources.iterator().next().toString()));
        }
    }

    private boolean inComponent() {
        return scope.kind() == Scope.Kind.COMPONENT;
    }
}
