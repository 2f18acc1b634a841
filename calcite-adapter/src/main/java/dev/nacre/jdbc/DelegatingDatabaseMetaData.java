package dev.nacre.jdbc;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.RowIdLifetime;
import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.NullUnmarked;

/** Passes every method of {@link DatabaseMetaData} on: so that the class above it holds nothing but what is Nacre's own. */
@NullUnmarked // nulls as JDBC has them
@SuppressWarnings("deprecation") // H2 implements them, so they are passed on
abstract class DelegatingDatabaseMetaData implements DatabaseMetaData {
    private final DatabaseMetaData metadata;

    DelegatingDatabaseMetaData(DatabaseMetaData metadata) {
        this.metadata = Objects.requireNonNull(metadata, "metadata is null");
    }

    @Override
    public boolean allProceduresAreCallable() throws SQLException {
        return metadata.allProceduresAreCallable();
    }

    @Override
    public boolean allTablesAreSelectable() throws SQLException {
        return metadata.allTablesAreSelectable();
    }

    @Override
    public boolean autoCommitFailureClosesAllResultSets() throws SQLException {
        return metadata.autoCommitFailureClosesAllResultSets();
    }

    @Override
    public boolean dataDefinitionCausesTransactionCommit() throws SQLException {
        return metadata.dataDefinitionCausesTransactionCommit();
    }

    @Override
    public boolean dataDefinitionIgnoredInTransactions() throws SQLException {
        return metadata.dataDefinitionIgnoredInTransactions();
    }

    @Override
    public boolean deletesAreDetected(int number) throws SQLException {
        return metadata.deletesAreDetected(number);
    }

    @Override
    public boolean doesMaxRowSizeIncludeBlobs() throws SQLException {
        return metadata.doesMaxRowSizeIncludeBlobs();
    }

    @Override
    public boolean generatedKeyAlwaysReturned() throws SQLException {
        return metadata.generatedKeyAlwaysReturned();
    }

    @Override
    public ResultSet getAttributes(String text1, String text2, String text3, String text4) throws SQLException {
        return metadata.getAttributes(text1, text2, text3, text4);
    }

    @Override
    public ResultSet getBestRowIdentifier(String text1, String text2, String text3, int number4, boolean value5)
            throws SQLException {
        return metadata.getBestRowIdentifier(text1, text2, text3, number4, value5);
    }

    @Override
    public String getCatalogSeparator() throws SQLException {
        return metadata.getCatalogSeparator();
    }

    @Override
    public String getCatalogTerm() throws SQLException {
        return metadata.getCatalogTerm();
    }

    @Override
    public ResultSet getCatalogs() throws SQLException {
        return metadata.getCatalogs();
    }

    @Override
    public ResultSet getClientInfoProperties() throws SQLException {
        return metadata.getClientInfoProperties();
    }

    @Override
    public ResultSet getColumnPrivileges(String text1, String text2, String text3, String text4) throws SQLException {
        return metadata.getColumnPrivileges(text1, text2, text3, text4);
    }

    @Override
    public ResultSet getColumns(String text1, String text2, String text3, String text4) throws SQLException {
        return metadata.getColumns(text1, text2, text3, text4);
    }

    @Override
    public Connection getConnection() throws SQLException {
        return metadata.getConnection();
    }

    @Override
    public ResultSet getCrossReference(
            String text1, String text2, String text3, String text4, String text5, String text6) throws SQLException {
        return metadata.getCrossReference(text1, text2, text3, text4, text5, text6);
    }

    @Override
    public int getDatabaseMajorVersion() throws SQLException {
        return metadata.getDatabaseMajorVersion();
    }

    @Override
    public int getDatabaseMinorVersion() throws SQLException {
        return metadata.getDatabaseMinorVersion();
    }

    @Override
    public String getDatabaseProductName() throws SQLException {
        return metadata.getDatabaseProductName();
    }

    @Override
    public String getDatabaseProductVersion() throws SQLException {
        return metadata.getDatabaseProductVersion();
    }

    @Override
    public int getDefaultTransactionIsolation() throws SQLException {
        return metadata.getDefaultTransactionIsolation();
    }

    @Override
    public int getDriverMajorVersion() {
        return metadata.getDriverMajorVersion();
    }

