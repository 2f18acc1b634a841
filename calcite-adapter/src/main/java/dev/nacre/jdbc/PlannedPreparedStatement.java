package dev.nacre.jdbc;

import dev.nacre.ddl.OwnStatements;
import dev.nacre.h2.H2Column;
import java.sql.ParameterMetaData;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.h2.api.ErrorCode;
import org.h2.jdbc.JdbcResultSet;
import org.h2.message.DbException;
import org.h2.value.TypeInfo;
import org.jspecify.annotations.Nullable;

/** A prepared statement that Nacre runs; planned again when functions or tables have changed since. */
final class PlannedPreparedStatement extends ParameterSetters {
    private final String sql;
    private final Route prepared;

    PlannedPreparedStatement(NacreConnection connection, String sql, Route prepared, Statement h2) {
        super(connection, h2, parameterCount(prepared));
        this.sql = sql;
        this.prepared = prepared;
    }

    private static int parameterCount(Route route) {
        if (route instanceof Route.Own own) {
            return own.parameterCount();
        }
        if (route instanceof Route.Expanded expanded) {
            return expanded.parameterCount();
        }
        return route instanceof Route.Planned planned ? planned.query().parameterCount() : 0;
    }

    private Route current() throws SQLException {
        requireOpen();
        Route route = nacre().router().route(sql);
        if (!H2Run.isFor(route)) {
            return route;
        }
        throw nacre().router().notPlanned(sql);
    }

    @Override
    public ResultSet executeQuery() throws SQLException {
        endOwn();
        return query(current(), parameters());
    }

    @Override
    public int executeUpdate() throws SQLException {
        endOwn();
        return update(current(), parameters());
    }

    @Override
    public long executeLargeUpdate() throws SQLException {
        return executeUpdate();
    }

    @Override
    public boolean execute() throws SQLException {
        endOwn();
        return run(current(), parameters());
    }

    @Override
    public void addBatch() throws SQLException {
        throw BatchRules.refusal();
    }

    @Override
    public @Nullable ResultSetMetaData getMetaData() throws SQLException {
        requireOpen();
        if (prepared instanceof Route.Expanded expanded) {
            return nacre().h2().prepareStatement(expanded.text()).getMetaData();
        }
        List<H2Column> columns = columns();
        if (columns.isEmpty()) {
            return null;
        }
        ListResult empty = new ListResult(columns, List.of());
        return new JdbcResultSet(nacre().h2(), h2(), null, empty, 0, false, false, false).getMetaData();
    }

    private List<H2Column> columns() {
        if (prepared instanceof Route.Planned planned) {
            return planned.query().columns();
        }
        if (prepared instanceof Route.Own own) {
            return OwnStatements.columns(own.statement());
        }
        if (prepared instanceof Route.ExplainedByH2 explained) {
            return List.of(explained.column());
        }
        return prepared instanceof Route.Explained explained ? List.of(explained.column()) : List.of();
    }

    @Override
    public ParameterMetaData getParameterMetaData() throws SQLException {
        requireOpen();
        if (prepared instanceof Route.Expanded expanded) {
            return nacre().h2().prepareStatement(expanded.text()).getParameterMetaData();
        }
        List<TypeInfo> types = prepared instanceof Route.Planned planned
                ? planned.query().parameterTypes()
                : java.util.Collections.nCopies(parameterCount(prepared), TypeInfo.TYPE_VARBINARY);
        return new PlannedParameterMetaData(types);
    }

    @Override
    public boolean execute(String text) throws SQLException {
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
    public long executeLargeUpdate(String text) throws SQLException {
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
