package dev.nacre.engine.binary;

/**
 * The type of an import or export as written.
 *
 * @param index of a type, of a core type for {@link Kind#MODULE}; 0 for {@link Kind#RESOURCE}
 */
public record ExternSource(Kind kind, int index) {
    /** What is imported or exported. */
    public enum Kind {
        MODULE(Sort.CORE_MODULE),
        FUNCTION(Sort.FUNCTION),
        /** A type equal to another. */
        EQUAL_TYPE(Sort.TYPE),
        /** Any resource type. */
        RESOURCE(Sort.TYPE),
        COMPONENT(Sort.COMPONENT),
        INSTANCE(Sort.INSTANCE);

        private final Sort sort;

        Kind(Sort sort) {
            this.sort = sort;
        }

        /** Returns the index space of what is described. */
        public Sort sort() {
            return sort;
        }
    }
}
