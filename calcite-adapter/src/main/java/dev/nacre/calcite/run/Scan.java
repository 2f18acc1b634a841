package dev.nacre.calcite.run;

import dev.nacre.calcite.algebra.H2Statement;
import dev.nacre.h2.H2Rows;
import java.sql.SQLException;
import org.apache.calcite.linq4j.AbstractEnumerable;
import org.apache.calcite.linq4j.Enumerator;
import org.h2.message.DbException;
import org.h2.value.Value;
import org.jspecify.annotations.Nullable;

/** The rows of a statement that H2 runs, anew for each enumeration. */
final class Scan extends AbstractEnumerable<Value[]> {
    private final Run run;
    private final H2Statement statement;
    private final long maximumRows;
    private @Nullable H2Rows started;

    Scan(Run run, H2Statement statement, long maximumRows) {
        this.run = run;
        this.statement = statement;
        this.maximumRows = maximumRows;
    }

    /** Lets H2 run the statement; the first enumeration reads what it answered. */
    void start() throws SQLException {
        H2Rows rows = open();
        started = rows;
        rows.execute();
    }

    private H2Rows open() {
        return run.rows(statement.sql(), statement.values(run.parameters()), maximumRows);
    }

    @Override
    public Enumerator<Value[]> enumerator() {
        H2Rows rows = started == null ? open() : started;
        started = null;
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
        }
    }
}
