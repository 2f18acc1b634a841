package dev.nacre.engine.runtime;

import dev.nacre.engine.EngineException;
import dev.nacre.engine.ErrorCode;
import dev.nacre.engine.core.CoreLimits;
import dev.nacre.engine.core.CoreValueType;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A table of references. Used by its instance's thread alone. Its limits are its own, shared with no other instance.
 *
 * <p>An element is a function index together with the instance that the index belongs to, so that a function keeps its
 * instance on the way through tables.
 */
public final class CoreTable implements CoreExtern {
    /** The null reference. */
    static final int NULL = -1;

    /** A unit of the meter for each so many elements of bulk work. */
    private static final int ELEMENTS_PER_UNIT = 64;

    private final InstanceContext context;
    private final CoreValueType element;
    private final CoreLimits limits;
    private int[] references;
    private @Nullable CoreInstance[] owners;

    private CoreTable(CoreValueType element, CoreLimits limits, InstanceContext context) {
        this.element = element;
        this.limits = limits;
        this.context = context;
        this.references = new int[(int) limits.minimum()];
        this.owners = new CoreInstance[references.length];
        Arrays.fill(references, NULL);
    }

    /**
     * Makes a table of nulls.
     *
     * @throws EngineException with {@link ErrorCode#LIMIT} when there would be too many elements, and
     *     {@link ErrorCode#MEMORY_LIMIT} when there is no memory for them
     */
    static CoreTable create(CoreValueType element, CoreLimits limits, InstanceContext context) {
        context.requireElements(limits.minimum());
        return new CoreTable(element, limits, context);
    }

    /** Returns the type of the elements. */
    public CoreValueType element() {
        return element;
    }

    /** Returns the limits that the table was declared with. */
    public CoreLimits limits() {
        return limits;
    }

    /** Returns how many elements there are now. */
    public int size() {
        return references.length;
    }

    /**
     * Puts a function into the table, as an active element segment would.
     *
     * @throws EngineException with {@link ErrorCode#TRAP} for an index out of bounds
     */
    public void set(int index, CoreFunction function) {
        checkRange(index, 1);
        references[index] = function.index();
        owners[index] = function.owner();
    }

    int get(int index, CoreInstance reader) {
        checkRange(index, 1);
        return References.of(reader, element, references[index], owners[index]);
    }

    void set(int index, int reference, CoreInstance writer) {
        checkRange(index, 1);
        put(index, index + 1, reference, writer);
    }

    int grow(int count, int reference, CoreInstance writer) {
        int before = references.length;
        long after = before + Integer.toUnsignedLong(count);
        if (after > limits.maximum().orElse(Integer.MAX_VALUE) || !context.reserveElements(after - before)) {
            return -1;
        }
        charge((int) after);
        int[] longer = Arrays.copyOf(references, (int) after);
        owners = Arrays.copyOf(owners, (int) after);
        references = longer;
        put(before, (int) after, reference, writer);
        return before;
    }

    void fill(int start, int count, int reference, CoreInstance writer) {
        checkRange(start, count);
        charge(count);
        put(start, start + count, reference, writer);
    }

    void copy(int target, CoreTable from, int source, int count) {
        checkRange(target, count);
        from.checkRange(source, count);
        charge(count);
        System.arraycopy(from.references, source, references, target, count);
        System.arraycopy(from.owners, source, owners, target, count);
    }

    int requiredFunction(int index) {
        if (index < 0 || index >= references.length) {
            throw Traps.trap("undefined element");
        }
        int reference = references[index];
        if (reference == NULL) {
            throw Traps.trap("uninitialized element");
        }
        return reference;
    }

    @Nullable
    CoreInstance owner(int index) {
        return owners[index];
    }

    void checkRange(int start, int count) {
        if (Integer.toUnsignedLong(start) + Integer.toUnsignedLong(count) > references.length) {
            throw Traps.tableOutOfBounds();
        }
    }

    void charge(int count) {
        context.meter().charge(1 + count / ELEMENTS_PER_UNIT);
    }

    private void put(int from, int to, int reference, CoreInstance writer) {
        boolean function = element == CoreValueType.FUNCREF && reference != NULL;
        CoreFunction target = function ? writer.function(reference) : null;
        Arrays.fill(references, from, to, target == null ? reference : target.index());
        Arrays.fill(owners, from, to, target == null ? writer : target.owner());
    }
}
