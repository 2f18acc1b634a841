package dev.nacre.jdbc;

import dev.nacre.ddl.OwnStatements;
import dev.nacre.h2.H2Column;
import java.sql.ParameterMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.h2.api.ErrorCode;
import org.h2.jdbc.JdbcResultSet;
import org.h2.message.DbException;
import org.h2.value.TypeInfo;
import org.h2.value.Value;
import org.jspecify.annotations.Nullable;

/** A prepared statement that Nacre runs; planned again when functions or tables have changed since. */
class PlannedPreparedStatement extends ParameterSetters {
    private final String sql;
    private final Route prepared;
    private final InnerStatement.Preparing preparing;
    private @Nullable List<List<Value>> batch;

    /** Describes a text that H2 gets anew at each run; metadata lives as long as it. */
    private @Nullable PreparedStatement described;

    /**
     * @param sql without escapes of JDBC
     * @param h2 the statement of H2's that has the limits and the kind of result
     * @param preparing prepares what H2 runs for it
     */
    PlannedPreparedStatement(
            NacreConnection connection, String sql, Route prepared, Statement h2, InnerStatement.Preparing preparing) {
        super(connection, h2, Refusals.parameterCount(prepared));
        this.sql = sql;
        this.prepared = prepared;
        this.preparing = preparing;
    }

    private Route current() throws SQLException {
        Route route = nacre().router().route(sql);
        boolean hasAliasNow = prepared instanceof Route.Written && route instanceof Route.InH2;
        if (hasAliasNow || route.textForH2(sql).isEmpty()) {
            return route;
        }
        throw nacre().router().notPlanned(sql);
    }

    /** What is done with the statement and its values. */
    private interface Run<T> {
        T run(Route route, List<Value> parameters, InnerStatement.Preparing preparing) throws SQLException;
    }

    private <T> T run(Run<T> run) throws SQLException {
        begin();
        Route route = current();
        return run.run(route, parameters(sql), preparing);
    }

    @Override
    public ResultSet executeQuery() throws SQLException {
        return run(this::query);
    }

    @Override
    public int executeUpdate() throws SQLException {
        return small(run(this::update));
    }

    @Override
    public long executeLargeUpdate() throws SQLException {
        return run(this::update);
    }

    @Override
    public boolean execute() throws SQLException {
        return run(this::runOwn);
    }

    @Override
    public void addBatch() throws SQLException {
        requireOpen();
        List<Value> values = parameters(null);
        if (batch == null) {
            batch = new ArrayList<>();
        }
        batch.add(values);
    }

    @Override
    public void clearBatch() throws SQLException {
        super.clearBatch();
        batch = null;
    }

    @Override
    public int[] executeBatch() throws SQLException {
        return executeAll().counts();
    }

    @Override
    public long[] executeLargeBatch() throws SQLException {
        return executeAll().largeCounts();
    }

    private BatchResults executeAll() throws SQLException {
        begin();
        List<List<Value>> elements = batch == null ? List.of() : batch;
        batch = null;
        boolean commitsOnce = prepared instanceof Route.Written && nacre().getAutoCommit(); // as H2 does
        if (!commitsOnce) {
            return executeAll(elements);
        }
        nacre().setAutoCommit(false);
        try {
            return executeAll(elements);
        } finally {
            nacre().setAutoCommit(true);
        }
    }

    private BatchResults executeAll(List<List<Value>> elements) {
        BatchResults results = new BatchResults(elements.size());
        for (int index = 0; index < elements.size(); index++) {
            List<Value> values = elements.get(index);
            setAll(values);
            results.run(index, () -> update(current(), values, preparing));
        }
        return results;
    }

    @Override
    public @Nullable ResultSetMetaData getMetaData() throws SQLException {
        requireOpen();
        if (prepared instanceof Route.Expanded expanded) {
            return described(expanded).getMetaData();
        }
        ResultColumns columns = columns();
        if (columns.columns().isEmpty()) {
            return null;
        }
        ListResult empty = new ListResult(columns, List.of());
        return new JdbcResultSet(nacre().h2(), h2(), null, empty, 0, false, false, false).getMetaData();
    }

    private PreparedStatement described(Route.Expanded expanded) throws SQLException {
        PreparedStatement open = described;
        if (open == null) {
            open = prepared(expanded);
            described = open;
        }
        return open;
    }

