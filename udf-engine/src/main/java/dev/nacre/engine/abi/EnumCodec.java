package dev.nacre.engine.abi;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** enum: a variant without payloads. */
final class EnumCodec extends DiscriminatedCodec {
    private final CaseNames names;

    EnumCodec(List<String> names) {
        super("enum", Collections.nCopies(names.size(), Optional.empty()));
        this.names = new CaseNames(names);
    }

    @Override
    Object make(int index, @Nullable Object payload) {
        return names.name(index);
    }

    @Override
    int caseOf(@Nullable Object value) {
        if (value instanceof String name) {
            return names.indexOf(name, typeName());
        }
        throw mismatch(value, "java.lang.String");
    }

    @Override
    @Nullable
    Object payloadOf(Object value) {
        return null;
    }

    @Override
    String caseName(int index) {
        return names.name(index);
    }
}
