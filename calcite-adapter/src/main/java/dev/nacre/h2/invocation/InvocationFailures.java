package dev.nacre.h2.invocation;

import dev.nacre.adapter.SqlLayerErrorCode;
import dev.nacre.adapter.SqlLayerException;
import dev.nacre.engine.EngineException;
import dev.nacre.functions.FunctionErrorCode;
import dev.nacre.functions.FunctionException;
import java.sql.SQLException;
import org.h2.message.DbException;

/** Words failures of calls for H2, which puts its statement behind the text and keeps code, state and cause. */
final class InvocationFailures {
    private InvocationFailures() {}

    static SQLException of(RuntimeException failure) {
        if (failure instanceof FunctionException function) {
            return new SQLException(function.getMessage(), function.sqlState(), function.number(), function);
        }
        if (failure instanceof SqlLayerException layer) {
            return new SQLException(
                    layer.getMessage(), layer.code().sqlState(), layer.code().number(), layer);
        }
        if (failure instanceof EngineException engine) {
            return new SQLException(
                    engine.getMessage(),
                    FunctionErrorCode.sqlState(engine.code()),
                    engine.code().number(),
                    engine);
        }
        return failure instanceof DbException h2
                ? DbException.toSQLException(h2)
                : new SQLException(
                        "a function called by H2 failed inside Nacre: " + failure
                                + "; please report it with the statement",
                        SqlLayerErrorCode.INTERNAL.sqlState(),
                        SqlLayerErrorCode.INTERNAL.number(),
                        failure);
    }
}
