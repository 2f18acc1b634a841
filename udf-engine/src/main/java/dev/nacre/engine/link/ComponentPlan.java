package dev.nacre.engine.link;

import dev.nacre.engine.binary.Sort;
import java.util.List;

/**
 * A component ready to be instantiated: its definitions in order, each with the step that makes its item. Immutable.
 *
 * @param items in the order of the definitions
 */
record ComponentPlan(List<Item> items) {
    ComponentPlan {
        items = List.copyOf(items);
    }

    /** A step and the index space that its item goes to. */
    record Item(Sort sort, Step step) {}

    /** Walks all steps. */
    void run(Instantiation scope) {
        for (Item item : items) {
            scope.append(item.sort(), item.step().make(scope));
        }
    }
}
