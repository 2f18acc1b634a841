package dev.nacre.engine.abi;

import dev.nacre.engine.wit.ResultValue;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** result: ok or error. */
final class ResultCodec extends DiscriminatedCodec {
    private static final int OK = 0;
    private static final int ERROR = 1;

    ResultCodec(Optional<Codec> ok, Optional<Codec> error) {
        super("result", List.of(ok, error));
    }

    @Override
    Object make(int index, @Nullable Object payload) {
        return new ResultValue(index == OK, payload);
    }

    @Override
    int caseOf(@Nullable Object value) {
        if (value instanceof ResultValue result) {
            return result.isOk() ? OK : ERROR;
        }
        throw mismatch(value, ResultValue.class.getName());
    }

    @Override
    @Nullable
    Object payloadOf(Object value) {
        return ((ResultValue) value).payload();
    }

    @Override
    String caseName(int index) {
        return index == OK ? "ok" : "error";
    }
}
