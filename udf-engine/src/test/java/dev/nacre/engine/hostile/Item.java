package dev.nacre.engine.hostile;

import dev.nacre.engine.binary.Sort;

/** Something of a component under a name: an argument, or a member of an instance. */
record Item(String name, Sort sort, int index) {
    static Item coreFunction(String name, int index) {
        return new Item(name, Sort.CORE_FUNCTION, index);
    }

    static Item function(String name, int index) {
        return new Item(name, Sort.FUNCTION, index);
    }

    static Item type(String name, int index) {
        return new Item(name, Sort.TYPE, index);
    }
}
