package dev.nacre.calcite.run;

import dev.nacre.functions.QueryScope;
import dev.nacre.h2.H2Computation;
import dev.nacre.h2.H2Reading;
import dev.nacre.h2.H2Rows;
import dev.nacre.h2.H2Session;
import dev.nacre.h2.H2Values;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.linq4j.Enumerable;
import org.apache.calcite.linq4j.EnumerableDefaults;
import org.h2.engine.CastDataProvider;
import org.h2.value.CompareMode;
import org.h2.value.Value;

/** One execution of a plan: what it reads and calls, and what it has to close. One thread; {@link #cancel} from any. */
public final class Run implements AutoCloseable {
    private final H2Session session;
    private final QueryScope scope;
    private final List<Value> parameters;
    private final CompareMode compareMode;
    private final List<H2Computation> computations = new ArrayList<>();
    private final H2Reading constants;
    private final H2Reading scans;

    /**
     * Makes a run.
     *
     * @param parameters the client's, in order
     */
    public Run(H2Session session, QueryScope scope, List<Value> parameters) {
        this.session = session;
        this.scope = scope;
        this.parameters = parameters;
        this.compareMode = session.compareMode();
        this.constants = session.reading();
        this.scans = session.reading();
    }

    QueryScope scope() {
        return scope;
    }

    List<Value> parameters() {
        return parameters;
    }

    CastDataProvider provider() {
        return session.provider();
    }

    CompareMode compareMode() {
        return compareMode;
    }

    boolean nullsFirst(boolean descending) {
        return session.nullsFirst(descending);
    }

    /**
     * Counts a row that is kept until the end.
     *
     * @throws dev.nacre.functions.FunctionException when the statement has no memory for it
     */
    Value[] keep(Value[] row) {
        scope.keep(H2Values.bytes(row));
        return row;
    }

    /** Returns the same rows, each of which is kept until the end by whoever reads them. */
    Enumerable<Value[]> kept(Enumerable<Value[]> rows) {
        return EnumerableDefaults.select(rows, this::keep);
    }

    int compare(Value a, Value b) {
        return a.compareTo(b, session.provider(), compareMode);
    }

    /** Returns the rows of a statement that runs before the scans. */
    H2Rows constants(String sql, List<Value> values) {
        return constants.query(sql, values, 0);
    }

    /** Adds a scan; all scans start together. */
    H2Rows scan(String sql, List<Value> values, long maximumRows) {
        return scans.query(sql, values, maximumRows);
    }

    /** Lets H2 run the scans, so that all rows are as of now. */
    void start() throws SQLException {
        if (!computations.isEmpty()) {
            scans.expectComputations();
        }
        scans.start();
    }

    H2Computation computation(String sql) {
        H2Computation computation = session.computation(sql);
        computations.add(computation);
        return computation;
    }

    /** Makes H2 stop. */
    public void cancel() {
        constants.cancel();
        scans.cancel();
    }

    @Override
    public void close() {
        constants.close();
        scans.close();
        computations.forEach(H2Computation::close);
        computations.clear();
    }
}
