package dev.nacre.engine.wit;

/** Keys and values; equal in the canonical ABI to a list of pairs. */
public record MapType(WitType key, WitType value) implements WitType {
    @Override
    public <R> R accept(WitTypeVisitor<R> visitor) {
        return visitor.visitMap(this);
    }

    @Override
    public String toString() {
        return "map<" + key + ", " + value + ">";
    }
}
