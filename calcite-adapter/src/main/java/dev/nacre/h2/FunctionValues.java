package dev.nacre.h2;

import dev.nacre.adapter.SqlLayerErrorCode;
import dev.nacre.adapter.SqlLayerException;
import dev.nacre.functions.FunctionDefinition;
import dev.nacre.functions.FunctionException;
import dev.nacre.functions.FunctionSignature;
import dev.nacre.functions.SqlType;
import java.util.List;
import org.h2.engine.CastDataProvider;
import org.h2.value.TypeInfo;
import org.h2.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Takes the arguments of one function's calls from H2 and gives H2 the results, the same whoever makes the call. For one
 * thread at a time.
 */
public final class FunctionValues {
    private final FunctionDefinition function;
    private final List<TypeInfo> parameterTypes;
    private final ArgumentValues arguments;
    private final H2Values.Writer writer;
    private final TypeInfo resultType;
    private final boolean resultDeclared;
    private final CastDataProvider provider;

    /**
     * Prepares for calls.
     *
     * @param parameterTypes H2's form of the parameters' types
     * @param resultType H2's form of the result's type
     * @param provider the session's time zone and mode
     */
    public FunctionValues(
            FunctionDefinition function,
            List<TypeInfo> parameterTypes,
            TypeInfo resultType,
            CastDataProvider provider) {
        this.function = function;
        this.parameterTypes = List.copyOf(parameterTypes);
        this.arguments = ArgumentValues.of(function, parameterTypes, provider);
        this.provider = provider;
        SqlType returns = function.signature().returns();
        this.writer = H2Values.writer(returns, provider);
        this.resultType = resultType;
        this.resultDeclared = isDeclared(returns);
    }

    /**
     * Returns whether a type bounds its values by more than their kind. A DECIMAL has a scale even when none is written,
     * CHAR a length, a time and an interval digits of a second.
     */
    public static boolean isDeclared(SqlType type) {
        return !(type instanceof SqlType.Simple simple)
                || simple.precision().isPresent()
                || simple.kind().isInterval()
                || switch (simple.kind()) {
                    case DECIMAL, CHAR, BINARY, TIME, TIME_WITH_TIME_ZONE, TIMESTAMP, TIMESTAMP_WITH_TIME_ZONE -> true;
                    default -> false;
                };
    }

    /** Returns whether a parameter's values may be anything of that kind of value, so that such an argument stays as it is. */
    public boolean takesAll(int index, int valueType) {
        return arguments.takesAll(index, valueType);
    }

    /** Returns whether a value of a type may be read as it is, whatever it is. */
    public boolean takesAll(int index, TypeInfo type) {
        return arguments.takesAll(index, type);
    }

    /**
     * Checks that there is a conversion from a type to a parameter's, as is done for a planned call when it is
     * planned.
     *
     * @throws SqlLayerException with 42883
     */
    public void requireConvertible(int index, TypeInfo argument) {
        if (Conversions.cost(argument, parameterTypes.get(index)) >= Conversions.IMPOSSIBLE) {
            FunctionSignature signature = function.signature();
            throw new SqlLayerException(
                    SqlLayerErrorCode.NO_SUCH_OVERLOAD,
                    "function '" + function.name() + "': parameter " + (index + 1) + " '"
                            + signature.parameters().get(index).name() + "': expected "
                            + signature.parameterTypes().get(index).sql() + ", found " + argument.getTraceSQL()
                            + "; cast the argument to the parameter's type");
        }
    }

    /**
     * Returns an argument as the function takes it.
     *
     * @param isOfType whether the argument has the parameter's type; otherwise it is cast
     */
    public @Nullable Object read(int index, Value argument, boolean isOfType) {
        return arguments.read(index, argument, isOfType);
    }

    /** Returns a result as H2 holds it. */
    public Value write(@Nullable Object result) {
        Value written = written(result);
        return resultDeclared ? Casts.assign(written, resultType, provider, function.name()) : written;
    }

    private Value written(@Nullable Object result) {
        try {
            return writer.write(result);
        } catch (FunctionException unfit) {
            throw unfit.at("function '" + function.name() + "'");
        }
    }
}
