package dev.nacre.engine.wit;

import java.util.List;

/** A set over at most 32 names. */
public record FlagsType(List<String> names) implements WitType {
    public FlagsType {
        names = List.copyOf(names);
    }

    @Override
    public <R> R accept(WitTypeVisitor<R> visitor) {
        return visitor.visitFlags(this);
    }

    @Override
    public String toString() {
        return WitText.braced("flags", names, name -> name);
    }
}
