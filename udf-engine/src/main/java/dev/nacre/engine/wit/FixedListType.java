package dev.nacre.engine.wit;

/**
 * As many values of one type as the type says. The feature was never released: validation knows the type, to tell invalid
 * components from those that only use it, and lets no component with it pass.
 *
 * @param length at least 1, an unsigned number of 32 bits
 */
public record FixedListType(WitType element, long length) implements WitType {
    @Override
    public <R> R accept(WitTypeVisitor<R> visitor) {
        return visitor.visitFixedList(this);
    }

    @Override
    public String toString() {
        return "list<" + element + ", " + length + ">";
    }
}
