package dev.nacre.engine.wit;

import java.util.List;

/** Named fields in order. */
public record RecordType(List<Field> fields) implements WitType {
    public RecordType {
        fields = List.copyOf(fields);
    }

    /**
     * One field.
     *
     * @param name in kebab case
     */
    public record Field(String name, WitType type) {}

    @Override
    public <R> R accept(WitTypeVisitor<R> visitor) {
        return visitor.visitRecord(this);
    }

    @Override
    public String toString() {
        return WitText.braced("record", fields, field -> field.name() + ": " + field.type());
    }
}
