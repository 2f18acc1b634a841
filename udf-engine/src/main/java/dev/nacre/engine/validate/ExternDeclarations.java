package dev.nacre.engine.validate;

import dev.nacre.engine.binary.Declaration;
import dev.nacre.engine.binary.ExternName;
import dev.nacre.engine.binary.ExternSource;
import dev.nacre.engine.binary.Sort;
import dev.nacre.engine.wit.ExternType;
import dev.nacre.engine.wit.ResourceType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Imports and exports: Explainer.md, "Import and Export Definitions". */
final class ExternDeclarations {
    private final Scope scope;
    private final ValidationContext context;
    private final Naming importNaming;
    private final Naming exportNaming;

    ExternDeclarations(Scope scope, ValidationContext context) {
        this.scope = scope;
        this.context = context;
        this.importNaming = new Naming(context, scope.importedResources()::add);
        this.exportNaming = new Naming(context, scope.ownResources()::add);
    }

    /** Refuses sorts that cannot be imported or exported. */
    static Sort requireExtern(Sort sort, ValidationContext context) {
        boolean core = sort.compareTo(Sort.FUNCTION) < 0;
        if (core && sort != Sort.CORE_MODULE) {
            throw context.invalid("expected a core module or a component item, found " + Text.a(sort.noun()));
        }
        return sort;
    }

    Definition importItem(Declaration.Import declaration) {
        Sort sort = declaration.type().kind().sort();
        ExternType declared = resolve(declaration.name(), declaration.type(), scope.importedResources());
        ExternType type = importNaming.name(declaration.name().name(), declared);
        scope.imports().declare(declaration.name(), type);
        requireForeignResources(declaration.name(), type);
        require(scope.importVisibility().admit(type), "import", declaration.name());
        require(scope.exportVisibility().admit(type), "export", declaration.name());
        scope.externs(sort).add(type);
        return new Definition.Import(declaration.name().name(), sort, type);
    }

    /** Whoever supplies an import has no way to name a resource that comes into being with the importing component. */
    private void requireForeignResources(ExternName name, ExternType type) {
        if (scope.ownResources().isEmpty()) {
            return;
        }
        Set<ResourceType> own = FreeResources.of(type, context);
        own.retainAll(Set.copyOf(scope.ownResources()));
        if (!own.isEmpty()) {
            throw context.invalid("expected an import without resources of this component, found "
                    + Text.quoted(own.iterator().next().toString()) + " in " + Text.quoted(name.name()));
        }
    }

    Definition exportItem(Declaration.Export declaration) {
        Sort sort = requireExtern(declaration.sort(), context);
        ExternType item = scope.externs(sort).get(declaration.index());
        ExternType declared = declaration
                .type()
                .map(source -> ascribe(declaration, item, source))
                .orElse(item);
        ExternType type = export(sort, declaration.name(), declared);
        return new Definition.Export(declaration.name().name(), sort, declaration.index(), type);
    }

    private ExternType ascribe(Declaration.Export declaration, ExternType item, ExternSource source) {
        List<ResourceType> open = new ArrayList<>();
        ExternType ascribed = resolve(declaration.name(), source, open);
        scope.ownResources().addAll(open);
        if (ascribed instanceof ExternType.Instance instance) {
            open.addAll(instance.type().resources());
        }
        new Subtyping(context, open).difference(ascribed, item).ifPresent(words -> {
            throw context.invalid(
                    "type given to the export " + Text.quoted(declaration.name().name()) + ": " + words);
        });
        return ascribed;
    }

    void exportType(Declaration.ExportType declaration) {
        ExternType declared = resolve(declaration.name(), declaration.type(), scope.ownResources());
        export(declaration.type().kind().sort(), declaration.name(), declared);
    }

    private ExternType export(Sort sort, ExternName name, ExternType declared) {
        ExternType type = exportNaming.name(name.name(), declared);
        // what an instance type exports is checked where the type is put to use
        if (scope.kind() != Scope.Kind.INSTANCE_TYPE) {
            type = visible(name, declared, type);
        }
        scope.exports().declare(name, type);
        scope.externs(sort).add(type);
        return type;
    }

    /** An instance that is exported names the types in it, also for exports that knew them before. */
    private ExternType visible(ExternName name, ExternType declared, ExternType type) {
        if (scope.exportVisibility().admit(type).isEmpty()) {
            return type;
        }
        ExternType renamed = exportNaming.name(name.name(), exportNaming.byInstances(declared));
        require(scope.exportVisibility().admit(renamed), "export", name);
        return renamed;
    }

    private void require(Optional<String> hidden, String use, ExternName name) {
        hidden.ifPresent(words -> {
            throw context.invalid("expected every type used by the " + use + " " + Text.quoted(name.name())
                    + " to be named by an " + use + " before it, found " + words + " without a name");
        });
    }

    private ExternType resolve(ExternName name, ExternSource source, List<ResourceType> fresh) {
        int index = source.index();
        return switch (source.kind()) {
            case MODULE -> new ExternType.Module(scope.coreModuleType(index));
            case FUNCTION -> new ExternType.Function(scope.functionType(index));
            case EQUAL_TYPE -> scope.type(index);
            case RESOURCE -> newResource(name, fresh);
            case COMPONENT -> scope.described(index, ExternType.Component.class, "component");
            case INSTANCE -> scope.described(index, ExternType.Instance.class, "instance");
        };
    }

    private static ExternType newResource(ExternName name, List<ResourceType> fresh) {
        ResourceType resource = new ResourceType(name.name());
        fresh.add(resource);
        return new ExternType.Resource(resource);
    }
}
