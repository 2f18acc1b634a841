package dev.nacre.engine.wit;

import java.util.List;
import java.util.Optional;

/** One of several cases, each with or without a payload. */
public record VariantType(List<Case> cases) implements WitType {
    public VariantType {
        cases = List.copyOf(cases);
    }

    /**
     * One case.
     *
     * @param name in kebab case
     * @param payload empty for a case without one
     */
    public record Case(String name, Optional<WitType> payload) {}

    @Override
    public <R> R accept(WitTypeVisitor<R> visitor) {
        return visitor.visitVariant(this);
    }

    @Override
    public String toString() {
        return WitText.braced(
                "variant",
                cases,
                item -> item.name()
                        + item.payload().map(type -> "(" + type + ")").orElse(""));
    }
}
