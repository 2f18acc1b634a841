package dev.nacre.engine.abi;

import dev.nacre.engine.sandbox.CleanUps;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The resource handles of one component instance. Mutable, used by one thread at a time.
 *
 * <p>CanonicalABI.md, "Table State": index 0 is never given out, and what was freed last is given out first.
 */
final class HandleTable {
    private static final int INITIAL_CAPACITY = 8;

    private final Store store;
    private @Nullable TableEntry[] entries = new TableEntry[INITIAL_CAPACITY];
    private int[] free = new int[INITIAL_CAPACITY];
    private int freeCount;
    private int used = 1;

    HandleTable(Store store) {
        this.store = store;
    }

    /** Takes an entry in and returns its index. */
    int add(TableEntry entry) {
        store.countHandle();
        int index = freeCount > 0 ? free[--freeCount] : nextIndex();
        entries[index] = entry;
        return index;
    }

    private int nextIndex() {
        if (used == entries.length) {
            entries = Arrays.copyOf(entries, used * 2);
        }
        return used++;
    }

    /** Returns the handle at an index, which has to be of a resource type. */
    Handle get(int index, RuntimeResource resource) {
        if (!(entry(index) instanceof Handle handle)) {
            throw AbiFailure.violation("handle index " + index + " used with the wrong type, expected "
                    + resource.name() + ", found a waitable set");
        }
        if (handle.resource() != resource) {
            throw AbiFailure.violation("handle index " + index + " used with the wrong type, expected "
                    + resource.name() + ", found " + handle.resource().name());
        }
        return handle;
    }

    private TableEntry entry(int index) {
        TableEntry entry = index > 0 && index < used ? entries[index] : null;
        if (entry == null) {
            throw AbiFailure.violation("unknown handle index " + Integer.toUnsignedString(index));
        }
        return entry;
    }

    /** Takes a handle out. */
    Handle remove(int index, RuntimeResource resource) {
        Handle handle = get(index, resource);
        if (handle.isLent()) {
            throw AbiFailure.violation("cannot remove owned resource while borrowed: handle index " + index);
        }
        free(index);
        return handle;
    }

    /** Takes a waitable set out. */
    void removeWaitableSet(int index) {
        if (entry(index) instanceof Handle handle) {
            throw AbiFailure.violation(
                    "handle index " + index + " used with the wrong type, expected a waitable set, found "
                            + handle.resource().name());
        }
        free(index);
    }

    private void free(int index) {
        entries[index] = null;
        if (freeCount == free.length) {
            free = Arrays.copyOf(free, freeCount * 2);
        }
        free[freeCount++] = index;
        store.uncountHandle();
    }

    /** Returns for how many entries there is room. */
    int capacity() {
        return Math.max(entries.length, free.length);
    }

    /** Takes an own handle out. */
    Handle removeOwn(int index, RuntimeResource resource) {
        if (!get(index, resource).isOwn()) {
            throw AbiFailure.violation("handle index " + index + " is borrowed, expected an own handle");
        }
        return remove(index, resource);
    }

    /** Drops the host's resources that are left when the instance ends. */
    void releaseAll(CleanUps cleanUps) {
        for (TableEntry entry : entries) {
            if (entry instanceof Handle handle && handle.isOwn()) {
                release(handle, cleanUps);
            }
        }
        Arrays.fill(entries, null);
    }

    private static void release(Handle handle, CleanUps cleanUps) {
        Object object = handle.hostObject();
        if (object != null) {
            cleanUps.run(() -> handle.resource().dropHost(object));
        }
    }
}