    @Override
    public int getDriverMinorVersion() {
        return metadata.getDriverMinorVersion();
    }

    @Override
    public String getDriverName() throws SQLException {
        return metadata.getDriverName();
    }

    @Override
    public String getDriverVersion() throws SQLException {
        return metadata.getDriverVersion();
    }

    @Override
    public ResultSet getExportedKeys(String text1, String text2, String text3) throws SQLException {
        return metadata.getExportedKeys(text1, text2, text3);
    }

    @Override
    public String getExtraNameCharacters() throws SQLException {
        return metadata.getExtraNameCharacters();
    }

    @Override
    public ResultSet getFunctionColumns(String text1, String text2, String text3, String text4) throws SQLException {
        return metadata.getFunctionColumns(text1, text2, text3, text4);
    }

    @Override
    public ResultSet getFunctions(String text1, String text2, String text3) throws SQLException {
        return metadata.getFunctions(text1, text2, text3);
    }

    @Override
    public String getIdentifierQuoteString() throws SQLException {
        return metadata.getIdentifierQuoteString();
    }

    @Override
    public ResultSet getImportedKeys(String text1, String text2, String text3) throws SQLException {
        return metadata.getImportedKeys(text1, text2, text3);
    }

    @Override
    public ResultSet getIndexInfo(String text1, String text2, String text3, boolean value4, boolean value5)
            throws SQLException {
        return metadata.getIndexInfo(text1, text2, text3, value4, value5);
    }

    @Override
    public int getJDBCMajorVersion() throws SQLException {
        return metadata.getJDBCMajorVersion();
    }

    @Override
    public int getJDBCMinorVersion() throws SQLException {
        return metadata.getJDBCMinorVersion();
    }

    @Override
    public int getMaxBinaryLiteralLength() throws SQLException {
        return metadata.getMaxBinaryLiteralLength();
    }

    @Override
    public int getMaxCatalogNameLength() throws SQLException {
        return metadata.getMaxCatalogNameLength();
    }

    @Override
    public int getMaxCharLiteralLength() throws SQLException {
        return metadata.getMaxCharLiteralLength();
    }

    @Override
    public int getMaxColumnNameLength() throws SQLException {
        return metadata.getMaxColumnNameLength();
    }

    @Override
    public int getMaxColumnsInGroupBy() throws SQLException {
        return metadata.getMaxColumnsInGroupBy();
    }

    @Override
    public int getMaxColumnsInIndex() throws SQLException {
        return metadata.getMaxColumnsInIndex();
    }

    @Override
    public int getMaxColumnsInOrderBy() throws SQLException {
        return metadata.getMaxColumnsInOrderBy();
    }

    @Override
    public int getMaxColumnsInSelect() throws SQLException {
        return metadata.getMaxColumnsInSelect();
    }

    @Override
    public int getMaxColumnsInTable() throws SQLException {
        return metadata.getMaxColumnsInTable();
    }

    @Override
    public int getMaxConnections() throws SQLException {
        return metadata.getMaxConnections();
    }

    @Override
    public int getMaxCursorNameLength() throws SQLException {
        return metadata.getMaxCursorNameLength();
    }

    @Override
    public int getMaxIndexLength() throws SQLException {
        return metadata.getMaxIndexLength();
    }

    @Override
    public long getMaxLogicalLobSize() throws SQLException {
        return metadata.getMaxLogicalLobSize();
    }

    @Override
    public int getMaxProcedureNameLength() throws SQLException {
        return metadata.getMaxProcedureNameLength();
    }

    @Override
    public int getMaxRowSize() throws SQLException {
        return metadata.getMaxRowSize();
    }

    @Override
    public int getMaxSchemaNameLength() throws SQLException {
        return metadata.getMaxSchemaNameLength();
    }

    @Override
    public int getMaxStatementLength() throws SQLException {
        return metadata.getMaxStatementLength();
    }

    @Override
    public int getMaxStatements() throws SQLException {
        return metadata.getMaxStatements();
    }

    @Override
    public int getMaxTableNameLength() throws SQLException {
        return metadata.getMaxTableNameLength();
    }

    @Override
    public int getMaxTablesInSelect() throws SQLException {
        return metadata.getMaxTablesInSelect();
    }

