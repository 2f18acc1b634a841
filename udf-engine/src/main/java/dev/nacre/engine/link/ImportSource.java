package dev.nacre.engine.link;

/** What an import was linked to. Immutable; shared by all instances. */
@FunctionalInterface
interface ImportSource {
    /** Returns the item for one instance made by the host. */
    Object item(Session session);
}
