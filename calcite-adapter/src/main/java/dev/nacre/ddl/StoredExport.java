package dev.nacre.ddl;

import dev.nacre.adapter.SqlLayerErrorCode;
import dev.nacre.adapter.SqlLayerException;
import dev.nacre.engine.Component;
import dev.nacre.functions.ComponentDefinition;
import dev.nacre.functions.FunctionDefinition;
import dev.nacre.functions.FunctionException;
import dev.nacre.functions.FunctionSettings;
import dev.nacre.functions.settings.EffectiveSettings;
import dev.nacre.functions.shape.ResourceExport;
import dev.nacre.functions.shape.Routine;
import dev.nacre.functions.shape.Shapes;
import java.util.ArrayList;
import java.util.List;

/** Checks functions that exist against what their component is about to become. */
final class StoredExport {
    private StoredExport() {}

    /**
     * Checks a function as it is about to become.
     *
     * @param bytes those of the component
     * @throws FunctionException when the function could not be called any more, naming it and what to do
     */
    static void check(FunctionDefinition function, Component component, byte[] bytes, DdlSession session) {
        String subject = "component '"
                + function.component().map(ComponentDefinition::name).orElse("") + "': function '" + function.name()
                + Overloads.typeList(function.signature()) + "', which uses it";
        requireExport(subject, function, component);
        if (!function.options().isEmpty()) { // the others are held to what the component was tried with
            EffectiveSettings settings = session.settings().and(FunctionSettings.of(function));
            Components.tryOut(subject, Components.load(subject, bytes, settings, session), settings, session);
        }
    }

    private static void requireExport(String subject, FunctionDefinition function, Component component) {
        boolean isThere = component.function(function.export()).isPresent()
                || ResourceExport.find(component, function.export()).isPresent();
        if (!isThere) {
            throw new SqlLayerException(
                    SqlLayerErrorCode.BAD_DEFINITION,
                    subject + ": expected an export '" + function.export() + "', found " + names(component)
                            + "; drop the function first, or keep the export");
        }
        try {
            Shapes.of(Routine.of(subject, function), component);
        } catch (FunctionException misfit) {
            throw misfit.with("; drop the function first, or keep the type of its export");
        }
    }

    private static String names(Component component) {
        List<String> exports = new ArrayList<>();
        component.functions().forEach(function -> exports.add(function.name()));
        ResourceExport.all(component).forEach(resource -> exports.add(resource.name()));
        return exports.isEmpty() ? "none" : Listing.of(exports, export -> "'" + export + "'");
    }
}
