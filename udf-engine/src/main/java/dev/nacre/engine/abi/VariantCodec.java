package dev.nacre.engine.abi;

import dev.nacre.engine.wit.VariantValue;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** variant. */
final class VariantCodec extends DiscriminatedCodec {
    private final CaseNames names;

    VariantCodec(List<String> names, List<Optional<Codec>> payloads) {
        super("variant", payloads);
        this.names = new CaseNames(names);
    }

    @Override
    Object make(int index, @Nullable Object payload) {
        return new VariantValue(names.name(index), payload);
    }

    @Override
    int caseOf(@Nullable Object value) {
        if (value instanceof VariantValue variant) {
            return names.indexOf(variant.name(), typeName());
        }
        throw mismatch(value, VariantValue.class.getName());
    }

    @Override
    @Nullable
    Object payloadOf(Object value) {
        return ((VariantValue) value).payload();
    }

    @Override
    String caseName(int index) {
        return names.name(index);
    }
}
