package dev.nacre.engine.validate;

import dev.nacre.engine.binary.ComponentSource;
import dev.nacre.engine.binary.Declaration;
import dev.nacre.engine.binary.DeclarationVisitor;
import dev.nacre.engine.binary.Located;
import dev.nacre.engine.binary.Sort;
import dev.nacre.engine.wit.ComponentType;
import dev.nacre.engine.wit.ExternType;
import dev.nacre.engine.wit.InstanceType;
import dev.nacre.engine.wit.ResourceType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Goes through the declarations of one scope in order. Mutable; used once. */
final class ScopeValidator implements DeclarationVisitor {
    private final Scope scope;
    private final ValidationContext context;
    private final CoreDeclarations core;
    private final InstanceDeclarations instances;
    private final AliasDeclarations aliases;
    private final TypeDeclarations types;
    private final ExternDeclarations externs;
    private final CanonDeclarations canons;
    private final List<Definition> definitions = new ArrayList<>();

    ScopeValidator(Scope scope, ValidationContext context) {
        context.enterScope();
        this.scope = scope;
        this.context = context;
        this.core = new CoreDeclarations(scope, context);
        this.instances = new InstanceDeclarations(scope, context);
        this.aliases = new AliasDeclarations(scope, context);
        this.types = new TypeDeclarations(scope, context);
        this.externs = new ExternDeclarations(scope, context);
        this.canons = new CanonDeclarations(scope, context);
    }

    TypedComponent validate(ComponentSource source) {
        visitAll(source.definitions());
        return new TypedComponent(componentType(exportedResources()), definitions);
    }

    /** Resource types that no export names cannot be met outside. */
    private List<ResourceType> exportedResources() {
        Set<ResourceType> seen = new HashSet<>();
        scope.exports().entries().forEach(export -> seen.addAll(FreeResources.of(export.type(), context)));
        return scope.ownResources().stream().filter(seen::contains).toList();
    }

    ComponentType validateComponentType(List<Located> declarations) {
        visitAll(declarations);
        return componentType(scope.ownResources());
    }

    private ComponentType componentType(List<ResourceType> exportedResources) {
        return new ComponentType(
                scope.imports().entries(), scope.exports().entries(), scope.importedResources(), exportedResources);
    }

    InstanceType validateInstanceType(List<Located> declarations) {
        visitAll(declarations);
        return new InstanceType(scope.exports().entries(), scope.ownResources());
    }

    private void visitAll(List<Located> declarations) {
        for (Located located : declarations) {
            context.moveTo(located.offset());
            located.declaration().accept(this);
        }
    }

    @Override
    public void visitCoreModule(Declaration.CoreModule declaration) {
        definitions.add(core.module(declaration));
    }

    @Override
    public void visitComponent(Declaration.Component declaration) {
        Scope inner = new Scope(Scope.Kind.COMPONENT, scope, context);
        TypedComponent component = new ScopeValidator(inner, context).validate(declaration.component());
        scope.externs(Sort.COMPONENT).add(new ExternType.Component(component.type()));
        definitions.add(new Definition.NestedComponent(component));
    }

    @Override
    public void visitCoreInstantiate(Declaration.CoreInstantiate declaration) {
        definitions.add(core.instantiate(declaration));
    }

    @Override
    public void visitCoreBundle(Declaration.CoreBundle declaration) {
        definitions.add(core.bundle(declaration));
    }

    @Override
    public void visitCoreType(Declaration.CoreType declaration) {
        definitions.add(new CoreTypeDeclarations(scope, context).define(declaration));
    }

    @Override
    public void visitInstantiate(Declaration.Instantiate declaration) {
        definitions.add(instances.instantiate(declaration));
    }

    @Override
    public void visitBundle(Declaration.Bundle declaration) {
        definitions.add(instances.bundle(declaration));
    }

    @Override
    public void visitAliasExport(Declaration.AliasExport declaration) {
        definitions.add(aliases.export(declaration));
    }

    @Override
    public void visitAliasCoreExport(Declaration.AliasCoreExport declaration) {
        definitions.add(aliases.coreExport(declaration));
    }

    @Override
    public void visitAliasOuter(Declaration.AliasOuter declaration) {
        definitions.add(aliases.outer(declaration));
    }

    @Override
    public void visitType(Declaration.Type declaration) {
        definitions.add(types.define(declaration));
    }

    @Override
    public void visitCanon(Declaration.Canon declaration) {
        definitions.add(canons.define(declaration.canon()));
    }

    @Override
    public void visitImport(Declaration.Import declaration) {
        definitions.add(externs.importItem(declaration));
    }

    @Override
    public void visitExport(Declaration.Export declaration) {
        definitions.add(externs.exportItem(declaration));
    }

    @Override
    public void visitExportType(Declaration.ExportType declaration) {
        externs.exportType(declaration);
    }
}
