package dev.nacre.engine.abi;

import dev.nacre.engine.wit.OwnType;
import org.jspecify.annotations.Nullable;

/** own: the resource changes hands (CanonicalABI.md, {@code lift_own}, {@code lower_own}). */
final class OwnCodec extends ResourceCodec {
    OwnCodec(OwnType type) {
        super(type.resource());
    }

    @Override
    Object lift(AbiContext context, RuntimeResource resource, int index) {
        Handle handle = context.state().handles().removeOwn(index, resource);
        Object object = handle.hostObject();
        return object != null ? object : new HeldResource(resource, handle.representation(), true);
    }

    @Override
    int lower(AbiContext context, RuntimeResource resource, @Nullable Object value) {
        HandleTable table = context.state().handles();
        if (resource.isHost()) {
            int index = table.add(Handle.ownHost(resource, requireObject(value)));
            context.scope().gave(() -> table.remove(index, resource));
            return index;
        }
        HeldResource held = HeldResource.require(value, resource, typeName());
        int index = table.add(Handle.own(resource, held.give()));
        context.scope().gave(() -> {
            table.remove(index, resource);
            held.takeAgain();
        });
        return index;
    }

    @Override
    Transfer transferTo(Codec target, Transfers transfers) {
        return new OwnTransfer(this);
    }
}
