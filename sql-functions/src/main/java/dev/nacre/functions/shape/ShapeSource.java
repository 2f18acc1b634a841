package dev.nacre.functions.shape;

import dev.nacre.functions.FunctionDefinition;

/** Tells how a function's component is called; asked by the planner for kinds whose signature does not say it all. */
public interface ShapeSource {
    /**
     * Returns the shape; loads the component if need be.
     *
     * @throws dev.nacre.functions.FunctionException when the component cannot be loaded, or does not fit any more
     */
    RoutineShape of(FunctionDefinition function);
}
