package dev.nacre.engine.runtime;

import org.jspecify.annotations.Nullable;

/** Table instructions as compiled code calls them. References are function indices of the executing instance. */
public final class GuestTables {
    private GuestTables() {}

    /** {@code table.get}. */
    public static int tableGet(int index, int table, CoreInstance instance) {
        return instance.tables[table].get(index, instance);
    }

    /** {@code table.set}. */
    public static void tableSet(int index, int value, int table, CoreInstance instance) {
        instance.tables[table].set(index, value, instance);
    }

    /** {@code table.size}. */
    public static int tableSize(int table, CoreInstance instance) {
        return instance.tables[table].size();
    }

    /** {@code table.grow}. */
    public static int tableGrow(int value, int count, int table, CoreInstance instance) {
        StackProbe.check();
        return instance.tables[table].grow(count, value, instance);
    }

    /** {@code table.fill}. */
    public static void tableFill(int start, int value, int count, int table, CoreInstance instance) {
        instance.tables[table].fill(start, count, value, instance);
    }

    /** {@code table.copy}. */
    public static void tableCopy(
            int target, int source, int count, int targetTable, int sourceTable, CoreInstance instance) {
        instance.tables[targetTable].copy(target, instance.tables[sourceTable], source, count);
    }

    /** {@code table.init}, from a segment of the instance that executes it. */
    public static void tableInit(int target, int source, int count, int segment, int table, CoreInstance instance) {
        instance.initTable(table, target, segment, source, count);
    }

    /** {@code elem.drop}; what replaces the segment is ignored. */
    public static void setElement(CoreInstance instance, int segment, @Nullable Object replacement) {
        instance.dropElements(segment);
    }

    /** {@code ref.is_null}. */
    public static boolean isRefNull(int reference) {
        return reference == CoreTable.NULL;
    }

    /** Returns the table that an indirect call goes through. */
    public static CoreTable table(CoreInstance instance, int table) {
        return instance.tables[table];
    }

    /** Returns the index, in its own instance, of the function that an indirect call goes to. */
    public static int requiredRef(CoreTable table, int index) {
        return table.requiredFunction(index);
    }

    /** Returns the instance of that function. */
    public static @Nullable CoreInstance instance(CoreTable table, int index) {
        return table.owner(index);
    }
}
