package dev.nacre.engine.link;

import dev.nacre.engine.core.CoreExternType;
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
 * @param slots the names that functions are imported by, by slot
 */
record FixupShape(String module, String table, Map<Integer, String> slots) {
    FixupShape {
        slots = Map.copyOf(slots);
    }

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
        List<String> functions = new ArrayList<>();
        List<String> tables = new ArrayList<>();
        List<CoreModuleType.Import> imports = module.type().imports();
        for (CoreModuleType.Import item : imports) {
            if (item.type() instanceof CoreExternType.Function) {
                functions.add(item.name());
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

    private static Map<Integer, String> slots(CoreModule.ActiveElement element, List<String> functions) {
        Map<Integer, String> slots = new HashMap<>();
        for (int i = 0; i < element.functions().size(); i++) {
            slots.put(element.offset() + i, functions.get(element.functions().get(i)));
        }
        return slots;
    }
}
