package dev.nacre.jdbc;

import dev.nacre.functions.FunctionKind;
import dev.nacre.jdbc.RoutineMetaData.Patterns;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The metadata of H2's database under Nacre's name, with the functions of the catalog. */
final class NacreDatabaseMetaData extends DelegatingDatabaseMetaData {
    private final NacreConnection connection;
    private final DatabaseMetaData h2;
    private final RoutineMetaData routines;

    NacreDatabaseMetaData(NacreConnection connection, DatabaseMetaData h2, RoutineMetaData routines) {
        super(h2);
        this.connection = connection;
        this.h2 = h2;
        this.routines = routines;
    }

    @Override
    public ResultSet getFunctions(
            @Nullable String catalog, @Nullable String schemaPattern, @Nullable String namePattern)
            throws SQLException {
        return routines.with(
                h2.getFunctions(catalog, schemaPattern, namePattern),
                new Patterns(catalog, schemaPattern, namePattern),
                NacreDatabaseMetaData::isFunction,
                RoutineRows::function);
    }

    @Override
    public ResultSet getFunctionColumns(
            @Nullable String catalog,
            @Nullable String schemaPattern,
            @Nullable String namePattern,
            @Nullable String columnNamePattern)
            throws SQLException {
        Predicate<String> columns = routines.like(columnNamePattern);
        return routines.with(
                h2.getFunctionColumns(catalog, schemaPattern, namePattern, columnNamePattern),
                new Patterns(catalog, schemaPattern, namePattern),
                NacreDatabaseMetaData::isFunction,
                routine -> routine.functionColumns(columns));
    }

    private static boolean isFunction(FunctionKind kind) {
        return kind != FunctionKind.PROCEDURE;
    }

    @Override
    public ResultSet getProcedures(
            @Nullable String catalog, @Nullable String schemaPattern, @Nullable String namePattern)
            throws SQLException {
        return routines.with(
                h2.getProcedures(catalog, schemaPattern, namePattern),
                new Patterns(catalog, schemaPattern, namePattern),
                kind -> !isFunction(kind),
                RoutineRows::procedure);
    }

    @Override
    public ResultSet getProcedureColumns(
            @Nullable String catalog,
            @Nullable String schemaPattern,
            @Nullable String namePattern,
            @Nullable String columnNamePattern)
            throws SQLException {
        Predicate<String> columns = routines.like(columnNamePattern);
        return routines.with(
                h2.getProcedureColumns(catalog, schemaPattern, namePattern, columnNamePattern),
                new Patterns(catalog, schemaPattern, namePattern),
                kind -> !isFunction(kind),
                routine -> routine.procedureColumns(columns));
    }

    @Override
    public Connection getConnection() {
        return connection;
    }

    @Override
    public ResultSet getSchemas() throws SQLException {
        return HiddenAliases.without(h2.getSchemas(), "TABLE_SCHEM", connection.h2());
    }

    @Override
    public ResultSet getSchemas(String catalog, String schemaPattern) throws SQLException {
        return HiddenAliases.without(h2.getSchemas(catalog, schemaPattern), "TABLE_SCHEM", connection.h2());
    }

    @Override
    public String getURL() throws SQLException {
        h2.getURL(); // refuses when the connection is closed
        return connection.url();
    }

    @Override
    public String getDriverName() {
        return "Nacre JDBC Driver";
    }

    @Override
    public String getDriverVersion() {
        return NacreDriver.version();
    }

    @Override
    public int getDriverMajorVersion() {
        return NacreDriver.MAJOR_VERSION;
    }

    @Override
    public int getDriverMinorVersion() {
        return NacreDriver.MINOR_VERSION;
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return Wrappers.unwrap(this, h2, type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return Wrappers.isWrapperFor(this, h2, type);
    }
}
