package dev.nacre.functions.shape;

import dev.nacre.engine.Component;
import dev.nacre.engine.ExportedFunctionType;
import dev.nacre.engine.wit.FunctionType;
import dev.nacre.functions.FunctionErrorCode;
import dev.nacre.functions.FunctionException;
import dev.nacre.functions.FunctionSignature.Parameter;
import dev.nacre.functions.mapping.Arguments;
import java.util.List;

/** Finds what a routine needs of its component, or says what does not fit. */
record Exports(Routine routine, Component component) {
    ExportedFunctionType function() {
        return component.function(routine.export()).orElseThrow(this::missing);
    }

    ResourceExport resource() {
        return ResourceExport.find(component, routine.export()).orElseThrow(this::missing);
    }

    private FunctionException missing() {
        return misfit("expected export '" + routine.export() + "', found none of that name");
    }

    ExportedFunctionType constructor(ResourceExport resource) {
        return resource.constructor()
                .orElseThrow(
                        () -> misfit("expected resource '" + resource.name() + "' to have a constructor, found none"));
    }

    ExportedFunctionType method(ResourceExport resource, String name, String kind) {
        return resource.method(name)
                .orElseThrow(() -> misfit("expected resource '" + resource.name() + "' to have a method '" + name
                        + "', which " + kind + " needs; found "
                        + (resource.methods().isEmpty()
                                ? "none"
                                : String.join(", ", resource.methods().keySet()))));
    }

    void requireNothingTaken(ExportedFunctionType method) {
        if (!ResourceExport.parameters(method).isEmpty()) {
            throw misfit("expected '" + method.name() + "' to take nothing, found " + method.type());
        }
    }

    Arguments arguments(List<Parameter> parameters, List<FunctionType.Parameter> declared, FunctionType type) {
        return Arguments.of(routine.subject(), parameters, declared, type, routine.nulls());
    }

    FunctionException misfit(String message) {
        return new FunctionException(FunctionErrorCode.BAD_DEFINITION, routine.subject() + ": " + message);
    }
}
