package dev.nacre.functions.shape;

import dev.nacre.engine.Component;
import dev.nacre.engine.ExportedFunctionType;
import dev.nacre.engine.wit.FunctionType;
import dev.nacre.functions.FunctionErrorCode;
import dev.nacre.functions.FunctionException;
import dev.nacre.functions.FunctionKind;
import dev.nacre.functions.FunctionSignature;
import dev.nacre.functions.FunctionSignature.Parameter;
import dev.nacre.functions.SqlType;
import dev.nacre.functions.mapping.BatchMarshaller;
import dev.nacre.functions.mapping.RowsMarshaller;
import dev.nacre.functions.mapping.SignatureMapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Kind and signature that an export has by itself.
 *
 * @param kind any but {@link FunctionKind#VECTORIZED}, which takes a written signature
 */
public record RoutineInference(FunctionKind kind, FunctionSignature signature) {

    /**
     * Infers kind and signature of a function: one that gives a list of records or a cursor is a table function, one that
     * takes a list of records as well and nothing else is one over a table, all others are scalar.
     *
     * @throws FunctionException with 0A000, naming the first type that has no SQL form
     */
    public static RoutineInference of(Component component, ExportedFunctionType function) {
        FunctionType type = function.type();
        Optional<ResourceExport> cursor = ResourceExport.given(component, type);
        if (cursor.flatMap(resource -> resource.method("next")).isPresent()) {
            FunctionType next =
                    cursor.orElseThrow().method("next").orElseThrow().type();
            return table(SignatureMapping.parameters(type.parameters()), next);
        }
        if (type.result().filter(RowsMarshaller::isRecords).isEmpty()) {
            return new RoutineInference(FunctionKind.SCALAR, SignatureMapping.infer(type));
        }
        boolean overTable = type.parameters().size() == 1
                && RowsMarshaller.isRecords(type.parameters().get(0).type());
        return table(
                overTable ? tableParameter(type.parameters()) : SignatureMapping.parameters(type.parameters()), type);
    }

    /**
     * Infers the signature of a procedure, which gives one value whatever that is.
     *
     * @throws FunctionException with 0A000, naming the first type that has no SQL form
     */
    public static RoutineInference ofProcedure(ExportedFunctionType function) {
        return new RoutineInference(FunctionKind.PROCEDURE, SignatureMapping.infer(function.type()));
    }

    /**
     * Infers kind and signature of a resource: one with {@code next} is a table function, one with {@code process} a table
     * function over a table, one with {@code add} and {@code finish} an aggregate.
     *
     * @return empty for a resource that is none of these, or has no constructor
     * @throws FunctionException with 0A000, naming the first type that has no SQL form
     */
    public static Optional<RoutineInference> of(ResourceExport resource) {
        if (resource.constructor().isEmpty()) {
            return Optional.empty();
        }
        List<FunctionType.Parameter> constants =
                resource.constructor().get().type().parameters();
        Optional<ExportedFunctionType> next = resource.method("next");
        if (next.isPresent()) {
            return Optional.of(
                    table(SignatureMapping.parameters(constants), next.get().type()));
        }
        Optional<ExportedFunctionType> process = resource.method("process");
        if (process.isPresent()) {
            List<Parameter> parameters = new ArrayList<>(tableParameter(rows(process.get())));
            parameters.addAll(SignatureMapping.parameters(constants));
            return Optional.of(table(parameters, process.get().type()));
        }
        return aggregate(resource, constants);
    }

    /** Returns whether a resource has what makes it a kind of function, whatever its types are. */
    public static boolean isRoutine(ResourceExport resource) {
        return resource.constructor().isPresent()
                && (resource.method("next").isPresent()
                        || resource.method("process").isPresent()
                        || (resource.method("add").isPresent()
                                && resource.method("finish").isPresent()));
    }

    /** Returns whether a resource is an aggregate by what it has, whatever its types are. */
    public static boolean isAggregate(ResourceExport resource) {
        return isRoutine(resource)
                && resource.method("next").isEmpty()
                && resource.method("process").isEmpty();
    }

    private static Optional<RoutineInference> aggregate(
            ResourceExport resource, List<FunctionType.Parameter> constants) {
        Optional<ExportedFunctionType> add = resource.method("add");
        Optional<ExportedFunctionType> finish = resource.method("finish");
        if (add.isEmpty() || finish.isEmpty()) {
            return Optional.empty();
        }
        List<Parameter> parameters = new ArrayList<>(SignatureMapping.parameters(ResourceExport.parameters(add.get())));
        parameters.addAll(SignatureMapping.parameters(constants));
        SqlType returns = SignatureMapping.result(finish.get().type());
        return Optional.of(new RoutineInference(FunctionKind.AGGREGATE, new FunctionSignature(parameters, returns)));
    }

    private static RoutineInference table(List<Parameter> parameters, FunctionType rows) {
        SqlType columns = rows.result()
                .map(RowsMarshaller::columns)
                .orElseThrow(() -> new FunctionException(
                        FunctionErrorCode.BAD_DEFINITION, "expected a function that gives rows, found " + rows));
        return new RoutineInference(FunctionKind.TABLE, new FunctionSignature(parameters, columns));
    }

    private static List<FunctionType.Parameter> rows(ExportedFunctionType process) {
        List<FunctionType.Parameter> taken = ResourceExport.parameters(process);
        if (taken.size() != 1) {
            throw new FunctionException(
                    FunctionErrorCode.BAD_DEFINITION,
                    "expected '" + process.name() + "' to take the rows and nothing else, found " + process.type());
        }
        return taken;
    }

    private static List<Parameter> tableParameter(List<FunctionType.Parameter> rows) {
        return rows.stream()
                .map(parameter ->
                        new Parameter(SignatureMapping.name(parameter), RowsMarshaller.columns(parameter.type())))
                .toList();
    }

    /** Returns whether a function takes and gives lists, so that a signature without arrays makes it a vectorized one. */
    public static boolean mayBeVectorized(ExportedFunctionType function) {
        return BatchMarshaller.isListShaped(function.type());
    }
}
