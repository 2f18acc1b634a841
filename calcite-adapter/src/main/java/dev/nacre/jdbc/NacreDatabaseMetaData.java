package dev.nacre.jdbc;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;

/** The metadata of H2's database under Nacre's name. */
final class NacreDatabaseMetaData extends DelegatingDatabaseMetaData {
    private final NacreConnection connection;
    private final DatabaseMetaData h2;

    NacreDatabaseMetaData(NacreConnection connection, DatabaseMetaData h2) {
        super(h2);
        this.connection = connection;
        this.h2 = h2;
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
    public ResultSet getProcedures(String catalog, String schemaPattern, String namePattern) throws SQLException {
        return HiddenAliases.without(
                h2.getProcedures(catalog, schemaPattern, namePattern), "PROCEDURE_SCHEM", connection.h2());
    }

    @Override
    public ResultSet getProcedureColumns(String catalog, String schemaPattern, String namePattern, String columnPattern)
            throws SQLException {
        return HiddenAliases.without(
                h2.getProcedureColumns(catalog, schemaPattern, namePattern, columnPattern),
                "PROCEDURE_SCHEM",
                connection.h2());
    }

    @Override
    public String getURL() {
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
        return type.isInstance(this) ? type.cast(this) : h2.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return type.isInstance(this) || h2.isWrapperFor(type);
    }
}
