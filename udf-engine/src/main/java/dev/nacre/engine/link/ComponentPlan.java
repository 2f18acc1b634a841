package dev.nacre.engine.link;

import dev.nacre.engine.binary.Sort;
import java.util.List;

/**
 * A component ready to be instantiated: its definitions in order, each with the step that makes its item. Immutable.
 *
 * @param items in the order of the definitions
 */
record ComponentPlan(List<Item> items) {
    private static final int ITEMS_PER_UNIT = 16;

    ComponentPlan {
        items = List.copyOf(items);
    }

    /** A step and the index space that its item goes to. */
    record Item(Sort sort, Step step) {}

    /** Walks all steps; they take fuel, though no code may run. */
    void run(Instantiation scope) {
        scope.session().meter().charge(1 + items.size() / ITEMS_PER_UNIT);
        for (Item item : items) {
            scope.append(item.sort(), item.step().make(scope));
        }
    }
}
