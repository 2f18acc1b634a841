package dev.nacre.engine.validate;

/**
 * One method for each kind of {@link Definition}: a switch that the compiler checks for completeness.
 *
 * @param <R> what each method answers
 */
public interface DefinitionVisitor<R> {
    R visitImport(Definition.Import definition);

    R visitCoreModule(Definition.CoreModuleDefinition definition);

    R visitCoreInstantiate(Definition.CoreInstantiate definition);

    R visitCoreInstanceFromExports(Definition.CoreInstanceFromExports definition);

    R visitAliasExport(Definition.AliasExport definition);

    R visitAliasCoreExport(Definition.AliasCoreExport definition);

    R visitAliasOuter(Definition.AliasOuter definition);

    R visitNestedComponent(Definition.NestedComponent definition);

    R visitInstantiate(Definition.Instantiate definition);

    R visitInstanceFromExports(Definition.InstanceFromExports definition);

    R visitCanonLift(Definition.CanonLift definition);

    R visitCanonLower(Definition.CanonLower definition);

    R visitResource(Definition.ResourceDefinition definition);

    R visitResourceNew(Definition.ResourceNew definition);

    R visitResourceDrop(Definition.ResourceDrop definition);

    R visitResourceRep(Definition.ResourceRep definition);

    R visitTaskBuiltIn(Definition.TaskBuiltIn definition);

    R visitUnsupportedBuiltIn(Definition.UnsupportedBuiltIn definition);

    R visitType(Definition.TypeDefinition definition);

    R visitCoreType(Definition.CoreTypeDefinition definition);

    R visitExport(Definition.Export definition);
}
