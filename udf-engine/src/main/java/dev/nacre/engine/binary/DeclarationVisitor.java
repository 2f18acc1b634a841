package dev.nacre.engine.binary;

/** One method for each kind of {@link Declaration}: a switch that the compiler checks for completeness. */
public interface DeclarationVisitor {
    void visitCoreModule(Declaration.CoreModule declaration);

    void visitCoreInstantiate(Declaration.CoreInstantiate declaration);

    void visitCoreBundle(Declaration.CoreBundle declaration);

    void visitCoreType(Declaration.CoreType declaration);

    void visitComponent(Declaration.Component declaration);

    void visitInstantiate(Declaration.Instantiate declaration);

    void visitBundle(Declaration.Bundle declaration);

    void visitAliasExport(Declaration.AliasExport declaration);

    void visitAliasCoreExport(Declaration.AliasCoreExport declaration);

    void visitAliasOuter(Declaration.AliasOuter declaration);

    void visitType(Declaration.Type declaration);

    void visitCanon(Declaration.Canon declaration);

    void visitImport(Declaration.Import declaration);

    void visitExport(Declaration.Export declaration);

    void visitExportType(Declaration.ExportType declaration);
}
