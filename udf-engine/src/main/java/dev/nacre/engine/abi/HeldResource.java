package dev.nacre.engine.abi;

import dev.nacre.engine.EngineException;
import dev.nacre.engine.ErrorCode;
import dev.nacre.engine.GuestResource;
import org.jspecify.annotations.Nullable;

/** A guest's resource on its way between instances or in the hands of the host. Mutable. */
final class HeldResource implements GuestResource, Lender {
    private final RuntimeResource resource;
    private final int representation;
    private final boolean own;
    private boolean open = true;
    private int lends;

    HeldResource(RuntimeResource resource, int representation, boolean own) {
        this.resource = resource;
        this.representation = representation;
        this.own = own;
    }

    @Override
    public String typeName() {
        return resource.name();
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    @Override
    public void close() {
        if (open && own && resource.isAlive()) {
            if (lends != 0) {
                throw new EngineException(
                        ErrorCode.ARGUMENT_MISMATCH,
                        "resource '" + typeName() + "' is lent to a call that runs; close it after the call");
            }
            resource.dropFromHost(representation, () -> open = false);
        }
        open = false;
    }

    /** Checks that a Java value is an open resource of a type. */
    static HeldResource require(@Nullable Object value, RuntimeResource resource, String typeName) {
        if (!(value instanceof HeldResource held)) {
            throw AbiFailure.mismatch(typeName, GuestResource.class.getName(), value);
        }
        if (held.resource != resource) {
            throw new AbiFailure(
                    ErrorCode.ARGUMENT_MISMATCH,
                    "expected a resource of type " + resource.name() + " of this instance, found one of type "
                            + held.typeName()
                            + (held.typeName().equals(resource.name()) ? " of another instance" : ""));
        }
        if (!held.open) {
            throw new AbiFailure(
                    ErrorCode.ARGUMENT_MISMATCH, "resource '" + held.typeName() + "' was closed or given away");
        }
        return held;
    }

    int representation() {
        return representation;
    }

    /** Gives the resource away and returns its representation. */
    int give() {
        if (!own || lends != 0) {
            throw new AbiFailure(
                    ErrorCode.ARGUMENT_MISMATCH, "resource '" + typeName() + "' is lent and cannot be given away");
        }
        open = false;
        return representation;
    }

    /** Has the resource again after {@link #give}. */
    void takeAgain() {
        open = true;
    }

    @Override
    public void lend() {
        lends++;
    }

    @Override
    public void takeBack() {
        lends--;
    }
}
