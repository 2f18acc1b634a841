package dev.nacre.engine.validate;

import org.jspecify.annotations.Nullable;

/**
 * The scope that an outer alias counts to.
 *
 * @param scope the target
 * @param leavesComponent whether a component lies between
 */
record OuterScopes(Scope scope, boolean leavesComponent) {
    /** Counts scopes outward; 0 is the scope itself. */
    static OuterScopes count(Scope from, int count, ValidationContext context) {
        Scope scope = from;
        boolean leavesComponent = false;
        for (int left = count; left != 0; left--) {
            leavesComponent |= scope.kind() == Scope.Kind.COMPONENT;
            @Nullable Scope parent = scope.parent();
            if (parent == null) {
                throw context.invalid("expected an outer alias to count at most the enclosing scopes, found "
                        + Integer.toUnsignedString(count));
            }
            scope = parent;
        }
        return new OuterScopes(scope, leavesComponent);
    }
}
