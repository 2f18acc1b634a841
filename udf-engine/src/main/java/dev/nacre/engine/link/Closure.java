package dev.nacre.engine.link;

/**
 * A nested component together with what it stands in.
 *
 * @param plan of the nested component
 * @param outer the instance of the component around it, to which it may refer
 */
record Closure(ComponentPlan plan, Instantiation outer) {
    /** Makes an instance for another instance. */
    Items instantiate(Instantiation maker, Items imports) {
        return Instantiation.of(plan, maker.session(), maker.state(), outer, imports);
    }
}
