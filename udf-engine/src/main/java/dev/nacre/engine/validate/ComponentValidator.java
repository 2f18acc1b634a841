package dev.nacre.engine.validate;

import dev.nacre.engine.Limits;
import dev.nacre.engine.binary.ComponentSource;

/**
 * Validates components.
 *
 * <p>See the <a href="https://github.com/WebAssembly/component-model/blob/main/design/mvp/Explainer.md">Explainer</a> and
 * the notes of <a href="https://github.com/WebAssembly/component-model/blob/main/design/mvp/Binary.md">Binary.md</a>.
 */
public final class ComponentValidator {
    private ComponentValidator() {}

    /**
     * Checks every rule and resolves every reference.
     *
     * @param source what {@link dev.nacre.engine.binary.ComponentReader} made of the bytes
     * @param modules reads the core modules inside
     * @throws dev.nacre.engine.EngineException with the offset and the rule that is broken ({@code INVALID}), for a feature
     *     that was never released ({@code UNSUPPORTED_FEATURE}), for more structure than the limits allow
     *     ({@code CAP_EXCEEDED}), and whatever {@code modules} throws
     */
    public static TypedComponent validate(ComponentSource source, Limits limits, CoreModules modules) {
        ValidationContext context = new ValidationContext(limits, modules);
        TypedComponent component =
                new ScopeValidator(new Scope(Scope.Kind.COMPONENT, null, context), context).validate(source);
        context.requireReleased();
        return component;
    }
}
