package dev.nacre.engine.wit;

/** A handle that owns its resource. */
public record OwnType(ResourceType resource) implements WitType {
    @Override
    public <R> R accept(WitTypeVisitor<R> visitor) {
        return visitor.visitOwn(this);
    }

    @Override
    public String toString() {
        return resource.toString();
    }
}
