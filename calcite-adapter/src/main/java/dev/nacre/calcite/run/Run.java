package dev.nacre.calcite.run;

import dev.nacre.functions.QueryScope;
import dev.nacre.h2.H2Computation;
import dev.nacre.h2.H2Reading;
import dev.nacre.h2.H2Rows;
import dev.nacre.h2.H2Session;
import dev.nacre.h2.H2Values;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.calcite.linq4j.Enumerable;
import org.apache.calcite.linq4j.EnumerableDefaults;
import org.apache.calcite.linq4j.Enumerator;
import org.h2.engine.CastDataProvider;
import org.h2.value.CompareMode;
import org.h2.value.Value;
import org.h2.value.ValueNull;

/** One execution of a plan: what it reads and calls, and what it has to close. One thread; {@link #cancel} from any. */
public final class Run implements AutoCloseable {
    private final H2Session session;
    private final QueryScope scope;
    private final List<Value> parameters;
    private final CompareMode compareMode;
    private final List<H2Computation> computations = new ArrayList<>();
    private final H2Reading constants;
    private final H2Reading scans;
    private final Set<Enumerator<Value[]>> guests = new LinkedHashSet<>();
    /** Guarded by itself. */
    private final Set<H2Rows> late = new HashSet<>();

    private boolean cancelled;

    /**
     * Makes a run.
     *
     * @param parameters the client's, in order
     */
    public Run(H2Session session, QueryScope scope, List<Value> parameters) {
        this.session = session;
        this.scope = scope;
        this.parameters = new ArrayList<>(parameters);
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

    /** Sets a parameter after those of the client: a column of a row, for what is read for it. */
    void parameter(int ordinal, Value value) {
        while (parameters.size() <= ordinal) {
            parameters.add(ValueNull.INSTANCE);
        }
        parameters.set(ordinal, value);
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

    /** Says that H2 will run statements between the rows of the scans. */
    void expectStatements() {
        scans.expectStatements();
    }

    /** Returns the rows of a statement that runs between the rows of the scans, closed with this run at the latest. */
    H2Rows late(String sql, List<Value> values, long maximumRows) {
        H2Rows rows = session.rows(sql, values, maximumRows);
        synchronized (late) {
            late.add(rows);
            if (cancelled) {
                rows.cancel();
            }
        }
        return rows;
    }

    /** Forgets rows that are closed. */
    void closed(H2Rows rows) {
        synchronized (late) {
            late.remove(rows);
        }
    }

    /** Remembers rows of a guest, which are closed with this run at the latest. */
    void opened(Enumerator<Value[]> rows) {
        guests.add(rows);
    }

    /** Forgets rows that are closed. */
    void closed(Enumerator<Value[]> rows) {
        guests.remove(rows);
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
        synchronized (late) {
            cancelled = true;
            late.forEach(H2Rows::cancel);
        }
    }

    @Override
    public void close() {
        try {
            closeGuests();
        } finally {
            closeStatements();
        }
    }

    /** What one guest's destructor does keeps no other from being closed. */
    private void closeGuests() {
        List<Enumerator<Value[]>> open = List.copyOf(guests);
        guests.clear();
        RuntimeException failure = null;
        for (Enumerator<Value[]> rows : open) {
            try {
                rows.close();
            } catch (RuntimeException e) {
                failure = failure == null ? e : failure;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    private void closeStatements() {
        List<H2Rows> open;
        synchronized (late) {
            open = List.copyOf(late);
            late.clear();
        }
        open.forEach(H2Rows::close);
        constants.close();
        scans.close();
        computations.forEach(H2Computation::close);
        computations.clear();
    }
}
