package dev.nacre.engine.wit;

/** A handle lent for the length of one call. */
public record BorrowType(ResourceType resource) implements WitType {
    @Override
    public <R> R accept(WitTypeVisitor<R> visitor) {
        return visitor.visitBorrow(this);
    }

    @Override
    public String toString() {
        return "borrow<" + resource + ">";
    }
}
