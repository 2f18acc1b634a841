package dev.nacre.engine.link;

import static java.util.Objects.requireNonNull;

import dev.nacre.engine.core.CoreExternType;
import dev.nacre.engine.core.CoreFunctionType;
import dev.nacre.engine.core.CoreModule;
import dev.nacre.engine.core.CoreModuleType;
import dev.nacre.engine.core.CoreValueType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A core module that does nothing but call through a table of its own: what toolchains put in front of host functions that
 * need the main module's memory. Immutable.
 *
 * @param functions the exported functions
 * @param table the name under which the table is exported
 * @param slots how many slots the table has
 */
record ShimShape(Map<String, Forward> functions, String table, long slots) {
    ShimShape {
        functions = Map.copyOf(functions);
    }

    /** An exported function that calls what is in a slot of the table. */
    record Forward(int slot, CoreFunctionType type) {}

    /** Returns the shape of a module, empty for a module that is anything else. */
    static Optional<ShimShape> of(CoreModule module) {
        boolean bare = module.type().imports().isEmpty()
                && module.ownTables().size() == 1
                && module.ownTables().get(0).element() == CoreValueType.FUNCREF
                && module.elementSegments() == 0
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
        long size = module.ownTables().get(0).limits().minimum();
        return table == null ? Optional.empty() : Optional.of(new ShimShape(functions, table, size));
    }

    /**
     * Returns whether calls through the table do what calls without it would: what fills it fits into it, and every call
     * finds a function of the caller's type.
     */
    boolean isFilledBy(FixupShape fixup) {
        return fixup.slots().keySet().stream().allMatch(slot -> Integer.toUnsignedLong(slot) < slots)
                && functions.values().stream()
                        .allMatch(forward ->
                                isCalledAs(forward.type(), fixup.slots().get(forward.slot())));
    }

    private static boolean isCalledAs(CoreFunctionType type, FixupShape.@Nullable Filling filling) {
        return filling != null && filling.type().equals(type) && isOfTheHost(type);
    }

    /** Returns whether a function of the host can have a type: it gives one result, and takes no references. */
    private static boolean isOfTheHost(CoreFunctionType type) {
        return type.results().size() <= 1
                && Stream.concat(type.parameters().stream(), type.results().stream())
                        .noneMatch(CoreValueType::isReference);
    }
}
