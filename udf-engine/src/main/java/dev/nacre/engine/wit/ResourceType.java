package dev.nacre.engine.wit;

import static java.util.Objects.requireNonNull;

/**
 * A resource type. It has identity: a new one equals no other, only the names that {@link #named} gives it.
 *
 * <p>See the Explainer, "Type Checking": each definition of a resource, and each import of one, makes a new type; an export
 * or an equality bound gives a further name to the same type. Compare with {@code equals} and keep in hash maps: the
 * objects of two names of one type differ, because what is visible from outside depends on the name that was used.
 */
public final class ResourceType {
    private final String name;
    private final Object identity;

    /**
     * Makes a type that equals no other.
     *
     * @param name for messages and printing only, in kebab case; empty when the definition has none yet
     */
    public ResourceType(String name) {
        this(name, new Object());
    }

    private ResourceType(String name, Object identity) {
        this.name = requireNonNull(name, "name is null");
        this.identity = identity;
    }

    /** Returns the same type under another name: another object, equal to this. */
    public ResourceType named(String other) {
        return new ResourceType(other, identity);
    }

    /** Returns the name given for messages, or the empty string. */
    public String name() {
        return name;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ResourceType resource && resource.identity == identity;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(identity);
    }

    @Override
    public String toString() {
        return name.isEmpty() ? "resource" : name;
    }
}
