package dev.nacre.engine.abi;

import java.util.ArrayList;
import java.util.List;

/**
 * The handles of one call: who lent, which Java objects stand for what was lent, what was given away, and how many borrow
 * handles the callee still holds. Mutable; made only for functions with handles.
 *
 * <p>CanonicalABI.md, {@code Subtask.add_lender} and {@code Task.num_borrows}.
 */
final class CallScope {
    private final List<Lender> lenders = new ArrayList<>();
    private final List<HeldResource> held = new ArrayList<>();
    private final List<Runnable> gifts = new ArrayList<>();
    private int borrows;

    /** Keeps a handle from being dropped until the call ends. */
    void lendFrom(Lender lender) {
        lender.lend();
        lenders.add(lender);
    }

    /** Returns the Java object of a borrowed resource: of use until the call ends. */
    HeldResource hold(HeldResource borrowed) {
        held.add(borrowed);
        return borrowed;
    }

    /** Notes how to take back a resource that was given away for good, should the call not happen. */
    void gave(Runnable takingBack) {
        gifts.add(takingBack);
    }

    /** Ends a call that did not happen, because an argument did not fit. */
    void undo() {
        gifts.forEach(Runnable::run);
        takeBack();
    }

    /** Ends the call on the lending side. */
    void takeBack() {
        lenders.forEach(Lender::takeBack);
        held.forEach(HeldResource::close);
    }

    void borrowed() {
        borrows++;
    }

    /** Returns a handle of what another handle stands for, to be dropped before the call returns. */
    Handle borrow(Handle lent) {
        borrowed();
        return Handle.borrow(lent.resource(), lent.representation(), lent.hostObject(), this);
    }

    void returned() {
        borrows--;
    }

    /** Fails when the callee returns and keeps what was lent to it. */
    void requireAllReturned() {
        if (borrows != 0) {
            throw AbiFailure.violation(borrows + " borrow handles remain at the end of the call");
        }
    }
}
