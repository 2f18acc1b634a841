package dev.nacre.engine.link;

import static java.util.Objects.requireNonNull;

import dev.nacre.engine.runtime.CoreExtern;
import dev.nacre.engine.runtime.CoreInstance;
import java.util.Map;

/** A core instance as others see it: functions, memories, tables and so on by name. */
@FunctionalInterface
interface CoreItems {
    /** Returns an item, which validation has found to exist. */
    Object get(String name);

    /** Returns an item for the imports of a core module. */
    default CoreExtern extern(String name) {
        return (CoreExtern) get(name);
    }

    /** Returns the exports of a core module's instance. */
    static CoreItems of(CoreInstance instance) {
        return instance::export;
    }

    /** Returns items that exist already. */
    static CoreItems of(Map<String, Object> items) {
        return name -> requireNonNull(items.get(name), "validation has found every item");
    }
}
