package dev.nacre.engine.link;

import static java.util.Objects.requireNonNull;

import dev.nacre.engine.core.CoreExternType;
import dev.nacre.engine.core.CoreFunctionType;
import dev.nacre.engine.core.CoreModule;
import dev.nacre.engine.core.CoreModuleType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A core module that does nothing but call through a table of its own: what toolchains put in front of host functions that
 * need the main module's memory. Immutable.
 *
 * @param functions the exported functions
 * @param table the name under which the table is exported
 */
record ShimShape(Map<String, Forward> functions, String table) {
    ShimShape {
        functions = Map.copyOf(functions);
    }

    /** An exported function that calls what is in a slot of the table. */
    record Forward(int slot, CoreFunctionType type) {}

    /** Returns the shape of a module, empty for a module that is anything else. */
    static Optional<ShimShape> of(CoreModule module) {
        boolean bare = module.type().imports().isEmpty()
                && module.ownTables().size() == 1
                && module.ownMemories().isEmpty()
                && module.start().isEmpty()
                && module.forwards().size() == module.functionTypes().size();
        return bare ? ofExports(module) : Optional.empty();
    }

    private static Optional<ShimShape> ofExports(CoreModule module) {
        Map<Integer, Integer> slots = new HashMap<>();
        module.forwards().forEach(forward -> slots.put(forward.function(), forward.slot()));
        Map<String, Forward> functions = new HashMap<>();
        String table = null;
        List<CoreModuleType.Export> exports = module.type().exports();
        for (int i = 0; i < exports.size(); i++) {
            CoreModuleType.Export export = exports.get(i);
            if (export.type() instanceof CoreExternType.Function function) {
                int slot = requireNonNull(slots.get(module.exports().get(i)), "every function forwards");
                functions.put(export.name(), new Forward(slot, function.type()));
            } else if (export.type() instanceof CoreExternType.Table && table == null) {
                table = export.name();
            } else {
                return Optional.empty();
            }
        }
        return table == null ? Optional.empty() : Optional.of(new ShimShape(functions, table));
    }
}
