package dev.nacre.calcite.run;

import org.h2.value.Value;

/** An expression over the rows of one run. */
interface Evaluator {
    /** Returns the value for a row; {@code ValueNull} for NULL. */
    Value evaluate(Value[] row);
}
