package dev.nacre.calcite.run;

import dev.nacre.calcite.algebra.H2Fold;
import org.apache.calcite.linq4j.Enumerable;
import org.apache.calcite.rel.core.Aggregate;
import org.h2.value.Value;

/** Groups rows by H2's order of values and gives the groups in that order, as H2 does; anew each time that it is read. */
final class Grouping {
    private final Run run;
    private final Aggregate aggregate;
    private final Evaluators evaluators;

    Grouping(Run run, Aggregate aggregate, Evaluators evaluators) {
        this.run = run;
        this.aggregate = aggregate;
        this.evaluators = evaluators;
    }

    /** Returns whether H2 runs statements for the groups. */
    static boolean asksH2(Aggregate aggregate) {
        return aggregate.getAggCallList().stream().anyMatch(call -> call.getAggregation() instanceof H2Fold);
    }

    Enumerable<Value[]> rows(Enumerable<Value[]> input) {
        return Distinctness.lazy(() -> new Groups(run, aggregate, evaluators).of(input));
    }
}
