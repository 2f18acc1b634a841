package dev.nacre.calcite;

import dev.nacre.functions.FunctionDefinition;
import dev.nacre.functions.shape.RoutineShape;
import java.sql.SQLException;

/** Tells how a function's component is called; asked by the planner for kinds whose signature does not say it all. */
public interface RoutineShapes {
    /**
     * Returns the shape; loads the component if need be.
     *
     * @throws dev.nacre.functions.FunctionException when the component cannot be loaded, or does not fit any more
     * @throws SQLException H2's own, when it cannot be read
     */
    RoutineShape of(FunctionDefinition function) throws SQLException;
}
