package dev.nacre.engine.link;

import org.jspecify.annotations.Nullable;

/**
 * A nested component together with what it stands in.
 *
 * @param plan of the nested component
 * @param outer the instance of the component around it, to which it may refer; null for a component of the host
 */
record Closure(ComponentPlan plan, @Nullable Instantiation outer) {
    /** Makes an instance for another instance. */
    Items instantiate(Instantiation maker, Items imports) {
        maker.session().countInstance();
        return Instantiation.of(plan, maker.session(), maker.state(), outer, imports);
    }
}
