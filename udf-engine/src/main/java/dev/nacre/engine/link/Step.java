package dev.nacre.engine.link;

/** Makes what one definition of a component appends to its index space. Immutable; shared by all instances. */
@FunctionalInterface
interface Step {
    /**
     * Makes the item.
     *
     * @param scope holds what the definitions before made
     */
    Object make(Instantiation scope);
}