    @Override
    public int getMaxUserNameLength() throws SQLException {
        return metadata.getMaxUserNameLength();
    }

    @Override
    public String getNumericFunctions() throws SQLException {
        return metadata.getNumericFunctions();
    }

    @Override
    public ResultSet getPrimaryKeys(String text1, String text2, String text3) throws SQLException {
        return metadata.getPrimaryKeys(text1, text2, text3);
    }

    @Override
    public ResultSet getProcedureColumns(String text1, String text2, String text3, String text4) throws SQLException {
        return metadata.getProcedureColumns(text1, text2, text3, text4);
    }

    @Override
    public String getProcedureTerm() throws SQLException {
        return metadata.getProcedureTerm();
    }

    @Override
    public ResultSet getProcedures(String text1, String text2, String text3) throws SQLException {
        return metadata.getProcedures(text1, text2, text3);
    }

    @Override
    public ResultSet getPseudoColumns(String text1, String text2, String text3, String text4) throws SQLException {
        return metadata.getPseudoColumns(text1, text2, text3, text4);
    }

    @Override
    public int getResultSetHoldability() throws SQLException {
        return metadata.getResultSetHoldability();
    }

    @Override
    public RowIdLifetime getRowIdLifetime() throws SQLException {
        return metadata.getRowIdLifetime();
    }

    @Override
    public String getSQLKeywords() throws SQLException {
        return metadata.getSQLKeywords();
    }

    @Override
    public int getSQLStateType() throws SQLException {
        return metadata.getSQLStateType();
    }

    @Override
    public String getSchemaTerm() throws SQLException {
        return metadata.getSchemaTerm();
    }

    @Override
    public ResultSet getSchemas() throws SQLException {
        return metadata.getSchemas();
    }

    @Override
    public ResultSet getSchemas(String text1, String text2) throws SQLException {
        return metadata.getSchemas(text1, text2);
    }

    @Override
    public String getSearchStringEscape() throws SQLException {
        return metadata.getSearchStringEscape();
    }

    @Override
    public String getStringFunctions() throws SQLException {
        return metadata.getStringFunctions();
    }

    @Override
    public ResultSet getSuperTables(String text1, String text2, String text3) throws SQLException {
        return metadata.getSuperTables(text1, text2, text3);
    }

    @Override
    public ResultSet getSuperTypes(String text1, String text2, String text3) throws SQLException {
        return metadata.getSuperTypes(text1, text2, text3);
    }

    @Override
    public String getSystemFunctions() throws SQLException {
        return metadata.getSystemFunctions();
    }

    @Override
    public ResultSet getTablePrivileges(String text1, String text2, String text3) throws SQLException {
        return metadata.getTablePrivileges(text1, text2, text3);
    }

    @Override
    public ResultSet getTableTypes() throws SQLException {
        return metadata.getTableTypes();
    }

    @Override
    public ResultSet getTables(String text1, String text2, String text3, String[] value4) throws SQLException {
        return metadata.getTables(text1, text2, text3, value4);
    }

    @Override
    public String getTimeDateFunctions() throws SQLException {
        return metadata.getTimeDateFunctions();
    }

    @Override
    public ResultSet getTypeInfo() throws SQLException {
        return metadata.getTypeInfo();
    }

    @Override
    public ResultSet getUDTs(String text1, String text2, String text3, int[] value4) throws SQLException {
        return metadata.getUDTs(text1, text2, text3, value4);
    }

    @Override
    public String getURL() throws SQLException {
        return metadata.getURL();
    }

    @Override
    public String getUserName() throws SQLException {
        return metadata.getUserName();
    }

    @Override
    public ResultSet getVersionColumns(String text1, String text2, String text3) throws SQLException {
        return metadata.getVersionColumns(text1, text2, text3);
    }

    @Override
    public boolean insertsAreDetected(int number) throws SQLException {
        return metadata.insertsAreDetected(number);
    }

    @Override
    public boolean isCatalogAtStart() throws SQLException {
        return metadata.isCatalogAtStart();
    }

    @Override
    public boolean isReadOnly() throws SQLException {
        return metadata.isReadOnly();
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return metadata.isWrapperFor(type);
    }

    @Override
    public boolean locatorsUpdateCopy() throws SQLException {
        return metadata.locatorsUpdateCopy();
    }