    private PreparedStatement prepared(Route.Expanded expanded) throws SQLException {
        try {
            return nacre().h2().prepareStatement(expanded.statement().text());
        } catch (SQLException mistake) {
            if (mistake.getErrorCode() == ErrorCode.LITERALS_ARE_NOT_ALLOWED
                    && expanded.rows().isEmpty()) {
                return prepared(nacre().router().withoutLiterals(expanded));
            }
            throw H2Failures.of(mistake, expanded.statement());
        }
    }

    @Override
    public void close() throws SQLException {
        PreparedStatement open = described;
        described = null;
        if (open != null) {
            open.close();
        }
        super.close();
    }

    private ResultColumns columns() {
        return prepared instanceof Route.Planned planned
                ? ResultColumns.of(planned.query(), this)
                : ResultColumns.of(fixedColumns());
    }

    private List<H2Column> fixedColumns() {
        if (prepared instanceof Route.Own own) {
            return OwnStatements.columns(own.statement());
        }
        if (prepared instanceof Route.ExplainedByH2 explained) {
            return List.of(explained.column());
        }
        if (prepared instanceof Route.ExplainedWriting explained) {
            return List.of(explained.column());
        }
        return prepared instanceof Route.Explained explained ? List.of(explained.column()) : List.of();
    }

    @Override
    public ParameterMetaData getParameterMetaData() throws SQLException {
        requireOpen();
        if (prepared instanceof Route.Expanded expanded) {
            return parametersOf(expanded);
        }
        return new PlannedParameterMetaData(Refusals.parameterCount(prepared), this::parameterType, this);
    }

    private ParameterMetaData parametersOf(Route.Expanded expanded) throws SQLException {
        ParameterMetaData ofH2 = described(expanded).getParameterMetaData();
        if (ofH2.getParameterCount() == expanded.parameterCount()) {
            return ofH2;
        }
        String text = nacre().router().withoutLiterals(expanded).statement().text();
        List<TypeInfo> types = nacre().session().describe(text).parameterTypes();
        return new PlannedParameterMetaData(expanded.parameterCount(), index -> types.get(index - 1), this);
    }

    /** As in H2: the type of the value while there is one. */
    @Override
    TypeInfo parameterType(int index) {
        Value value = value(index);
        if (value != null) {
            return value.getType();
        }
        if (prepared instanceof Route.Written written) {
            return written.parameterTypes().get(index - 1);
        }
        return prepared instanceof Route.Planned planned
                ? planned.query().parameterTypes().get(index - 1)
                : TypeInfo.TYPE_VARBINARY;
    }

    @Override
    public boolean execute(String text) throws SQLException {
        throw onlyPrepared();
    }

    @Override
    public boolean execute(String text, int generatedKeys) throws SQLException {
        throw onlyPrepared();
    }

    @Override
    public boolean execute(String text, int[] columns) throws SQLException {
        throw onlyPrepared();
    }

    @Override
    public boolean execute(String text, String[] columns) throws SQLException {
        throw onlyPrepared();
    }

    @Override
    public ResultSet executeQuery(String text) throws SQLException {
        throw onlyPrepared();
    }

    @Override
    public int executeUpdate(String text) throws SQLException {
        throw onlyPrepared();
    }

    @Override
    public int executeUpdate(String text, int generatedKeys) throws SQLException {
        throw onlyPrepared();
    }

    @Override
    public int executeUpdate(String text, int[] columns) throws SQLException {
        throw onlyPrepared();
    }

    @Override
    public int executeUpdate(String text, String[] columns) throws SQLException {
        throw onlyPrepared();
    }

    @Override
    public long executeLargeUpdate(String text) throws SQLException {
        throw onlyPrepared();
    }

    @Override
    public long executeLargeUpdate(String text, int generatedKeys) throws SQLException {
        throw onlyPrepared();
    }

    @Override
    public long executeLargeUpdate(String text, int[] columns) throws SQLException {
        throw onlyPrepared();
    }

    @Override
    public long executeLargeUpdate(String text, String[] columns) throws SQLException {
        throw onlyPrepared();
    }

    @Override
    public void addBatch(String text) throws SQLException {
        throw onlyPrepared();
    }

    private static SQLException onlyPrepared() {
        return DbException.getJdbcSQLException(ErrorCode.METHOD_NOT_ALLOWED_FOR_PREPARED_STATEMENT);
    }
}
