package dev.nacre.engine.wit;

/** A sequence of values of one type. */
public record ListType(WitType element) implements WitType {
    @Override
    public <R> R accept(WitTypeVisitor<R> visitor) {
        return visitor.visitList(this);
    }

    @Override
    public String toString() {
        return "list<" + element + ">";
    }
}
