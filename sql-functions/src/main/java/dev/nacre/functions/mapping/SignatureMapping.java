package dev.nacre.functions.mapping;

import dev.nacre.engine.wit.FunctionType;
import dev.nacre.engine.wit.WitType;
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
        List<FunctionSignature.Parameter> parameters = new ArrayList<>();
        for (FunctionType.Parameter parameter : type.parameters()) {
            try {
                parameters.add(new FunctionSignature.Parameter(
                        SqlNames.of(parameter.name()), Inference.sqlType(parameter.type())));
            } catch (FunctionException unmapped) {
                throw unmapped.at("parameter " + (parameters.size() + 1) + " '" + parameter.name() + "'");
            }
        }
        return new FunctionSignature(parameters, inferResult(type));
    }

    private static SqlType inferResult(FunctionType type) {
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
        List<FunctionType.Parameter> declared = type.parameters();
        if (declared.size() != signature.parameters().size()) {
            throw misfit(subject + ": expected " + declared.size() + " parameters for WIT '" + type + "', found "
                    + signature.parameters().size());
        }
        List<ValueCodec> parameters = new ArrayList<>();
        for (int position = 0; position < declared.size(); position++) {
            String place = subject + ": parameter " + (position + 1) + " '"
                    + signature.parameters().get(position).name() + "'";
            parameters.add(codec(
                    place,
                    signature.parameters().get(position).type(),
                    declared.get(position).type()));
        }
        ValueCodec result = type.result()
                .map(wit -> codec(subject + ": result", signature.returns(), wit))
                .orElse(null);
        return new ScalarMarshaller(subject, signature, parameters, result, nulls, nullOnError);
    }

    private static ValueCodec codec(String place, SqlType sql, WitType wit) {
        return Codecs.find(sql, wit).orElseThrow(() -> misfit(place, sql, wit));
    }

    private static FunctionException misfit(String place, SqlType sql, WitType wit) {
        try {
            return misfit(place + ": expected an SQL type for WIT '" + wit + "', found " + sql.sql() + "; declare it "
                    + Inference.sqlType(wit).sql() + ", or leave the signature out");
        } catch (FunctionException unmapped) {
            return unmapped.at(place);
        }
    }

    private static FunctionException misfit(String message) {
        return new FunctionException(FunctionErrorCode.BAD_DEFINITION, message);
    }
}
