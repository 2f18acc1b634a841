package dev.nacre.functions.mapping;

import dev.nacre.engine.wit.FunctionType;
import dev.nacre.functions.FunctionErrorCode;
import dev.nacre.functions.FunctionException;
import dev.nacre.functions.FunctionSignature;
import dev.nacre.functions.NullHandling;
import dev.nacre.functions.SqlKind;
import dev.nacre.functions.SqlType;
import java.util.ArrayList;
import java.util.List;

/** Infers SQL signatures from WIT, checks written ones against it, and makes the marshaller for a pair that fits. */
public final class SignatureMapping {
    private SignatureMapping() {}

    /**
     * Infers the SQL signature of a function.
     *
     * @throws FunctionException with 0A000, naming the first type that has no SQL form
     */
    public static FunctionSignature infer(FunctionType type) {
        if (type.async()) {
            throw new FunctionException(
                    FunctionErrorCode.UNMAPPED_TYPE, "an async function cannot be called from SQL; export a plain one");
        }
        return new FunctionSignature(parameters(type.parameters()), result(type));
    }

    /** Infers SQL parameters, one for each of WIT; throws as {@link #infer}. */
    public static List<FunctionSignature.Parameter> parameters(List<FunctionType.Parameter> declared) {
        List<FunctionSignature.Parameter> parameters = new ArrayList<>();
        for (FunctionType.Parameter parameter : declared) {
            try {
                parameters.add(new FunctionSignature.Parameter(name(parameter), Inference.sqlType(parameter.type())));
            } catch (FunctionException unmapped) {
                throw unmapped.at("parameter " + (parameters.size() + 1) + " '" + parameter.name() + "'");
            }
        }
        return parameters;
    }

    /** Returns the name in SQL. */
    public static String name(FunctionType.Parameter parameter) {
        return SqlNames.of(parameter.name());
    }

    /** Infers the SQL result; throws as {@link #infer}. */
    public static SqlType result(FunctionType type) {
        try {
            return type.result().map(Inference::sqlType).orElse(SqlType.of(SqlKind.BOOLEAN));
        } catch (FunctionException unmapped) {
            throw unmapped.at("result");
        }
    }

    /**
     * Makes the marshaller of a function.
     *
     * @param subject begins the messages, for example {@code function 'PUBLIC.MASK'}
     * @throws FunctionException with 42P13 when the signature does not fit the WIT type, naming the place, what is
     *     expected and what was found; with 0A000 when the WIT type has no SQL form at all
     */
    public static ScalarMarshaller marshaller(
            String subject, FunctionType type, FunctionSignature signature, NullHandling nulls, boolean nullOnError) {
        return new ScalarMarshaller(
                Arguments.of(subject, signature.parameters(), type.parameters(), type, nulls),
                Answer.of(subject, signature.returns(), type.result(), nullOnError));
    }
}
