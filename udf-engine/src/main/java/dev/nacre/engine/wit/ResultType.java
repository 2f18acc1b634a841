package dev.nacre.engine.wit;

import java.util.Optional;

/** Success or failure, each with or without a payload. */
public record ResultType(Optional<WitType> ok, Optional<WitType> error) implements WitType {
    @Override
    public <R> R accept(WitTypeVisitor<R> visitor) {
        return visitor.visitResult(this);
    }

    @Override
    public String toString() {
        return WitText.result(ok, error);
    }
}
