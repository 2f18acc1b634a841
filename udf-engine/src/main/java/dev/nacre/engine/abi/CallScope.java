package dev.nacre.engine.abi;

import java.util.ArrayList;
import java.util.List;

/**
 * The borrows of one call: who lent, which Java objects stand for what was lent, and how many borrow handles the callee
 * still holds. Mutable; made only for functions whose parameters have borrows.
 *
 * <p>CanonicalABI.md, {@code Subtask.add_lender} and {@code Task.num_borrows}.
 */
final class CallScope {
    private final List<Lender> lenders = new ArrayList<>();
    private final List<HeldResource> held = new ArrayList<>();
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
