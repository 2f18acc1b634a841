package dev.nacre.jdbc.compare;

import java.sql.Array;
import java.sql.Blob;
import java.sql.CallableStatement;
import java.sql.Clob;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.Driver;
import java.sql.NClob;
import java.sql.ParameterMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLXML;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.ConnectionPoolDataSource;
import javax.sql.DataSource;
import javax.sql.PooledConnection;

/** The states in which each interface's methods are called. */
final class States {
    private static final Map<Class<?>, List<State>> ALL = all();

    private static final Set<Class<?>> WITHOUT_STATEMENTS = Set.of(
            DatabaseMetaData.class,
            Driver.class,
            DataSource.class,
            ConnectionPoolDataSource.class,
            PooledConnection.class);

    private States() {}

    static Iterable<Class<?>> interfaces() {
        return ALL.keySet();
    }

    static List<State> of(Class<?> type) {
        return ALL.get(type);
    }

    /** Returns whether it makes a difference who runs statements. */
    static boolean runsStatements(Class<?> type) {
        return !WITHOUT_STATEMENTS.contains(type);
    }

    private static Map<Class<?>, List<State>> all() {
        Map<Class<?>, List<State>> all = new LinkedHashMap<>();
        all.put(Driver.class, PoolStates.drivers());
        all.put(DataSource.class, PoolStates.sources());
        all.put(ConnectionPoolDataSource.class, PoolStates.sources());
        all.put(PooledConnection.class, PoolStates.pooled());
        all.put(Connection.class, ConnectionStates.connections());
        all.put(Statement.class, StatementStates.all());
        all.put(PreparedStatement.class, PreparedStates.statements());
        all.put(CallableStatement.class, PreparedStates.calls());
        all.put(ResultSet.class, ResultStates.all());
        all.put(ResultSetMetaData.class, ResultStates.columns());
        all.put(ParameterMetaData.class, PreparedStates.parameters());
        all.put(DatabaseMetaData.class, ConnectionStates.database());
        all.put(Savepoint.class, ConnectionStates.savepoints());
        all.put(Array.class, ValueStates.arrays());
        all.put(Blob.class, ValueStates.blobs());
        all.put(Clob.class, ValueStates.clobs());
        all.put(NClob.class, ValueStates.nclobs());
        all.put(SQLXML.class, ValueStates.xml());
        return all;
    }
}
