package dev.nacre.engine.abi;

import dev.nacre.engine.wit.BorrowType;
import org.jspecify.annotations.Nullable;

/** borrow: the resource is lent for the length of the call (CanonicalABI.md, {@code lift_borrow}, {@code lower_borrow}). */
final class BorrowCodec extends ResourceCodec {
    BorrowCodec(BorrowType type) {
        super(type.resource());
    }

    @Override
    Object lift(AbiContext context, RuntimeResource resource, int index) {
        Handle handle = context.state().handles().get(index, resource);
        CallScope scope = context.scope();
        scope.lendFrom(handle);
        Object object = handle.hostObject();
        return object != null ? object : scope.hold(new HeldResource(resource, handle.representation(), false));
    }

    @Override
    int lower(AbiContext context, RuntimeResource resource, @Nullable Object value) {
        CallScope scope = context.scope();
        if (resource.isHost()) {
            return context.state().handles().add(borrowed(scope, resource, 0, requireObject(value)));
        }
        HeldResource held = HeldResource.require(value, resource, typeName());
        scope.lendFrom(held);
        if (resource.isOwnedBy(context.state())) {
            return held.representation();
        }
        return context.state().handles().add(borrowed(scope, resource, held.representation(), null));
    }

    private static Handle borrowed(
            CallScope scope, RuntimeResource resource, int representation, @Nullable Object object) {
        scope.borrowed();
        return Handle.borrow(resource, representation, object, scope);
    }

    @Override
    Transfer transferTo(Codec target, Transfers transfers) {
        return new BorrowTransfer(this);
    }

    @Override
    String typeName() {
        return "borrow<" + super.typeName() + ">";
    }
}
