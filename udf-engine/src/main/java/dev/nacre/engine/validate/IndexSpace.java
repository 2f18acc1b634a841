package dev.nacre.engine.validate;

import dev.nacre.engine.binary.Sort;
import java.util.ArrayList;
import java.util.List;

/** The items of one sort in one scope, in order of definition. Mutable; used by one thread. */
final class IndexSpace<T> {
    private final Sort sort;
    private final ValidationContext context;
    private final List<T> items = new ArrayList<>();

    IndexSpace(Sort sort, ValidationContext context) {
        this.sort = sort;
        this.context = context;
    }

    void add(T item) {
        items.add(item);
    }

    /** Returns the item of an unsigned index. */
    T get(int index) {
        if (Integer.compareUnsigned(index, items.size()) >= 0) {
            throw context.invalid("expected the index of " + Text.a(sort.noun()) + " below " + items.size() + ", found "
                    + Integer.toUnsignedString(index));
        }
        return items.get(index);
    }
}
