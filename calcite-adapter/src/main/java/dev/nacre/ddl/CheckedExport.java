package dev.nacre.ddl;

import dev.nacre.adapter.SqlLayerErrorCode;
import dev.nacre.engine.Component;
import dev.nacre.functions.FunctionException;
import dev.nacre.functions.FunctionKind;
import dev.nacre.functions.FunctionSignature;
import dev.nacre.functions.NullHandling;
import dev.nacre.functions.shape.Routine;
import dev.nacre.functions.shape.Shapes;
import dev.nacre.sql.ddl.CreateFunction;
import dev.nacre.sql.ddl.FunctionClauses;

/**
 * An export that can be called from SQL under a signature.
 *
 * @param component loaded, and instantiated once to see that it starts
 * @param export its full name in the component
 */
record CheckedExport(Component component, String export, FunctionKind kind, FunctionSignature signature) {

    static CheckedExport of(String subject, CreateFunction statement, CodeSource source, DdlSession session) {
        Component component = source.component();
        ChosenExport export = ChosenExport.of(subject, statement, component);
        WrittenRoutine written = WrittenRoutine.of(subject, statement, export, component);
        Routine routine = written.routine(subject, statement, export.name());
        requireFit(routine, statement, component);
        Components.tryOut(subject, component, source.settings(), session);
        return new CheckedExport(component, export.name(), routine.kind(), routine.signature());
    }

    private static void requireFit(Routine routine, CreateFunction statement, Component component) {
        try {
            Shapes.of(routine, component);
        } catch (FunctionException misfit) {
            throw misfit.sqlState().equals(SqlLayerErrorCode.BAD_DEFINITION.sqlState())
                    ? ExportList.refusal(String.valueOf(misfit.getMessage()), statement, component)
                    : misfit;
        }
    }

    static NullHandling nullHandling(FunctionClauses clauses) {
        return switch (clauses.nullCall()) {
            case UNSPECIFIED -> NullHandling.BY_TYPE;
            case RETURNS_NULL -> NullHandling.RETURNS_NULL;
            case CALLED -> NullHandling.CALLED;
        };
    }
}
