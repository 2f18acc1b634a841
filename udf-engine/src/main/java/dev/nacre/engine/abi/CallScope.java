package dev.nacre.engine.abi;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The handles of one call: who lent, which Java objects stand for what was lent, which handles the callee was given, and how
 * many borrow handles it still holds. Mutable; made only for functions with handles.
 *
 * <p>CanonicalABI.md, {@code Subtask.add_lender} and {@code Task.num_borrows}.
 */
final class CallScope {
    private final List<Lender> lenders = new ArrayList<>();
    private final List<HeldResource> held = new ArrayList<>();
    private final Deque<Runnable> gifts = new ArrayDeque<>();
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

    /** Notes how to take back a handle that the callee was given, should the call not happen. */
    void gave(Runnable takingBack) {
        gifts.push(takingBack);
    }

    /** Ends a call that did not happen, because an argument did not fit; last given, first taken, as handle tables have it. */
    void undo() {
        gifts.forEach(Runnable::run);
        takeBack();
    }

    /** Ends the call on the lending side. */
    void takeBack() {
        lenders.forEach(Lender::takeBack);
        held.forEach(HeldResource::close);
    }

    /** Returns a handle that is to be dropped before the call returns. */
    Handle borrow(RuntimeResource resource, int representation, @Nullable Object hostObject) {
        borrows++;
        return Handle.borrow(resource, representation, hostObject, this);
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
