package dev.nacre.engine.link;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A component instance as others see it: functions, instances, resources and so on by name. Immutable.
 */
final class Items {
    /** What stands for a type that is nothing at run time. */
    static final Object TYPE = new Object();

    private final Map<String, Object> items;

    Items(Map<String, Object> items) {
        this.items = Map.copyOf(items);
    }

    /** Returns an item, null when there is none of that name. */
    @Nullable
    Object find(String name) {
        return items.get(name);
    }

    /** Returns an item; a type that nobody keeps at run time is {@link #TYPE}. */
    Object get(String name) {
        return items.getOrDefault(name, TYPE);
    }
}
