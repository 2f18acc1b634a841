package dev.nacre.engine.runtime;

import dev.nacre.engine.EngineException;
import dev.nacre.engine.ErrorCode;
import dev.nacre.engine.core.CoreFunctionType;
import dev.nacre.engine.core.ModuleLayout;
import dev.nacre.engine.core.ModuleLayout.ElementItems;
import dev.nacre.engine.core.ModuleLayout.ElementSegment;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An instance of a core module. Used by one thread at a time.
 *
 * <p>Instances of one statement share its meter. An instance whose call failed is in an unknown state; whoever owns it throws
 * it away.
 *
 * <p>A function reference on the guest's stack is an index: into the instance's own index space, or beyond it into the
 * functions of other instances that came by.
 */
public final class CoreInstance implements AutoCloseable {
    private static final int LEAST_GROWTH = 16;
    private static final ElementItems NO_ELEMENTS = new ModuleLayout.Functions(new int[0]);
    private static final byte[] NO_DATA = {};

    final CompiledModule module;
    /** The first memory, to which most instructions refer; an empty one when there is none. */
    final LinearMemory memory;

    final LinearMemory[] memories;
    final CoreTable[] tables;
    final CoreGlobal[] globals;
    final CoreTag[] tags;
    /** By index up to the last passive segment; empty for those that were dropped, and for active ones. */
    final byte[][] data;

    final CaughtExceptions exceptions = new CaughtExceptions();
    final GuestCode code;

    private final int importedMemories;
    private final @Nullable ElementSegment[] elements;
    private @Nullable CoreFunction[] functions;
    private final int functionCount;
    /** The indices of other instances' functions; functions are equal only to themselves. */
    private final Map<CoreFunction, Integer> foreign = new HashMap<>();

    private boolean closed;

    /** Takes the imports and makes what the module defines; filling it and running code comes after. */
    CoreInstance(CompiledModule module, ImportedExterns imports, InstanceContext context) {
        ModuleLayout layout = module.layout();
        InstanceParts parts = new InstanceParts(layout, context);
        this.module = module;
        CoreFunction[] imported = imports.of(CoreFunction.class).toArray(CoreFunction[]::new);
        this.functionCount = Math.max(imported.length, module.functionTypes().size());
        this.functions = Arrays.copyOf(imported, functionCount);
        this.tables = parts.tables(imports.of(CoreTable.class));
        this.globals = parts.globals(imports.of(CoreGlobal.class));
        this.tags = parts.tags(imports.of(CoreTag.class));
        this.data = layout.data().passive().toArray(byte[][]::new);
        this.elements = layout.elements().toArray(ElementSegment[]::new);
        this.code = module.newCode(this);
        List<LinearMemory> importedMemories = imports.of(LinearMemory.class);
        this.importedMemories = importedMemories.size();
        this.memories = parts.memories(importedMemories);
        this.memory = memories.length == 0 ? LinearMemory.create(LinearMemory.NO_PAGES, context) : memories[0];
    }

    /**
     * Returns an export, the same object every time.
     *
     * @throws EngineException with {@link ErrorCode#UNKNOWN_EXPORT}
     */
    public CoreExtern export(String name) {
        CompiledModule.ExportIndex export = module.export(name);
        return switch (export.kind()) {
            case FUNCTION -> function(export.index());
            case TABLE -> tables[export.index()];
            case MEMORY -> memories[export.index()];
            case GLOBAL -> globals[export.index()];
            case TAG -> tags[export.index()];
        };
    }

    /**
     * Returns an exported function, as {@link #export} does.
     *
     * @throws EngineException with {@link ErrorCode#UNKNOWN_EXPORT}
     */
    public CoreFunction function(String export) {
        return exported(export, CoreFunction.class, "function");
    }

    /**
     * Returns an exported memory, as {@link #export} does.
     *
     * @throws EngineException with {@link ErrorCode#UNKNOWN_EXPORT}
     */
    public LinearMemory memory(String export) {
        return exported(export, LinearMemory.class, "memory");
    }

    /**
     * Returns an exported table, as {@link #export} does.
     *
     * @throws EngineException with {@link ErrorCode#UNKNOWN_EXPORT}
     */
    public CoreTable table(String export) {
        return exported(export, CoreTable.class, "table");
    }

    /**
     * Returns an exported global, as {@link #export} does.
     *
     * @throws EngineException with {@link ErrorCode#UNKNOWN_EXPORT}
     */
    public CoreGlobal global(String export) {
        return exported(export, CoreGlobal.class, "global");
    }

    /**
     * Returns an exported tag, as {@link #export} does.
     *
     * @throws EngineException with {@link ErrorCode#UNKNOWN_EXPORT}
     */
    public CoreTag tag(String export) {
        return exported(export, CoreTag.class, "tag");
    }

    /** Returns the bytes of the memories that the instance itself made; imported ones belong to others. */
    public long memoryBytes() {
        return ownMemories().mapToLong(LinearMemory::byteLength).sum();
    }

    private Stream<LinearMemory> ownMemories() {
        return Arrays.stream(memories).skip(importedMemories);
    }

    /** Gives the memories back to the budget; they are empty then. Closing again does nothing. */
    @Override
    public void close() {
        if (!closed) {
            closed = true;
            ownMemories().forEach(LinearMemory::release);
        }
    }

    /** Returns a function by index or reference. */
    CoreFunction function(int index) {
        CoreFunction known = functions[index];
        if (known == null) {
            module.checkReferable(index);
            known = new GuestFunction(this, index);
            functions[index] = known;
        }
        return known;
    }

    /** Returns a reference as this instance names it. */
    int reference(int index, @Nullable CoreInstance owner) {
        if (owner == null || owner == this || index == CoreTable.NULL) {
            return index;
        }
        return foreign(owner.function(index));
    }

    /** Returns a type of the module by index. */
    CoreFunctionType type(int index) {
        return module.layout().types().get(index);
    }

    /** Runs {@code table.init}, or puts an active segment into its table. */
    void initTable(int table, int target, int segment, int source, int count) {
        ElementSegment dropped = elements[segment];
        ElementItems items = dropped == null ? NO_ELEMENTS : dropped.items();
        CoreTable into = tables[table];
        if (Integer.toUnsignedLong(source) + Integer.toUnsignedLong(count) > items.count()) {
            throw Traps.tableOutOfBounds();
        }
        into.checkRange(target, count);
        into.charge(count);
        for (int i = 0; i < count; i++) {
            into.set(target + i, Constants.element(items, source + i, this), this);
        }
    }

    /** Returns what {@code memory.init} finds in a segment. */
    byte[] data(int segment) {
        return segment < data.length ? data[segment] : NO_DATA;
    }

    /** Runs {@code data.drop}. */
    void dropData(int segment) {
        if (segment < data.length) {
            data[segment] = NO_DATA;
        }
    }

    void dropElements(int segment) {
        elements[segment] = null;
    }

    private int foreign(CoreFunction function) {
        return foreign.computeIfAbsent(function, this::append);
    }

    private int append(CoreFunction function) {
        int index = functionCount + foreign.size();
        if (index == functions.length) {
            functions = Arrays.copyOf(functions, index + Math.max(LEAST_GROWTH, foreign.size()));
        }
        functions[index] = function;
        return index;
    }

    private <T extends CoreExtern> T exported(String name, Class<T> kind, String kindName) {
        CoreExtern extern = export(name);
        if (!kind.isInstance(extern)) {
            throw new EngineException(
                    ErrorCode.UNKNOWN_EXPORT,
                    "core export '" + name + "': expected a " + kindName + ", found another kind");
        }
        return kind.cast(extern);
    }
}