    @Override
    public boolean nullPlusNonNullIsNull() throws SQLException {
        return metadata.nullPlusNonNullIsNull();
    }

    @Override
    public boolean nullsAreSortedAtEnd() throws SQLException {
        return metadata.nullsAreSortedAtEnd();
    }

    @Override
    public boolean nullsAreSortedAtStart() throws SQLException {
        return metadata.nullsAreSortedAtStart();
    }

    @Override
    public boolean nullsAreSortedHigh() throws SQLException {
        return metadata.nullsAreSortedHigh();
    }

    @Override
    public boolean nullsAreSortedLow() throws SQLException {
        return metadata.nullsAreSortedLow();
    }

    @Override
    public boolean othersDeletesAreVisible(int number) throws SQLException {
        return metadata.othersDeletesAreVisible(number);
    }

    @Override
    public boolean othersInsertsAreVisible(int number) throws SQLException {
        return metadata.othersInsertsAreVisible(number);
    }

    @Override
    public boolean othersUpdatesAreVisible(int number) throws SQLException {
        return metadata.othersUpdatesAreVisible(number);
    }

    @Override
    public boolean ownDeletesAreVisible(int number) throws SQLException {
        return metadata.ownDeletesAreVisible(number);
    }

    @Override
    public boolean ownInsertsAreVisible(int number) throws SQLException {
        return metadata.ownInsertsAreVisible(number);
    }

    @Override
    public boolean ownUpdatesAreVisible(int number) throws SQLException {
        return metadata.ownUpdatesAreVisible(number);
    }

    @Override
    public boolean storesLowerCaseIdentifiers() throws SQLException {
        return metadata.storesLowerCaseIdentifiers();
    }

    @Override
    public boolean storesLowerCaseQuotedIdentifiers() throws SQLException {
        return metadata.storesLowerCaseQuotedIdentifiers();
    }

    @Override
    public boolean storesMixedCaseIdentifiers() throws SQLException {
        return metadata.storesMixedCaseIdentifiers();
    }

    @Override
    public boolean storesMixedCaseQuotedIdentifiers() throws SQLException {
        return metadata.storesMixedCaseQuotedIdentifiers();
    }

    @Override
    public boolean storesUpperCaseIdentifiers() throws SQLException {
        return metadata.storesUpperCaseIdentifiers();
    }

    @Override
    public boolean storesUpperCaseQuotedIdentifiers() throws SQLException {
        return metadata.storesUpperCaseQuotedIdentifiers();
    }

    @Override
    public boolean supportsANSI92EntryLevelSQL() throws SQLException {
        return metadata.supportsANSI92EntryLevelSQL();
    }

    @Override
    public boolean supportsANSI92FullSQL() throws SQLException {
        return metadata.supportsANSI92FullSQL();
    }

    @Override
    public boolean supportsANSI92IntermediateSQL() throws SQLException {
        return metadata.supportsANSI92IntermediateSQL();
    }

    @Override
    public boolean supportsAlterTableWithAddColumn() throws SQLException {
        return metadata.supportsAlterTableWithAddColumn();
    }

    @Override
    public boolean supportsAlterTableWithDropColumn() throws SQLException {
        return metadata.supportsAlterTableWithDropColumn();
    }

    @Override
    public boolean supportsBatchUpdates() throws SQLException {
        return metadata.supportsBatchUpdates();
    }

    @Override
    public boolean supportsCatalogsInDataManipulation() throws SQLException {
        return metadata.supportsCatalogsInDataManipulation();
    }

    @Override
    public boolean supportsCatalogsInIndexDefinitions() throws SQLException {
        return metadata.supportsCatalogsInIndexDefinitions();
    }

    @Override
    public boolean supportsCatalogsInPrivilegeDefinitions() throws SQLException {
        return metadata.supportsCatalogsInPrivilegeDefinitions();
    }

    @Override
    public boolean supportsCatalogsInProcedureCalls() throws SQLException {
        return metadata.supportsCatalogsInProcedureCalls();
    }

    @Override
    public boolean supportsCatalogsInTableDefinitions() throws SQLException {
        return metadata.supportsCatalogsInTableDefinitions();
    }

    @Override
    public boolean supportsColumnAliasing() throws SQLException {
        return metadata.supportsColumnAliasing();
    }

