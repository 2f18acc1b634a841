package dev.nacre.engine.wit;

import java.util.List;

/** Fields by position. */
public record TupleType(List<WitType> elements) implements WitType {
    public TupleType {
        elements = List.copyOf(elements);
    }

    @Override
    public <R> R accept(WitTypeVisitor<R> visitor) {
        return visitor.visitTuple(this);
    }

    @Override
    public String toString() {
        return WitText.angled("tuple", elements);
    }
}
