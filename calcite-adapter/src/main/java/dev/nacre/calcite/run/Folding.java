package dev.nacre.calcite.run;

import dev.nacre.calcite.algebra.H2Query;
import dev.nacre.h2.H2Rows;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.h2.message.DbException;
import org.h2.value.Value;

/** Holds the rows of a group and lets H2 compute an aggregate over them. */
final class Folding implements Accumulator {
    private final Run run;
    private final H2Query query;
    private final List<Integer> columns;
    private final List<Value[]> rows = new ArrayList<>();

    /** @param columns those of the arguments */
    Folding(Run run, H2Query query, List<Integer> columns) {
        this.run = run;
        this.query = query;
        this.columns = columns;
    }

    @Override
    public void add(Value[] row) {
        rows.add(run.keep(Distinctness.part(row, columns)));
    }

    @Override
    public Value result() {
        H2Rows result = OverRows.open(run, query, rows, 0);
        try (result) {
            result.next();
            return result.current()[0];
        } catch (SQLException e) {
            throw DbException.convert(e);
        } finally {
            run.closed(result);
        }
    }
}
