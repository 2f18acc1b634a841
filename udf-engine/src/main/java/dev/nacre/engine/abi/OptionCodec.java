package dev.nacre.engine.abi;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** option: none or some. */
final class OptionCodec extends DiscriminatedCodec {
    private static final int NONE = 0;
    private static final int SOME = 1;

    OptionCodec(Codec element) {
        super("option", List.of(Optional.empty(), Optional.of(element)));
    }

    @Override
    Object make(int index, @Nullable Object payload) {
        return Optional.ofNullable(payload);
    }

    @Override
    int caseOf(@Nullable Object value) {
        if (value instanceof Optional<?> option) {
            return option.isPresent() ? SOME : NONE;
        }
        throw mismatch(value, "java.util.Optional");
    }

    @Override
    @Nullable
    Object payloadOf(Object value) {
        return ((Optional<?>) value).orElse(null);
    }

    @Override
    String caseName(int index) {
        return index == NONE ? "none" : "some";
    }
}
