package dev.nacre.jdbc;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Ref;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.RowId;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.sql.Types;
import java.util.BitSet;
import java.util.Map;
import java.util.Set;
import org.h2.api.ErrorCode;
import org.h2.message.DbException;
import org.jspecify.annotations.Nullable;

/**
 * A callable statement that Nacre runs. As in H2, it is a prepared statement whose first row has the out parameters: a
 * getter is the result set's of the same name, a setter with a name the prepared statement's with the number of that
 * column. So one rule for each takes the place of a hundred methods.
 */
final class PlannedCall extends PlannedPreparedStatement {
    private static final Set<Class<?>> UNSUPPORTED = Set.of(java.net.URL.class, Ref.class, RowId.class);

    private final BitSet outParameters = new BitSet();
    private final CallableStatement face;
    private final int results;
    private int mostOutParameters = -1;

    private PlannedCall(
            NacreConnection connection,
            String sql,
            Route prepared,
            Statement h2,
            InnerStatement.Preparing preparing,
            int results) {
        super(connection, sql, prepared, h2, preparing);
        this.results = results;
        this.face = (CallableStatement) Proxy.newProxyInstance(
                PlannedCall.class.getClassLoader(), new Class<?>[] {CallableStatement.class}, new Handler());
    }

    static CallableStatement of(
            NacreConnection connection, String sql, Route prepared, Statement h2, InnerStatement.Preparing preparing) {
        return new PlannedCall(connection, sql, prepared, h2, preparing, 0).face;
    }

    /**
     * Makes the statement of {@code ? = CALL ...}: its first parameter is the result, and the arguments are counted behind it.
     *
     * @param call what stands behind the sign
     */
    static CallableStatement withResult(
            NacreConnection connection, String call, Route prepared, Statement h2, InnerStatement.Preparing preparing) {
        return new PlannedCall(connection, call, prepared, h2, preparing, 1).face;
    }

    private final class Handler implements InvocationHandler {
        @Override
        public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
                throws Throwable {
            Object[] given = arguments == null ? new Object[0] : arguments;
            if (method.getName().equals("equals")) {
                return proxy == given[0];
            }
            try {
                return method.getDeclaringClass() == CallableStatement.class
                        ? call(method, given)
                        : method.invoke(PlannedCall.this, withoutResults(method, given));
            } catch (InvocationTargetException failure) {
                throw failure.getCause();
            }
        }
    }

    /** Setters count the results, the statement's own parameters do not. */
    private Object[] withoutResults(Method setter, Object[] arguments) {
        boolean counts = results > 0
                && setter.getName().startsWith("set")
                && setter.getParameterCount() > 1
                && setter.getParameterTypes()[0] == int.class;
        if (!counts) {
            return arguments;
        }
        Object[] moved = arguments.clone();
        moved[0] = (Integer) arguments[0] - results;
        return moved;
    }

    @Override
    Statement face() {
        return face;
    }

    private @Nullable Object call(Method method, Object[] arguments) throws SQLException, ReflectiveOperationException {
        String name = method.getName();
        if (isUnsupported(method)) {
            throw DbException.toSQLException(DbException.getUnsupportedException(unsupported(method)));
        }
        if (name.equals("wasNull")) {
            return row().wasNull();
        }
        if (method.isDefault() && name.equals("registerOutParameter")) { // H2 leaves these to JDBC
            throw new SQLFeatureNotSupportedException(name + " not implemented");
        }
        if (name.equals("registerOutParameter")) {
            register(index(arguments[0]));
            return null;
        }
        return name.startsWith("get") ? get(method, arguments) : set(method, arguments);
    }

    private static boolean isUnsupported(Method method) {
        Class<?>[] parameters = method.getParameterTypes();
        return UNSUPPORTED.contains(method.getReturnType())
                || (parameters.length > 1 && (UNSUPPORTED.contains(parameters[1]) || parameters[1] == Map.class));
    }

    private static String unsupported(Method method) {
        String type = method.getName().substring(3);
        return switch (type) {
            case "URL" -> "url";
            case "Ref" -> "ref";
            case "RowId" -> "rowId";
            default -> "map";
        };
    }

    private @Nullable Object get(Method method, Object[] arguments) throws SQLException, ReflectiveOperationException {
        int index = index(arguments[0]);
        boolean isConverting = arguments.length == 2 && method.getParameterTypes()[1] == Class.class;
        if (!isConverting) { // H2 does not look there
            requireRegistered(index);
        }
        return ResultSet.class.getMethod(method.getName(), numbered(method)).invoke(row(), numbered(arguments, index));
    }

    private void requireRegistered(int index) throws SQLException {
        checkBounds(index);
        if (!outParameters.get(index - 1)) {
            throw outOfBounds(index);
        }
    }

    private @Nullable Object set(Method method, Object[] arguments) throws SQLException, ReflectiveOperationException {
        int index = index(arguments[0]);
        return PlannedCall.class.getMethod(method.getName(), numbered(method)).invoke(this, numbered(arguments, index));
    }

    private static Class<?>[] numbered(Method method) {
        Class<?>[] types = method.getParameterTypes();
        types[0] = int.class;
        return types;
    }

    private static Object[] numbered(Object[] arguments, int index) {
        Object[] numbered = arguments.clone();
        numbered[0] = index;
        return numbered;
    }

    /** Returns the number of a parameter that was given by number or name. */
    private int index(@Nullable Object parameter) throws SQLException {
        if (parameter instanceof Integer number) {
            return number;
        }
        requireOpen();
        ResultSetMetaData columns = columnsOfResult();
        for (int index = columns.getColumnCount(); index >= 1; index--) {
            if (columns.getColumnLabel(index).equals(parameter)) {
                return index;
            }
        }
        throw DbException.toSQLException(DbException.getInvalidValueException("parameterName", parameter));
    }

    private void register(int index) throws SQLException {
        requireOpen();
        if (mostOutParameters < 0) {
            mostOutParameters = Math.min(
                    results + getParameterMetaData().getParameterCount(),
                    columnsOfResult().getColumnCount());
        }
        checkBounds(index);
        int argument = index - results;
        if (argument > 0 && !isSet(argument)) {
            setNull(argument, Types.NULL);
        }
        outParameters.set(index - 1);
    }

    private ResultSetMetaData columnsOfResult() throws SQLException {
        ResultSetMetaData columns = getMetaData();
        if (columns == null) {
            throw DbException.toSQLException(
                    DbException.getUnsupportedException("Supported only for calling stored procedures"));
        }
        return columns;
    }

    private void checkBounds(int index) throws SQLException {
        requireOpen();
        if (index < 1 || index > mostOutParameters) {
            throw outOfBounds(index);
        }
    }

    private static SQLException outOfBounds(int index) {
        return DbException.toSQLException(DbException.getInvalidValueException("parameterIndex", index));
    }

    private ResultSet row() throws SQLException {
        requireOpen();
        ResultSet result = getResultSet();
        if (result == null) {
            throw DbException.getJdbcSQLException(ErrorCode.NO_DATA_AVAILABLE);
        }
        if (result.isBeforeFirst()) {
            result.next();
        }
        return result;
    }

    @Override
    public int executeUpdate() throws SQLException {
        if (getMetaData() == null) {
            return super.executeUpdate();
        }
        executeQuery();
        return 0;
    }

    @Override
    public long executeLargeUpdate() throws SQLException {
        return getMetaData() == null ? super.executeLargeUpdate() : executeUpdate();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return type != null && type.isInstance(face) ? type.cast(face) : super.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return (type != null && type.isInstance(face)) || super.isWrapperFor(type);
    }
}
