package dev.nacre.engine.validate;

import dev.nacre.engine.EngineException;
import dev.nacre.engine.ErrorCode;
import dev.nacre.engine.Limits;
import dev.nacre.engine.wit.ComponentType;
import dev.nacre.engine.wit.ExternType;
import dev.nacre.engine.wit.NamedExtern;
import dev.nacre.engine.wit.ResourceType;
import java.util.Map;
import java.util.Optional;

/**
 * Matches what a linker supplies against what a component imports, import by import in their order: Explainer.md, "Type
 * Checking". Mutable, used by one thread for one component.
 */
public final class ImportMatch {
    private final Subtyping subtyping;

    /** Begins with nothing supplied. */
    public ImportMatch(ComponentType component, Limits limits) {
        ValidationContext context = new ValidationContext(limits, (offset, length) -> {
            throw new EngineException(ErrorCode.INTERNAL, "matching types reads no core module");
        });
        this.subtyping = new Subtyping(context, component.importedResources());
    }

    /** Supplies a resource type; one that was supplied before under another name stays what it is. */
    public void supply(ResourceType imported, ResourceType supplied) {
        if (!subtyping.substitution().isBound(imported)) {
            subtyping.substitution().bind(imported, supplied);
        }
    }

    /** Returns words for the first difference, with expected and found type, or empty when the import is satisfied. */
    public Optional<String> difference(NamedExtern imported, ExternType supplied) {
        return subtyping.named("import", imported, Map.of(imported.name(), supplied));
    }

    /** Returns a type of the component with what was supplied in the place of what it imports. */
    public ExternType apply(ExternType type) {
        return subtyping.substitution().apply(type);
    }
}
