package dev.nacre.engine.wit;

import java.util.Optional;

/** A stream of values (asynchronous part of the model): decoded and validated, not run. */
public record StreamType(Optional<WitType> element) implements WitType {
    @Override
    public <R> R accept(WitTypeVisitor<R> visitor) {
        return visitor.visitStream(this);
    }

    @Override
    public String toString() {
        return element.map(type -> "stream<" + type + ">").orElse("stream");
    }
}
