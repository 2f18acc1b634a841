package dev.nacre.engine.runtime;

import dev.nacre.engine.core.ModuleLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Makes what an instance consists of, the imported things first, as the index spaces have them. */
final class InstanceParts {
    private final ModuleLayout layout;
    private final InstanceContext context;

    InstanceParts(ModuleLayout layout, InstanceContext context) {
        this.layout = layout;
        this.context = context;
    }

    /** Returns the imported memories and new ones of zeros; when one cannot be had, those before it are given back. */
    LinearMemory[] memories(List<LinearMemory> imported) {
        List<LinearMemory> all =
                new ArrayList<>(imported.size() + layout.memories().size());
        all.addAll(imported);
        try {
            layout.memories().forEach(memory -> all.add(LinearMemory.create(memory.limits(), context)));
            return all.toArray(LinearMemory[]::new);
        } catch (Throwable refused) {
            all.subList(imported.size(), all.size()).forEach(LinearMemory::release);
            throw refused;
        }
    }

    /** Returns the imported tables and new ones full of nulls. */
    CoreTable[] tables(List<CoreTable> imported) {
        Stream<CoreTable> own =
                layout.tables().stream().map(table -> CoreTable.create(table.element(), table.limits(), context));
        return Stream.concat(imported.stream(), own).toArray(CoreTable[]::new);
    }

    /** Returns the imported globals and new ones that are zero or null. */
    CoreGlobal[] globals(List<CoreGlobal> imported) {
        Stream<CoreGlobal> own = layout.globals().stream()
                .map(global ->
                        new CoreGlobal(global.type().type(), global.type().mutable(), 0));
        return Stream.concat(imported.stream(), own).toArray(CoreGlobal[]::new);
    }

    /** Returns the imported tags and new ones. */
    CoreTag[] tags(List<CoreTag> imported) {
        return Stream.concat(imported.stream(), layout.tags().stream().map(CoreTag::new))
                .toArray(CoreTag[]::new);
    }
}
