package dev.nacre.engine.wit;

/** A value or none. */
public record OptionType(WitType element) implements WitType {
    @Override
    public <R> R accept(WitTypeVisitor<R> visitor) {
        return visitor.visitOption(this);
    }

    @Override
    public String toString() {
        return "option<" + element + ">";
    }
}
