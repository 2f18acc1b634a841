package dev.nacre.ddl;

import dev.nacre.engine.Component;
import dev.nacre.engine.ExportedFunctionType;
import dev.nacre.functions.FunctionErrorCode;
import dev.nacre.functions.FunctionException;
import dev.nacre.functions.FunctionKind;
import dev.nacre.functions.FunctionSignature;
import dev.nacre.functions.SqlType;
import dev.nacre.functions.shape.ResourceExport;
import dev.nacre.functions.shape.Routine;
import dev.nacre.functions.shape.RoutineInference;
import dev.nacre.functions.shape.Shapes;
import dev.nacre.h2.WrittenTypes;
import dev.nacre.sql.ddl.CreateFunction;
import dev.nacre.sql.ddl.FunctionClauses;
import dev.nacre.sql.ddl.Parameter;
import dev.nacre.sql.ddl.ReturnClause;
import dev.nacre.sql.ddl.RoutineKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Kind and signature of a function: what the statement says, and for the rest what the export has by itself. */
record WrittenRoutine(FunctionKind kind, FunctionSignature signature) {

    static WrittenRoutine of(String subject, CreateFunction statement, ChosenExport export, Component component) {
        requireKind(subject, statement.kind(), export);
        if (statement.parameters() != null && statement.returns() != null) {
            FunctionSignature signature =
                    new FunctionSignature(parameters(statement.parameters(), null), returns(statement.returns()));
            return new WrittenRoutine(kind(subject, statement, signature, export, component), signature);
        }
        RoutineInference inferred = infer(subject, statement, export, component);
        FunctionSignature own = inferred.signature();
        FunctionSignature signature = new FunctionSignature(
                statement.parameters() == null ? own.parameters() : parameters(statement.parameters(), own),
                statement.returns() == null ? own.returns() : returns(statement.returns()));
        return new WrittenRoutine(kind(subject, statement, signature, export, component), signature);
    }

    Routine routine(String subject, CreateFunction statement, String export) {
        return new Routine(
                subject,
                kind,
                signature,
                export,
                CheckedExport.nullHandling(statement.clauses()),
                statement.clauses().errorAction() == FunctionClauses.ErrorAction.NULL);
    }

    private static FunctionKind kind(
            String subject,
            CreateFunction statement,
            FunctionSignature signature,
            ChosenExport export,
            Component component) {
        if (statement.kind() == RoutineKind.AGGREGATE_FUNCTION) {
            return FunctionKind.AGGREGATE;
        }
        if (statement.kind() == RoutineKind.PROCEDURE) {
            return FunctionKind.PROCEDURE;
        }
        if (signature.returns() instanceof SqlType.Table) {
            return FunctionKind.TABLE;
        }
        Routine vectorized =
                new WrittenRoutine(FunctionKind.VECTORIZED, signature).routine(subject, statement, export.name());
        Routine scalar = new WrittenRoutine(FunctionKind.SCALAR, signature).routine(subject, statement, export.name());
        boolean inBatches = export instanceof ChosenExport.OfFunction list
                && RoutineInference.mayBeVectorized(list.function())
                && !fits(scalar, component)
                && (fits(vectorized, component) || isWithoutArrays(signature));
        return inBatches ? FunctionKind.VECTORIZED : FunctionKind.SCALAR;
    }

    /** Then batches are meant, and what does not fit is said of their elements. */
    private static boolean isWithoutArrays(FunctionSignature signature) {
        return !(signature.returns() instanceof SqlType.Array)
                && signature.parameterTypes().stream().noneMatch(SqlType.Array.class::isInstance);
    }

    private static boolean fits(Routine routine, Component component) {
        try {
            Shapes.of(routine, component);
            return true;
        } catch (FunctionException misfit) {
            return false; // the statement is refused for what is not asked here
        }
    }

    private static RoutineInference infer(
            String subject, CreateFunction statement, ChosenExport export, Component component) {
        try {
            return export instanceof ChosenExport.OfFunction function
                    ? ofFunction(statement.kind(), component, function.function())
                    : ofResource(((ChosenExport.OfResource) export).resource());
        } catch (FunctionException unmapped) {
            throw unmapped.at(subject + ": export '" + export.name() + "'");
        }
    }

    /** A procedure gives one value even where it is a list. */
    private static RoutineInference ofFunction(RoutineKind kind, Component component, ExportedFunctionType function) {
        return kind == RoutineKind.PROCEDURE
                ? RoutineInference.ofProcedure(function)
                : RoutineInference.of(component, function);
    }

    /** @throws FunctionException for a resource that is no kind of function */
    static RoutineInference ofResource(ResourceExport resource) {
        Optional<RoutineInference> inferred = RoutineInference.of(resource);
        return inferred.orElseThrow(
                () -> misfit("expected a resource with a constructor and with 'next' (a table function),"
                        + " 'process' (one over a table) or 'add' and 'finish' (an aggregate), found "
                        + (resource.methods().isEmpty()
                                ? "no methods"
                                : String.join(", ", resource.methods().keySet()))));
    }

    /** What an export can be at all shows in what it is, whatever signature is written. */
    private static void requireKind(String subject, RoutineKind kind, ChosenExport export) {
        boolean isAggregate =
                export instanceof ChosenExport.OfResource exported && RoutineInference.isAggregate(exported.resource());
        String found = subject + ": export '" + export.name() + "' is ";
        if (kind == RoutineKind.PROCEDURE && export instanceof ChosenExport.OfResource) {
            throw misfit(found + "a resource, and a procedure is a function; "
                    + (isAggregate ? "write CREATE AGGREGATE FUNCTION" : "write CREATE FUNCTION"));
        }
        if (isAggregate && kind == RoutineKind.FUNCTION) {
            throw misfit(found + "an aggregate; write CREATE AGGREGATE FUNCTION");
        }
        if (kind == RoutineKind.AGGREGATE_FUNCTION && !isAggregate) {
            throw misfit(found + "no aggregate, which is a resource with a constructor, 'add' and 'finish'"
                    + "; write CREATE FUNCTION");
        }
    }

    private static FunctionException misfit(String message) {
        return new FunctionException(FunctionErrorCode.BAD_DEFINITION, message);
    }

    private static SqlType returns(ReturnClause returns) {
        return returns instanceof ReturnClause.Table table
                ? WrittenTypes.table(table.columns())
                : WrittenTypes.of(((ReturnClause.Value) returns).type());
    }

    private static List<FunctionSignature.Parameter> parameters(
            List<Parameter> written, @Nullable FunctionSignature inferred) {
        List<FunctionSignature.Parameter> parameters = new ArrayList<>();
        for (Parameter parameter : written) {
            parameters.add(new FunctionSignature.Parameter(
                    name(parameter, parameters.size(), inferred), WrittenTypes.of(parameter.type())));
        }
        return parameters;
    }

    private static String name(Parameter parameter, int position, @Nullable FunctionSignature inferred) {
        if (parameter.name() != null) {
            return parameter.name().value();
        }
        return inferred != null && position < inferred.parameters().size()
                ? inferred.parameters().get(position).name()
                : "P" + (position + 1);
    }
}
