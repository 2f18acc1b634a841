package dev.nacre.calcite.run;

import dev.nacre.calcite.algebra.H2Statement;
import dev.nacre.h2.H2Rows;
import java.sql.SQLException;
import org.apache.calcite.linq4j.AbstractEnumerable;
import org.apache.calcite.linq4j.Enumerator;
import org.h2.message.DbException;
import org.h2.value.Value;
import org.jspecify.annotations.Nullable;

/** The rows of a statement that H2 runs, once: H2 starts all scans of a run together. */
final class Scan extends AbstractEnumerable<Value[]> {
    private final Run run;
    private final H2Rows rows;
    private boolean enumerated;

    Scan(Run run, H2Statement statement, long maximumRows) {
        this.run = run;
        this.rows = run.scan(statement.sql(), statement.values(run.parameters()), maximumRows);
    }

    @Override
    public Enumerator<Value[]> enumerator() {
        if (enumerated) {
            throw new IllegalStateException("a scan gives its rows once; who needs them again keeps them");
        }
        enumerated = true;
        return new Reading(run, rows);
    }

    /** Reads what H2 answers. */
    static final class Reading extends Forward {
        private final Run run;
        private final H2Rows rows;

        Reading(Run run, H2Rows rows) {
            this.run = run;
            this.rows = rows;
        }

        /** H2's exception goes through linq4j, which knows no checked ones, in H2's own unchecked form. */
        @Override
        Value @Nullable [] read() {
            run.scope().check();
            try {
                return rows.next() ? rows.current() : null;
            } catch (SQLException e) {
                throw DbException.convert(e);
            }
        }

        @Override
        public void close() {
            rows.close();
            run.closed(rows);
        }
    }
}
