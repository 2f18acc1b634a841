package dev.nacre.ddl;

import dev.nacre.adapter.SqlLayerErrorCode;
import dev.nacre.adapter.SqlLayerException;
import dev.nacre.engine.Component;
import dev.nacre.engine.ExportedFunctionType;
import dev.nacre.functions.FunctionException;
import dev.nacre.functions.FunctionSignature;
import dev.nacre.functions.NullHandling;
import dev.nacre.functions.mapping.SignatureMapping;
import dev.nacre.functions.settings.EffectiveSettings;
import dev.nacre.h2.WrittenTypes;
import dev.nacre.sql.ddl.CreateFunction;
import dev.nacre.sql.ddl.FunctionClauses;
import dev.nacre.sql.ddl.Parameter;
import dev.nacre.sql.ddl.ReturnClause;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An export that can be called from SQL under a signature.
 *
 * @param component loaded, and instantiated once to see that it starts
 */
record CheckedExport(Component component, ExportedFunctionType type, FunctionSignature signature) {
    /** How many exports a message lists: a screen of them. */
    private static final int MOST_LISTED = 20;

    static CheckedExport of(String subject, CreateFunction statement, Component component, EffectiveSettings settings) {
        ExportedFunctionType export = export(subject, statement, component);
        FunctionSignature signature = signature(subject, statement, export);
        requireFit(subject, statement, component, export, signature);
        Components.tryOut(subject, component, settings);
        return new CheckedExport(component, export, signature);
    }

    private static void requireFit(
            String subject,
            CreateFunction statement,
            Component component,
            ExportedFunctionType export,
            FunctionSignature signature) {
        try {
            SignatureMapping.marshaller(
                    subject,
                    export.type(),
                    signature,
                    nullHandling(statement.clauses()),
                    statement.clauses().errorAction() == FunctionClauses.ErrorAction.NULL);
        } catch (FunctionException misfit) {
            throw misfit.sqlState().equals(SqlLayerErrorCode.BAD_DEFINITION.sqlState())
                    ? badExport(String.valueOf(misfit.getMessage()), statement, component)
                    : misfit;
        }
    }

    private static ExportedFunctionType export(String subject, CreateFunction statement, Component component) {
        if (statement.clauses().export() != null) {
            String name = statement.clauses().export().value();
            return component
                    .function(name)
                    .orElseThrow(
                            () -> badExport(subject + ": expected an export '" + name + "'", statement, component));
        }
        if (component.functions().size() == 1) {
            return component.functions().get(0);
        }
        throw badExport(
                subject + ": expected EXPORT, because the component does not export exactly one function",
                statement,
                component);
    }

    private static SqlLayerException badExport(String message, CreateFunction statement, Component component) {
        List<ExportedFunctionType> exports = component.functions();
        String list = exports.stream()
                .limit(MOST_LISTED)
                .map(export -> "\n  " + readyToPaste(statement, export))
                .collect(Collectors.joining());
        String rest = exports.size() > MOST_LISTED ? "\n  -- and " + (exports.size() - MOST_LISTED) + " more" : "";
        return new SqlLayerException(
                SqlLayerErrorCode.BAD_DEFINITION,
                message + (exports.isEmpty() ? "; it exports no functions" : "; its exports are:" + list + rest));
    }

    private static String readyToPaste(CreateFunction statement, ExportedFunctionType export) {
        String name = export.name().substring(export.name().indexOf('#') + 1).replace('-', '_');
        String suffix = " LANGUAGE WASM " + shortSource(statement) + " EXPORT '" + export.name() + "';";
        try {
            return "CREATE FUNCTION " + name
                    + SignatureMapping.infer(export.type()).sql() + suffix;
        } catch (FunctionException unmapped) {
            return "-- " + export.name() + ": " + unmapped.getMessage();
        }
    }

    private static String shortSource(CreateFunction statement) {
        String source = statement.clauses().code().toSql();
        return source.length() <= 200 ? source : "AS ...";
    }

    private static FunctionSignature signature(String subject, CreateFunction statement, ExportedFunctionType export) {
        if (statement.parameters() != null && statement.returns() instanceof ReturnClause.Value written) {
            return new FunctionSignature(parameters(statement.parameters(), null), WrittenTypes.of(written.type()));
        }
        FunctionSignature inferred = infer(subject, export);
        return new FunctionSignature(
                statement.parameters() == null ? inferred.parameters() : parameters(statement.parameters(), inferred),
                statement.returns() instanceof ReturnClause.Value written
                        ? WrittenTypes.of(written.type())
                        : inferred.returns());
    }

    private static FunctionSignature infer(String subject, ExportedFunctionType export) {
        try {
            return SignatureMapping.infer(export.type());
        } catch (FunctionException unmapped) {
            throw unmapped.at(subject + ": export '" + export.name() + "'");
        }
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

    static NullHandling nullHandling(FunctionClauses clauses) {
        return switch (clauses.nullCall()) {
            case UNSPECIFIED -> NullHandling.BY_TYPE;
            case RETURNS_NULL -> NullHandling.RETURNS_NULL;
            case CALLED -> NullHandling.CALLED;
        };
    }
}
