package dev.nacre.engine.abi;

import dev.nacre.engine.ErrorCode;
import dev.nacre.engine.core.CoreValueType;
import org.jspecify.annotations.Nullable;

/** stream and future: they have a layout, so that functions around them can be planned, but no value crosses yet. */
final class PendingCodec extends Codec {
    private final String typeName;

    PendingCodec(String typeName) {
        super(Layout.scalar(4, CoreValueType.I32));
        this.typeName = typeName;
    }

    @Override
    Object load(AbiContext context, int pointer) {
        throw unsupported();
    }

    @Override
    void store(AbiContext context, @Nullable Object value, int pointer) {
        throw unsupported();
    }

    @Override
    Object liftFlat(AbiContext context, FlatValues values) {
        throw unsupported();
    }

    @Override
    void lowerFlat(AbiContext context, @Nullable Object value, FlatValues values) {
        throw unsupported();
    }

    AbiFailure unsupported() {
        return new AbiFailure(
                ErrorCode.UNSUPPORTED_FEATURE,
                "type " + typeName + " cannot be passed: asynchronous values do not run yet");
    }

    @Override
    Transfer transferTo(Codec target, Transfers transfers) {
        return new PendingTransfer(this);
    }

    @Override
    int weight() {
        return 0;
    }

    @Override
    String typeName() {
        return typeName;
    }
}
