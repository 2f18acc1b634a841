package dev.nacre.engine.wit;

import java.util.Optional;

/** A single value to come (asynchronous part of the model): decoded and validated, not run. */
public record FutureType(Optional<WitType> element) implements WitType {
    @Override
    public <R> R accept(WitTypeVisitor<R> visitor) {
        return visitor.visitFuture(this);
    }

    @Override
    public String toString() {
        return element.map(type -> "future<" + type + ">").orElse("future");
    }
}
