package dev.nacre.calcite.run;

import dev.nacre.calcite.algebra.Constants;
import dev.nacre.calcite.algebra.H2Statement;
import dev.nacre.h2.H2Rows;
import java.sql.SQLException;
import org.h2.value.Value;

/** The constants of a plan in one run. */
final class ConstantValues {
    private static final Value[] NONE = {};

    private ConstantValues() {}

    /** Computes all, in the order of their slots. */
    static Value[] of(Constants constants, Run run) throws SQLException {
        Value[] computed = constants.statement().isPresent()
                ? computed(constants.statement().get(), run)
                : NONE;
        Value[] values = new Value[constants.slots().size()];
        for (int index = 0; index < values.length; index++) {
            values[index] = value(constants.slots().get(index), computed, run);
        }
        return values;
    }

    private static Value value(Constants.Slot slot, Value[] computed, Run run) {
        if (slot instanceof Constants.Literal literal) {
            return literal.value();
        }
        if (slot instanceof Constants.Parameter parameter) {
            return run.parameters().get(parameter.ordinal());
        }
        return computed[((Constants.Computed) slot).column()];
    }

    private static Value[] computed(H2Statement statement, Run run) throws SQLException {
        try (H2Rows rows = run.constants(statement.sql(), statement.values(run.parameters()))) {
            rows.next();
            return rows.current();
        }
    }
}
