package dev.nacre.engine.wit;

import java.util.List;

/** One of several names. */
public record EnumType(List<String> names) implements WitType {
    public EnumType {
        names = List.copyOf(names);
    }

    @Override
    public <R> R accept(WitTypeVisitor<R> visitor) {
        return visitor.visitEnum(this);
    }

    @Override
    public String toString() {
        return WitText.braced("enum", names, name -> name);
    }
}
