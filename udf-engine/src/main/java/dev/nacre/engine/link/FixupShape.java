package dev.nacre.engine.link;

import dev.nacre.engine.core.CoreExternType;
import dev.nacre.engine.core.CoreFunctionType;
import dev.nacre.engine.core.CoreModule;
import dev.nacre.engine.core.CoreModuleType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A core module that does nothing but put imported functions into an imported table. Immutable.
 *
 * @param module the module name that all is imported from
 * @param table the name that the table is imported by
 * @param slots what is put into the table, by slot
 */
record FixupShape(String module, String table, Map<Integer, Filling> slots) {
    FixupShape {
        slots = Map.copyOf(slots);
    }

    /**
     * What is put into a slot.
     *
     * @param name the name that the function is imported by
     * @param type its type
     */
    record Filling(String name, CoreFunctionType type) {}

    /** Returns the shape of a module, empty for a module that is anything else. */
    static Optional<FixupShape> of(CoreModule module) {
        boolean bare = module.ownTables().isEmpty()
                && module.ownMemories().isEmpty()
                && module.start().isEmpty()
                && module.bodySizes().isEmpty()
                && module.type().exports().isEmpty()
                && module.elementSegments() == 1
                && module.activeElements().size() == 1;
        return bare ? ofImports(module) : Optional.empty();
    }

    private static Optional<FixupShape> ofImports(CoreModule module) {
        List<Filling> functions = new ArrayList<>();
        List<String> tables = new ArrayList<>();
        List<CoreModuleType.Import> imports = module.type().imports();
        for (CoreModuleType.Import item : imports) {
            if (item.type() instanceof CoreExternType.Function function) {
                functions.add(new Filling(item.name(), function.type()));
            } else if (item.type() instanceof CoreExternType.Table) {
                tables.add(item.name());
            } else {
                return Optional.empty();
            }
        }
        boolean oneSource =
                imports.stream().map(CoreModuleType.Import::module).distinct().count() == 1;
        if (tables.size() != 1 || !oneSource) {
            return Optional.empty();
        }
        return Optional.of(new FixupShape(
                imports.get(0).module(),
                tables.get(0),
                slots(module.activeElements().get(0), functions)));
    }

    private static Map<Integer, Filling> slots(CoreModule.ActiveElement element, List<Filling> functions) {
        Map<Integer, Filling> slots = new HashMap<>();
        for (int i = 0; i < element.functions().size(); i++) {
            slots.put(element.offset() + i, functions.get(element.functions().get(i)));
        }
        return slots;
    }
}
