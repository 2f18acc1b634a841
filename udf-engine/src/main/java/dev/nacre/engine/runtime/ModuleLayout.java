package dev.nacre.engine.runtime;

import dev.nacre.engine.EngineException;
import dev.nacre.engine.core.CoreExternType;
import dev.nacre.engine.core.CoreFunctionType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * What a module says about its instances, beside its code. Lists hold what the module itself defines, without imports.
 *
 * @param types every type by index; empty for one that is not a function type
 * @param start the index of the start function
 */
record ModuleLayout(
        List<Optional<CoreFunctionType>> types,
        List<TableDefinition> tables,
        List<CoreExternType.Memory> memories,
        List<GlobalDefinition> globals,
        List<CoreFunctionType> tags,
        List<ElementSegment> elements,
        List<DataSegment> data,
        OptionalInt start) {
    /** Of a module that defines nothing. */
    static final ModuleLayout EMPTY = new ModuleLayout(
            List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), OptionalInt.empty());

    ModuleLayout {
        types = List.copyOf(types);
        tables = List.copyOf(tables);
        memories = List.copyOf(memories);
        globals = List.copyOf(globals);
        tags = List.copyOf(tags);
        elements = List.copyOf(elements);
        data = List.copyOf(data);
    }

    /** Returns the imported memories and new ones of zeros; when one cannot be had, those before it are given back. */
    LinearMemory[] makeMemories(List<LinearMemory> imported, InstanceContext context) {
        List<LinearMemory> all = new ArrayList<>(imported);
        try {
            memories.forEach(memory -> all.add(LinearMemory.create(memory.limits(), context)));
        } catch (EngineException | OutOfMemoryError refused) {
            all.subList(imported.size(), all.size()).forEach(LinearMemory::release);
            throw refused;
        }
        return all.toArray(LinearMemory[]::new);
    }

    /** Returns the imported tables and new ones full of nulls. */
    CoreTable[] makeTables(List<CoreTable> imported, InstanceContext context) {
        Stream<CoreTable> own = tables.stream()
                .map(table ->
                        CoreTable.create(table.type().element(), table.type().limits(), context));
        return Stream.concat(imported.stream(), own).toArray(CoreTable[]::new);
    }

    /** Returns the imported globals and new ones that are zero or null. */
    CoreGlobal[] makeGlobals(List<CoreGlobal> imported) {
        Stream<CoreGlobal> own = globals.stream()
                .map(global ->
                        new CoreGlobal(global.type().type(), global.type().mutable(), 0));
        return Stream.concat(imported.stream(), own).toArray(CoreGlobal[]::new);
    }

    /** Returns the imported tags and new ones. */
    CoreTag[] makeTags(List<CoreTag> imported) {
        return Stream.concat(imported.stream(), tags.stream().map(CoreTag::new)).toArray(CoreTag[]::new);
    }

    /** A table and what its elements start as. */
    record TableDefinition(CoreExternType.Table type, ConstantExpression start) {}

    /** A global and what it starts as. */
    record GlobalDefinition(CoreExternType.Global type, ConstantExpression start) {}

    /** Where an active segment goes: into which table or memory, from which offset on. */
    record Target(int index, ConstantExpression offset) {}

    /**
     * References for tables.
     *
     * @param target where an active segment goes; empty for others
     * @param kept whether it stays for {@code table.init}: not so for active and declarative segments
     */
    record ElementSegment(List<ConstantExpression> items, Optional<Target> target, boolean kept) {
        ElementSegment {
            items = List.copyOf(items);
        }
    }

    /**
     * Bytes for memories.
     *
     * @param bytes never changed
     * @param target where an active segment goes; empty for a passive one
     */
    record DataSegment(byte[] bytes, Optional<Target> target) {}
}
