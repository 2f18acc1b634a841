package dev.nacre.ddl;

import dev.nacre.adapter.SqlLayerErrorCode;
import dev.nacre.adapter.SqlLayerException;
import dev.nacre.engine.Component;
import dev.nacre.engine.ExportedFunctionType;
import dev.nacre.functions.FunctionDefinition;
import dev.nacre.functions.FunctionException;
import dev.nacre.functions.FunctionSignature;
import dev.nacre.functions.mapping.SignatureMapping;
import java.util.List;

/** Checks functions that exist against what their component is about to become. */
final class StoredExport {
    private StoredExport() {}

    /** @throws FunctionException when the function could not be called any more, naming it and what to do */
    static void check(FunctionDefinition function, Component component, String componentName) {
        String subject = "component '" + componentName + "': function '" + function.name()
                + Overloads.typeList(function.signature()) + "', which uses it";
        ExportedFunctionType export = component
                .function(function.export())
                .orElseThrow(() -> new SqlLayerException(
                        SqlLayerErrorCode.BAD_DEFINITION,
                        subject + ": expected an export '" + function.export() + "', found "
                                + names(component.functions()) + "; drop the function first, or keep the export"));
        FunctionSignature signature = function.signature();
        SignatureMapping.marshaller(subject, export.type(), signature, function.nullHandling(), function.nullOnError());
    }

    private static String names(List<ExportedFunctionType> exports) {
        return exports.isEmpty() ? "none" : Listing.of(exports, export -> "'" + export.name() + "'");
    }
}
