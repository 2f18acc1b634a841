package dev.nacre.calcite.run;

import dev.nacre.calcite.algebra.H2Statement;
import org.apache.calcite.linq4j.AbstractEnumerable;
import org.apache.calcite.linq4j.Enumerator;
import org.h2.value.Value;

/** The rows of a statement that H2 runs anew for each enumeration, with the parameters of that moment. */
final class LateScan extends AbstractEnumerable<Value[]> {
    private final Run run;
    private final H2Statement statement;
    private final long maximumRows;

    LateScan(Run run, H2Statement statement, long maximumRows) {
        this.run = run;
        this.statement = statement;
        this.maximumRows = maximumRows;
    }

    @Override
    public Enumerator<Value[]> enumerator() {
        return new Scan.Reading(run, run.late(statement.sql(), statement.values(run.parameters()), maximumRows));
    }
}
