package dev.nacre.engine.core;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a module says about its instances, beside its code. Lists hold what the module itself defines, without imports.
 * Immutable; nobody changes the arrays. It keeps nothing of the module's bytes.
 *
 * @param types every type by index
 * @param tables full of nulls at the start
 * @param start the index of the start function
 */
public record ModuleLayout(
        List<CoreFunctionType> types,
        List<CoreExternType.Table> tables,
        List<CoreExternType.Memory> memories,
        List<GlobalDefinition> globals,
        List<CoreFunctionType> tags,
        List<ElementSegment> elements,
        DataSegments data,
        OptionalInt start) {
    /** Of a module that defines nothing. */
    public static final ModuleLayout EMPTY = new ModuleLayout(
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            new DataSegments(List.of(), List.of()),
            OptionalInt.empty());

    public ModuleLayout {
        types = List.copyOf(types);
        tables = List.copyOf(tables);
        memories = List.copyOf(memories);
        globals = List.copyOf(globals);
        tags = List.copyOf(tags);
        elements = List.copyOf(elements);
    }

    /** A global and what it starts as. */
    public record GlobalDefinition(CoreExternType.Global type, ConstantExpression start) {}

    /** Where an active segment goes: into which table or memory, from which offset on. */
    public record Target(int index, ConstantExpression offset) {}

    /**
     * References for tables.
     *
     * @param target where an active segment goes; empty for others
     * @param kept whether it stays for {@code table.init}: not so for active and declarative segments
     */
    public record ElementSegment(ElementItems items, Optional<Target> target, boolean kept) {}

    /** What is in an element segment. */
    public sealed interface ElementItems {
        /** Returns how many there are. */
        int count();
    }

    /** Functions of the module, by index. */
    public record Functions(int[] indices) implements ElementItems {
        @Override
        public int count() {
            return indices.length;
        }
    }

    /** Anything else. */
    public record Expressions(List<ConstantExpression> items) implements ElementItems {
        public Expressions {
            items = List.copyOf(items);
        }

        @Override
        public int count() {
            return items.size();
        }
    }

    /**
     * Bytes for memories.
     *
     * @param active in the order in which they are written
     * @param passive what {@code memory.init} finds, by index, up to the last passive segment; empty arrays stand for active
     *     ones, which are gone once they were written
     */
    public record DataSegments(List<ActiveData> active, List<byte[]> passive) {
        public DataSegments {
            active = List.copyOf(active);
            passive = List.copyOf(passive);
        }
    }

    /** Active data segments that stand one after the other. */
    public sealed interface ActiveData {
        /** Returns the index of the memory that they are written to. */
        int memory();
    }

    /**
     * Any number of segments at constant offsets of one memory. There can be tens of thousands of a few bytes, so none has an
     * object of its own.
     *
     * @param offsets where each is written
     * @param ends where each ends in {@code bytes}, and the next begins
     * @param bytes of all
     */
    public record FixedData(int memory, int[] offsets, int[] ends, byte[] bytes) implements ActiveData {}

    /** One segment at an offset that depends on a global. */
    public record ComputedData(int memory, ConstantExpression offset, byte[] bytes) implements ActiveData {}
}
