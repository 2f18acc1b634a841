package dev.nacre.engine.wit;

import static java.util.Objects.requireNonNull;

/**
 * A resource type. It has identity: two resource types are the same only if they are the same object.
 *
 * <p>See the Explainer, "Type Checking": each definition of a resource, and each import of one, makes a new type.
 */
public final class ResourceType {
    private final String name;

    /**
     * @param name for messages and printing only, in kebab case; empty when the definition has none yet
     */
    public ResourceType(String name) {
        this.name = requireNonNull(name, "name is null");
    }

    /** Returns the name given for messages, or the empty string. */
    public String name() {
        return name;
    }

    @Override
    public String toString() {
        return name.isEmpty() ? "resource" : name;
    }
}
