package dev.nacre.functions.mapping;

import dev.nacre.engine.wit.WitType;
import dev.nacre.functions.FunctionErrorCode;
import dev.nacre.functions.FunctionException;
import dev.nacre.functions.SqlType;

/** Finds the codec of a pair of types, or says why there is none. */
final class Fit {
    private Fit() {}

    /** @param place begins the message, for example {@code function 'PUBLIC.MASK': result} */
    static ValueCodec codec(String place, SqlType sql, WitType wit) {
        return Codecs.find(sql, wit).orElseThrow(() -> misfit(place, sql, wit));
    }

    static FunctionException misfit(String place, SqlType sql, WitType wit) {
        try {
            return misfit(place + ": expected an SQL type for WIT '" + wit + "', found " + sql.sql() + "; declare it "
                    + Inference.sqlType(wit).sql() + ", or leave the signature out");
        } catch (FunctionException unmapped) {
            return unmapped.at(place);
        }
    }

    static FunctionException misfit(String message) {
        return new FunctionException(FunctionErrorCode.BAD_DEFINITION, message);
    }
}
