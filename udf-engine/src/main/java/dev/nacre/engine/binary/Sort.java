package dev.nacre.engine.binary;

/** What an index counts: every sort has an index space of its own in each component. */
public enum Sort {
    CORE_FUNCTION("core function"),
    CORE_TABLE("core table"),
    CORE_MEMORY("core memory"),
    CORE_GLOBAL("core global"),
    CORE_TAG("core tag"),
    CORE_TYPE("core type"),
    CORE_MODULE("core module"),
    CORE_INSTANCE("core instance"),
    FUNCTION("function"),
    TYPE("type"),
    COMPONENT("component"),
    INSTANCE("instance");

    private final String noun;

    Sort(String noun) {
        this.noun = noun;
    }

    /** Returns the word for messages. */
    public String noun() {
        return noun;
    }
}
