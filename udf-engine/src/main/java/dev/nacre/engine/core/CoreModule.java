package dev.nacre.engine.core;

import java.util.List;

/**
 * What one pass over a core module learned.
 *
 * @param type its imports and exports
 * @param functionTypes the type of every function in the function index space, imported ones first
 * @param functionNames for messages: from the custom section "name" where it is readable, else empty strings; as long as
 *     {@code functionTypes}
 * @param exports the index of every export in the index space of its kind, in order of {@code type.exports()}
 * @param bodySizes the size in bytes of every body of the module's own functions
 * @param activeElements the active element segments whose offset is a constant and whose elements are all
 *     {@code ref.func}, for recognising fixup modules
 * @param skeleton the module with every body replaced by {@code unreachable} and without custom sections; only this
 *     is kept after compilation
 */
public record CoreModule(
        CoreModuleType type,
        List<CoreFunctionType> functionTypes,
        List<String> functionNames,
        List<Integer> exports,
        List<Integer> bodySizes,
        List<ActiveElement> activeElements,
        byte[] skeleton) {
    public CoreModule {
        functionTypes = List.copyOf(functionTypes);
        functionNames = List.copyOf(functionNames);
        exports = List.copyOf(exports);
        bodySizes = List.copyOf(bodySizes);
        activeElements = List.copyOf(activeElements);
    }

    /** An active element segment: functions by index, put into a table from an offset on. */
    public record ActiveElement(int table, int offset, List<Integer> functions) {
        public ActiveElement {
            functions = List.copyOf(functions);
        }
    }
}
