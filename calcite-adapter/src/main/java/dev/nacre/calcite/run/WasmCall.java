package dev.nacre.calcite.run;

import dev.nacre.calcite.algebra.H2Type;
import dev.nacre.calcite.algebra.WasmOperator;
import dev.nacre.functions.FunctionDefinition;
import dev.nacre.functions.FunctionException;
import dev.nacre.functions.ScalarCall;
import dev.nacre.functions.SqlType;
import dev.nacre.h2.Casts;
import dev.nacre.h2.H2Values;
import java.util.List;
import org.apache.calcite.rex.RexCall;
import org.h2.value.TypeInfo;
import org.h2.value.Value;
import org.jspecify.annotations.Nullable;

/** A call of a WebAssembly function, one row at a time; its caller is fetched from the scope at the first. */
final class WasmCall implements Evaluator {
    private final Run run;
    private final FunctionDefinition function;
    private final Evaluator[] arguments;
    private final @Nullable TypeInfo[] casts;
    private final H2Values.Reader[] readers;
    private final H2Values.Writer writer;
    private final TypeInfo resultType;
    private final boolean resultDeclared;
    private @Nullable ScalarCall caller;

    WasmCall(WasmOperator operator, RexCall call, Evaluator[] arguments, Run run) {
        this.run = run;
        this.function = operator.function();
        this.arguments = arguments;
        this.casts = casts(operator, call);
        this.readers = function.signature().parameterTypes().stream()
                .map(type -> H2Values.reader(type, run.provider()))
                .toArray(H2Values.Reader[]::new);
        SqlType returns = function.signature().returns();
        this.writer = H2Values.writer(returns, run.provider());
        this.resultType = H2Type.info(call.getType());
        this.resultDeclared = isDeclared(returns);
    }

    /** A DECIMAL has a scale even when none is written, CHAR a length, a time and an interval digits of a second. */
    private static boolean isDeclared(SqlType declared) {
        return !(declared instanceof SqlType.Simple type)
                || type.precision().isPresent()
                || type.kind().isInterval()
                || switch (type.kind()) {
                    case DECIMAL, CHAR, BINARY, TIME, TIME_WITH_TIME_ZONE, TIMESTAMP, TIMESTAMP_WITH_TIME_ZONE -> true;
                    default -> false;
                };
    }

    /** Returns what to cast each argument to, null where it has the parameter's type already. */
    private static @Nullable TypeInfo[] casts(WasmOperator operator, RexCall call) {
        List<TypeInfo> parameters = operator.parameterTypes();
        List<SqlType> declared = operator.function().signature().parameterTypes();
        @Nullable TypeInfo[] casts = new TypeInfo[parameters.size()];
        for (int index = 0; index < casts.length; index++) {
            TypeInfo argument = H2Type.info(call.getOperands().get(index).getType());
            TypeInfo parameter = parameters.get(index);
            boolean sameKind = argument.getValueType() == parameter.getValueType();
            boolean fits = sameKind && !isDeclared(declared.get(index));
            casts[index] = fits || argument.equals(parameter) ? null : parameter;
        }
        return casts;
    }

    @Override
    public Value evaluate(Value[] row) {
        @Nullable Object[] values = new Object[arguments.length];
        for (int index = 0; index < values.length; index++) {
            values[index] = read(index, arguments[index].evaluate(row));
        }
        Value result = write(caller().call(values));
        return resultDeclared ? Casts.assign(result, resultType, run.provider(), function.name()) : result;
    }

    private @Nullable Object read(int index, Value argument) {
        TypeInfo cast = casts[index];
        try {
            return readers[index].read(cast == null ? argument : Casts.cast(argument, cast, run.provider()));
        } catch (FunctionException unfit) {
            throw unfit.at("function '" + function.name() + "': parameter " + (index + 1) + " '"
                    + function.signature().parameters().get(index).name() + "'");
        }
    }

    private Value write(@Nullable Object result) {
        try {
            return writer.write(result);
        } catch (FunctionException unfit) {
            throw unfit.at("function '" + function.name() + "'");
        }
    }

    private ScalarCall caller() {
        ScalarCall known = caller;
        if (known == null) {
            known = run.scope().scalar(function);
            caller = known;
        }
        return known;
    }
}
