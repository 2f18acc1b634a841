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
        if (resource.isHost()) {
            return add(context, resource, 0, requireObject(value));
        }
        HeldResource held = HeldResource.require(value, resource, typeName());
        context.scope().lendFrom(held);
        return resource.isOwnedBy(context.state())
                ? held.representation()
                : add(context, resource, held.representation(), null);
    }

    private static int add(AbiContext context, RuntimeResource resource, int representation, @Nullable Object object) {
        CallScope scope = context.scope();
        HandleTable table = context.state().handles();
        int index = table.add(scope.borrow(resource, representation, object));
        scope.gave(() -> table.remove(index, resource));
        return index;
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