    @Override
    public boolean supportsConvert() throws SQLException {
        return metadata.supportsConvert();
    }

    @Override
    public boolean supportsConvert(int number1, int number2) throws SQLException {
        return metadata.supportsConvert(number1, number2);
    }

    @Override
    public boolean supportsCoreSQLGrammar() throws SQLException {
        return metadata.supportsCoreSQLGrammar();
    }

    @Override
    public boolean supportsCorrelatedSubqueries() throws SQLException {
        return metadata.supportsCorrelatedSubqueries();
    }

    @Override
    public boolean supportsDataDefinitionAndDataManipulationTransactions() throws SQLException {
        return metadata.supportsDataDefinitionAndDataManipulationTransactions();
    }

    @Override
    public boolean supportsDataManipulationTransactionsOnly() throws SQLException {
        return metadata.supportsDataManipulationTransactionsOnly();
    }

    @Override
    public boolean supportsDifferentTableCorrelationNames() throws SQLException {
        return metadata.supportsDifferentTableCorrelationNames();
    }

    @Override
    public boolean supportsExpressionsInOrderBy() throws SQLException {
        return metadata.supportsExpressionsInOrderBy();
    }

    @Override
    public boolean supportsExtendedSQLGrammar() throws SQLException {
        return metadata.supportsExtendedSQLGrammar();
    }

    @Override
    public boolean supportsFullOuterJoins() throws SQLException {
        return metadata.supportsFullOuterJoins();
    }

    @Override
    public boolean supportsGetGeneratedKeys() throws SQLException {
        return metadata.supportsGetGeneratedKeys();
    }

    @Override
    public boolean supportsGroupByBeyondSelect() throws SQLException {
        return metadata.supportsGroupByBeyondSelect();
    }

    @Override
    public boolean supportsGroupByUnrelated() throws SQLException {
        return metadata.supportsGroupByUnrelated();
    }

    @Override
    public boolean supportsGroupBy() throws SQLException {
        return metadata.supportsGroupBy();
    }

    @Override
    public boolean supportsIntegrityEnhancementFacility() throws SQLException {
        return metadata.supportsIntegrityEnhancementFacility();
    }

    @Override
    public boolean supportsLikeEscapeClause() throws SQLException {
        return metadata.supportsLikeEscapeClause();
    }

    @Override
    public boolean supportsLimitedOuterJoins() throws SQLException {
        return metadata.supportsLimitedOuterJoins();
    }

    @Override
    public boolean supportsMinimumSQLGrammar() throws SQLException {
        return metadata.supportsMinimumSQLGrammar();
    }

    @Override
    public boolean supportsMixedCaseIdentifiers() throws SQLException {
        return metadata.supportsMixedCaseIdentifiers();
    }

    @Override
    public boolean supportsMixedCaseQuotedIdentifiers() throws SQLException {
        return metadata.supportsMixedCaseQuotedIdentifiers();
    }

    @Override
    public boolean supportsMultipleOpenResults() throws SQLException {
        return metadata.supportsMultipleOpenResults();
    }

    @Override
    public boolean supportsMultipleResultSets() throws SQLException {
        return metadata.supportsMultipleResultSets();
    }

    @Override
    public boolean supportsMultipleTransactions() throws SQLException {
        return metadata.supportsMultipleTransactions();
    }

    @Override
    public boolean supportsNamedParameters() throws SQLException {
        return metadata.supportsNamedParameters();
    }

    @Override
    public boolean supportsNonNullableColumns() throws SQLException {
        return metadata.supportsNonNullableColumns();
    }

    @Override
    public boolean supportsOpenCursorsAcrossCommit() throws SQLException {
        return metadata.supportsOpenCursorsAcrossCommit();
    }

    @Override
    public boolean supportsOpenCursorsAcrossRollback() throws SQLException {
        return metadata.supportsOpenCursorsAcrossRollback();
    }

    @Override
    public boolean supportsOpenStatementsAcrossCommit() throws SQLException {
        return metadata.supportsOpenStatementsAcrossCommit();
    }

    @Override
    public boolean supportsOpenStatementsAcrossRollback() throws SQLException {
        return metadata.supportsOpenStatementsAcrossRollback();
    }

