package dev.nacre.engine;

import dev.nacre.engine.wit.ComponentType;
import java.util.List;

/**
 * What a component says of itself, and what of its imports this engine has. Immutable.
 *
 * @param sha256 of its bytes, lower-case hexadecimal
 * @param type its imports and exports
 * @param wit its world as WIT text
 * @param functions as {@link Component#functions()} has them
 * @param missingImports the names of imports that this engine does not provide, in order; of very many the first
 *     thousand
 */
public record ComponentDescription(
        String sha256,
        ComponentType type,
        String wit,
        List<ExportedFunctionType> functions,
        List<String> missingImports) {
    public ComponentDescription {
        functions = List.copyOf(functions);
        missingImports = List.copyOf(missingImports);
    }
}
