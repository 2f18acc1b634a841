package dev.nacre.engine.abi;

import org.jspecify.annotations.Nullable;

/** An entry of a handle table (CanonicalABI.md, "Resource State", {@code ResourceHandle}). Mutable. */
final class Handle implements TableEntry, Lender {
    private final RuntimeResource resource;
    private final int representation;
    private final @Nullable Object hostObject;
    private final @Nullable CallScope borrowedFor;
    private int lends;

    private Handle(
            RuntimeResource resource,
            int representation,
            @Nullable Object hostObject,
            @Nullable CallScope borrowedFor) {
        this.resource = resource;
        this.representation = representation;
        this.hostObject = hostObject;
        this.borrowedFor = borrowedFor;
    }

    /** Makes an own handle of a guest's resource. */
    static Handle own(RuntimeResource resource, int representation) {
        return new Handle(resource, representation, null, null);
    }

    /** Makes an own handle of a host's resource. */
    static Handle ownHost(RuntimeResource resource, Object hostObject) {
        return new Handle(resource, 0, hostObject, null);
    }

    /** Makes a handle that has to be dropped before a call returns. */
    static Handle borrow(RuntimeResource resource, int representation, @Nullable Object hostObject, CallScope call) {
        return new Handle(resource, representation, hostObject, call);
    }

    RuntimeResource resource() {
        return resource;
    }

    int representation() {
        return representation;
    }

    @Nullable
    Object hostObject() {
        return hostObject;
    }

    /** Returns the call that the handle was lent for, null for an own handle. */
    @Nullable
    CallScope borrowedFor() {
        return borrowedFor;
    }

    boolean isOwn() {
        return borrowedFor == null;
    }

    boolean isLent() {
        return lends != 0;
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
