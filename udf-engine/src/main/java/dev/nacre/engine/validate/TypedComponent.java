package dev.nacre.engine.validate;

import dev.nacre.engine.wit.ComponentType;
import java.util.List;

/**
 * A component that follows every rule of validation.
 *
 * @param type its imports and exports, in the resource types of this component
 * @param definitions in order; each refers only to what stands before it
 */
public record TypedComponent(ComponentType type, List<Definition> definitions) {
    public TypedComponent {
        definitions = List.copyOf(definitions);
    }
}
