package dev.nacre.engine.abi;

import dev.nacre.engine.core.CoreValueType;
import dev.nacre.engine.wit.ResourceType;
import org.jspecify.annotations.Nullable;

/** A handle: an index into the handle table of the instance. */
abstract class ResourceCodec extends Codec {
    private static final int HELD_OBJECT_BYTES = 32;

    private final ResourceType type;

    ResourceCodec(ResourceType type) {
        super(Layout.scalar(4, CoreValueType.I32));
        this.type = type;
    }

    /** Takes a handle out of the guest's table, or looks at it, and returns the Java form of what it stands for. */
    abstract Object lift(AbiContext context, RuntimeResource resource, int index);

    /** Returns the number under which the guest gets a value. */
    abstract int lower(AbiContext context, RuntimeResource resource, @Nullable Object value);

    @Override
    final Object load(AbiContext context, int pointer) {
        return lift(context, resource(context), LittleEndian.getInt(context.bytes(), pointer));
    }

    @Override
    final void store(AbiContext context, @Nullable Object value, int pointer) {
        LittleEndian.putInt(context.bytes(), pointer, lower(context, resource(context), value));
    }

    @Override
    final Object liftFlat(AbiContext context, FlatValues values) {
        return lift(context, resource(context), values.nextInt());
    }

    @Override
    final void lowerFlat(AbiContext context, @Nullable Object value, FlatValues values) {
        values.putInt(lower(context, resource(context), value));
    }

    final RuntimeResource resource(AbiContext context) {
        return context.state().resource(type);
    }

    /** Returns the Java object of a host's resource, or fails for null. */
    final Object requireObject(@Nullable Object value) {
        if (value == null) {
            throw mismatch(null, "a host's resource");
        }
        return value;
    }

    @Override
    final int weight() {
        return HELD_OBJECT_BYTES;
    }

    @Override
    String typeName() {
        return type.toString();
    }
}
