package dev.nacre.engine.core;

import dev.nacre.engine.CoreFeature;
import java.util.List;
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
 * @param ownTables the tables that the module defines itself
 * @param ownMemories the memories that the module defines itself
 * @param start the start function, by index
 * @param bodySizes the size in bytes of every body of the module's own functions
 * @param forwards the functions that only pass their parameters on through a table, for recognising shim modules
 * @param activeElements the active element segments whose offset is a constant and whose elements are all
 *     {@code ref.func}, for recognising fixup modules
 * @param elementSegments how many element segments of any kind there are
 * @param features what the module uses
 * @param skeleton the module with every body replaced by {@code unreachable} and without custom sections; only this
 *     is kept after compilation
 */
public record CoreModule(
        CoreModuleType type,
        List<CoreFunctionType> functionTypes,
        List<String> functionNames,
        List<Integer> exports,
        List<CoreExternType.Table> ownTables,
        List<CoreExternType.Memory> ownMemories,
        OptionalInt start,
        List<Integer> bodySizes,
        List<Forward> forwards,
        List<ActiveElement> activeElements,
        int elementSegments,
        Set<CoreFeature> features,
        byte[] skeleton) {
    public CoreModule {
        functionTypes = List.copyOf(functionTypes);
        functionNames = List.copyOf(functionNames);
        exports = List.copyOf(exports);
        ownTables = List.copyOf(ownTables);
        ownMemories = List.copyOf(ownMemories);
        bodySizes = List.copyOf(bodySizes);
        forwards = List.copyOf(forwards);
        activeElements = List.copyOf(activeElements);
        features = Set.copyOf(features);
    }

    /** An active element segment: functions by index, put into a table from an offset on. */
    public record ActiveElement(int table, int offset, List<Integer> functions) {
        public ActiveElement {
            functions = List.copyOf(functions);
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
