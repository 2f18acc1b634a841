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
        Handle handle = resource.isHost()
                ? Handle.ownHost(resource, requireObject(value))
                : Handle.own(
                        resource,
                        HeldResource.require(value, resource, typeName()).give());
        return context.state().handles().add(handle);
    }

    @Override
    Transfer transferTo(Codec target, Transfers transfers) {
        return new OwnTransfer(this);
    }
}