    @Override
    public boolean supportsOrderByUnrelated() throws SQLException {
        return metadata.supportsOrderByUnrelated();
    }

    @Override
    public boolean supportsOuterJoins() throws SQLException {
        return metadata.supportsOuterJoins();
    }

    @Override
    public boolean supportsPositionedDelete() throws SQLException {
        return metadata.supportsPositionedDelete();
    }

    @Override
    public boolean supportsPositionedUpdate() throws SQLException {
        return metadata.supportsPositionedUpdate();
    }

    @Override
    public boolean supportsRefCursors() throws SQLException {
        return metadata.supportsRefCursors();
    }

    @Override
    public boolean supportsResultSetConcurrency(int number1, int number2) throws SQLException {
        return metadata.supportsResultSetConcurrency(number1, number2);
    }

    @Override
    public boolean supportsResultSetHoldability(int number) throws SQLException {
        return metadata.supportsResultSetHoldability(number);
    }

    @Override
    public boolean supportsResultSetType(int number) throws SQLException {
        return metadata.supportsResultSetType(number);
    }

    @Override
    public boolean supportsSavepoints() throws SQLException {
        return metadata.supportsSavepoints();
    }

    @Override
    public boolean supportsSchemasInDataManipulation() throws SQLException {
        return metadata.supportsSchemasInDataManipulation();
    }

    @Override
    public boolean supportsSchemasInIndexDefinitions() throws SQLException {
        return metadata.supportsSchemasInIndexDefinitions();
    }

    @Override
    public boolean supportsSchemasInPrivilegeDefinitions() throws SQLException {
        return metadata.supportsSchemasInPrivilegeDefinitions();
    }

    @Override
    public boolean supportsSchemasInProcedureCalls() throws SQLException {
        return metadata.supportsSchemasInProcedureCalls();
    }

    @Override
    public boolean supportsSchemasInTableDefinitions() throws SQLException {
        return metadata.supportsSchemasInTableDefinitions();
    }

    @Override
    public boolean supportsSelectForUpdate() throws SQLException {
        return metadata.supportsSelectForUpdate();
    }

    @Override
    public boolean supportsSharding() throws SQLException {
        return metadata.supportsSharding();
    }

    @Override
    public boolean supportsStatementPooling() throws SQLException {
        return metadata.supportsStatementPooling();
    }

    @Override
    public boolean supportsStoredFunctionsUsingCallSyntax() throws SQLException {
        return metadata.supportsStoredFunctionsUsingCallSyntax();
    }

    @Override
    public boolean supportsStoredProcedures() throws SQLException {
        return metadata.supportsStoredProcedures();
    }

    @Override
    public boolean supportsSubqueriesInComparisons() throws SQLException {
        return metadata.supportsSubqueriesInComparisons();
    }

    @Override
    public boolean supportsSubqueriesInExists() throws SQLException {
        return metadata.supportsSubqueriesInExists();
    }

    @Override
    public boolean supportsSubqueriesInIns() throws SQLException {
        return metadata.supportsSubqueriesInIns();
    }

    @Override
    public boolean supportsSubqueriesInQuantifieds() throws SQLException {
        return metadata.supportsSubqueriesInQuantifieds();
    }

    @Override
    public boolean supportsTableCorrelationNames() throws SQLException {
        return metadata.supportsTableCorrelationNames();
    }

    @Override
    public boolean supportsTransactionIsolationLevel(int number) throws SQLException {
        return metadata.supportsTransactionIsolationLevel(number);
    }

    @Override
    public boolean supportsTransactions() throws SQLException {
        return metadata.supportsTransactions();
    }

    @Override
    public boolean supportsUnionAll() throws SQLException {
        return metadata.supportsUnionAll();
    }

    @Override
    public boolean supportsUnion() throws SQLException {
        return metadata.supportsUnion();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return metadata.unwrap(type);
    }

    @Override
    public boolean updatesAreDetected(int index) throws SQLException {
        return metadata.updatesAreDetected(index);
    }

    @Override
    public boolean usesLocalFilePerTable() throws SQLException {
        return metadata.usesLocalFilePerTable();
    }

    @Override
    public boolean usesLocalFiles() throws SQLException {
        return metadata.usesLocalFiles();
    }
}
