package dev.nacre.engine.core;

import dev.nacre.engine.CoreFeature;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What one pass over a core module learned.
 *
 * @param type its imports and exports
 * @param functionTypes the type of every function in the function index space, imported ones first
 * @param functionNames for messages: from the custom section "name" where it is readable, else empty strings; as long as
 *     {@code functionTypes}
 * @param exports the index of every export in the index space of its kind, in order of {@code type.exports()}
 * @param referable every function that can be called other than directly from a body, by index: what is exported, in an
 *     element segment or in a constant expression, and the start function; nobody changes the set
 * @param bodySizes the size in bytes of every body of the module's own functions
 * @param forwards the functions that only pass their parameters on through a table, for recognising shim modules
 * @param bodies what was found of all bodies
 * @param layout what its instances need beside its code
 */
public record CoreModule(
        CoreModuleType type,
        List<CoreFunctionType> functionTypes,
        List<String> functionNames,
        List<Integer> exports,
        BitSet referable,
        List<Integer> bodySizes,
        List<Forward> forwards,
        BodyMeasures bodies,
        ModuleLayout layout) {
    public CoreModule {
        functionTypes = List.copyOf(functionTypes);
        functionNames = List.copyOf(functionNames);
        exports = List.copyOf(exports);
        bodySizes = List.copyOf(bodySizes);
        forwards = List.copyOf(forwards);
    }

    /** Returns what the module uses. */
    public Set<CoreFeature> features() {
        return bodies.features();
    }

    /** Returns the tables that the module defines itself. */
    public List<CoreExternType.Table> ownTables() {
        return layout.tables();
    }

    /** Returns the memories that the module defines itself. */
    public List<CoreExternType.Memory> ownMemories() {
        return layout.memories();
    }

    /** Returns the start function, by index. */
    public OptionalInt start() {
        return layout.start();
    }

    /** Returns how many element segments of any kind there are. */
    public int elementSegments() {
        return layout.elements().size();
    }

    /**
     * Returns the active element segments whose offset is a constant and whose elements are all {@code ref.func}, for
     * recognising fixup modules.
     */
    public List<ActiveElement> activeElements() {
        return layout.elements().stream()
                .map(ActiveElement::of)
                .flatMap(Optional::stream)
                .toList();
    }

    /** An active element segment: functions by index, put into a table from an offset on. */
    public record ActiveElement(int table, int offset, List<Integer> functions) {
        public ActiveElement {
            functions = List.copyOf(functions);
        }

        private static Optional<ActiveElement> of(ModuleLayout.ElementSegment segment) {
            return segment.items() instanceof ModuleLayout.Functions functions
                    ? segment.target().flatMap(target -> of(target, functions))
                    : Optional.empty();
        }

        private static Optional<ActiveElement> of(ModuleLayout.Target target, ModuleLayout.Functions functions) {
            OptionalInt offset = target.offset().integer();
            return offset.isPresent()
                    ? Optional.of(new ActiveElement(
                            target.index(),
                            offset.getAsInt(),
                            Arrays.stream(functions.indices()).boxed().toList()))
                    : Optional.empty();
        }
    }

    /**
     * A function whose whole body is a {@code call_indirect} of its own type with its own parameters.
     *
     * @param function its index
     * @param table the index of the table
     * @param slot the constant index in the table, unsigned
     */
    public record Forward(int function, int table, int slot) {}
}
