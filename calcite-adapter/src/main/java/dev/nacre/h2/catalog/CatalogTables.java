package dev.nacre.h2.catalog;

import dev.nacre.functions.grants.Grantees;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.h2.api.ErrorCode;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;

/**
 * The tables and views of schema NACRE, format {@value #FORMAT}.
 *
 * <p>Tables begin with CATALOG_ and are Nacre's own; the views beside them are for people and tools. Everybody may read;
 * only administrators write. What may be an empty text may be NULL, as H2's mode Oracle makes it. A later format finds its predecessor by the number in CATALOG_VERSION and alters it.
 */
final class CatalogTables {
    /**
     * The format that this code writes. Format 1 had no options and no components with a name, though columns for both: a
     * version of Nacre that knows no other would run functions without the bounds that their options set. Format 2 had scalar
     * functions alone, called row by row. Format 3 had no rights: everybody might call every function.
     */
    static final int FORMAT = 4;

    /** The oldest format that this code reads; {@link #convert} makes the latest of it. */
    static final int OLDEST_FORMAT = 1;

    /** The oldest format that has a row for everybody who may call a function. */
    static final int FORMAT_WITH_RIGHTS = 4;

    private static final String FUNCTIONS = """
             VIEW%s NACRE.FUNCTIONS AS
                SELECT FUNCTION_SCHEMA, FUNCTION_NAME, PARAMETER_TYPES, RETURNS, KIND, EXPORT, COMPONENT_NAME, SHA256,
                    IS_DETERMINISTIC, NULL_HANDLING, NULL_ON_ERROR, COMMENT, OWNER, CREATED, FUNCTION_ID, OPTIONS
                FROM NACRE.CATALOG_FUNCTION
            """;

    private static final List<String> DEFINITIONS = List.of(
            "CREATE SCHEMA IF NOT EXISTS NACRE",
            """
            CREATE TABLE IF NOT EXISTS NACRE.CATALOG_VERSION(
                ID INTEGER PRIMARY KEY CHECK (ID = 1),
                FORMAT INTEGER NOT NULL,
                VERSION BIGINT NOT NULL)
            """,
            """
            CREATE TABLE IF NOT EXISTS NACRE.CATALOG_CODE(
                SHA256 CHARACTER(64) PRIMARY KEY,
                BYTES BINARY LARGE OBJECT NOT NULL)
            """,
            """
            CREATE TABLE IF NOT EXISTS NACRE.CATALOG_COMPONENT(
                COMPONENT_NAME CHARACTER VARYING(256) PRIMARY KEY,
                SHA256 CHARACTER(64) NOT NULL REFERENCES NACRE.CATALOG_CODE,
                OPTIONS CHARACTER VARYING,
                COMMENT CHARACTER VARYING,
                OWNER CHARACTER VARYING(256),
                VERSION BIGINT NOT NULL,
                CREATED TIMESTAMP WITH TIME ZONE NOT NULL)
            """,
            """
            CREATE TABLE IF NOT EXISTS NACRE.CATALOG_FUNCTION(
                FUNCTION_ID BIGINT PRIMARY KEY,
                FUNCTION_SCHEMA CHARACTER VARYING(256) NOT NULL,
                FUNCTION_NAME CHARACTER VARYING(256) NOT NULL,
                PARAMETER_TYPES CHARACTER VARYING,
                KIND CHARACTER VARYING(16) NOT NULL,
                RETURNS CHARACTER VARYING NOT NULL,
                SHA256 CHARACTER(64) NOT NULL REFERENCES NACRE.CATALOG_CODE,
                COMPONENT_NAME CHARACTER VARYING(256) REFERENCES NACRE.CATALOG_COMPONENT,
                EXPORT CHARACTER VARYING NOT NULL,
                IS_DETERMINISTIC BOOLEAN NOT NULL,
                NULL_HANDLING CHARACTER VARYING(16) NOT NULL,
                NULL_ON_ERROR BOOLEAN NOT NULL,
                OPTIONS CHARACTER VARYING,
                COMMENT CHARACTER VARYING,
                OWNER CHARACTER VARYING(256),
                CREATED TIMESTAMP WITH TIME ZONE NOT NULL,
                UNIQUE (FUNCTION_SCHEMA, FUNCTION_NAME, PARAMETER_TYPES))
            """,
            """
            CREATE TABLE IF NOT EXISTS NACRE.CATALOG_PARAMETER(
                FUNCTION_ID BIGINT NOT NULL REFERENCES NACRE.CATALOG_FUNCTION ON DELETE CASCADE,
                POSITION INTEGER NOT NULL,
                PARAMETER_NAME CHARACTER VARYING(256) NOT NULL,
                TYPE CHARACTER VARYING NOT NULL,
                PRIMARY KEY (FUNCTION_ID, POSITION))
            """,
            """
            CREATE TABLE IF NOT EXISTS NACRE.CATALOG_GRANT(
                GRANT_ID BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                COMPONENT_NAME CHARACTER VARYING(256) REFERENCES NACRE.CATALOG_COMPONENT ON DELETE CASCADE,
                FUNCTION_ID BIGINT REFERENCES NACRE.CATALOG_FUNCTION ON DELETE CASCADE,
                CAPABILITY CHARACTER VARYING NOT NULL,
                GRANTEE CHARACTER VARYING(256),
                GRANTOR CHARACTER VARYING(256),
                CREATED TIMESTAMP WITH TIME ZONE NOT NULL,
                CHECK ((COMPONENT_NAME IS NULL) <> (FUNCTION_ID IS NULL)))
            """,
            """
            CREATE VIEW IF NOT EXISTS NACRE.COMPONENTS AS
                SELECT C.COMPONENT_NAME, C.SHA256, OCTET_LENGTH(B.BYTES) AS BYTE_LENGTH, C.OPTIONS, C.COMMENT, C.OWNER,
                    C.CREATED
                FROM NACRE.CATALOG_COMPONENT C JOIN NACRE.CATALOG_CODE B ON B.SHA256 = C.SHA256
            """,
            "CREATE" + FUNCTIONS.formatted(" IF NOT EXISTS"),
            """
            CREATE VIEW IF NOT EXISTS NACRE.FUNCTION_PARAMETERS AS
                SELECT F.FUNCTION_SCHEMA, F.FUNCTION_NAME, P.POSITION, P.PARAMETER_NAME, P.TYPE, F.FUNCTION_ID
                FROM NACRE.CATALOG_FUNCTION F JOIN NACRE.CATALOG_PARAMETER P ON P.FUNCTION_ID = F.FUNCTION_ID
            """,
            """
            CREATE VIEW IF NOT EXISTS NACRE.GRANTS AS
                SELECT G.COMPONENT_NAME, F.FUNCTION_SCHEMA, F.FUNCTION_NAME, F.PARAMETER_TYPES, G.CAPABILITY, G.GRANTEE,
                    G.GRANTOR, G.CREATED
                FROM NACRE.CATALOG_GRANT G LEFT JOIN NACRE.CATALOG_FUNCTION F ON F.FUNCTION_ID = G.FUNCTION_ID
            """,
            "GRANT SELECT ON SCHEMA NACRE TO PUBLIC");

    /** Rows that somebody wrote when nobody read them. */
    private static final String MEANINGLESS = """
            DELETE FROM NACRE.CATALOG_GRANT WHERE EXISTS (SELECT TRUE FROM NACRE.CATALOG_VERSION WHERE FORMAT < ?)
            """;

    /** As it was before there were rights. */
    private static final String EVERYBODY = """
            INSERT INTO NACRE.CATALOG_GRANT(FUNCTION_ID, CAPABILITY, GRANTEE, GRANTOR, CREATED)
                SELECT FUNCTION_ID, ?, ?, OWNER, CURRENT_TIMESTAMP FROM NACRE.CATALOG_FUNCTION
                WHERE EXISTS (SELECT TRUE FROM NACRE.CATALOG_VERSION WHERE FORMAT < ?)
            """;

    private CatalogTables() {}

    /** Makes what is missing. The row that makes the catalog valid comes last, because H2 commits at each definition. */
    static void create(Connection connection) throws SQLException {
        if (connection.unwrap(JdbcConnection.class).getSession() instanceof SessionLocal session
                && !session.getAllowLiterals()) {
            session.setAllowLiterals(true); // the lengths of columns; a server refuses them where it allows no literals
            try {
                define(connection);
            } finally {
                session.setAllowLiterals(false);
            }
        } else {
            define(connection);
        }
    }

    private static void define(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                PreparedStatement version = made(statement, connection)) {
            version.setInt(1, 1);
            version.setInt(2, FORMAT);
            version.setLong(3, 0);
            version.executeUpdate();
        } catch (SQLException failure) {
            if (failure.getErrorCode() != ErrorCode.DUPLICATE_KEY_1) { // another process was faster
                throw failure;
            }
        }
    }

    private static PreparedStatement made(Statement statement, Connection connection) throws SQLException {
        for (String definition : DEFINITIONS) {
            make(statement, definition);
        }
        return connection.prepareStatement("INSERT INTO NACRE.CATALOG_VERSION(ID, FORMAT, VERSION) VALUES (?, ?, ?)");
    }

    /**
     * Makes a catalog of an older format one of the latest, in steps that may be done again. The row that says so comes last,
     * because H2 commits at each definition.
     */
    static void convert(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                PreparedStatement meaningless = connection.prepareStatement(MEANINGLESS);
                PreparedStatement everybody = connection.prepareStatement(EVERYBODY);
                PreparedStatement format =
                        connection.prepareStatement("UPDATE NACRE.CATALOG_VERSION SET FORMAT = ? WHERE FORMAT < ?")) {
            make(statement, "CREATE OR REPLACE" + FUNCTIONS.formatted(""));
            meaningless.setInt(1, FORMAT_WITH_RIGHTS);
            meaningless.executeUpdate();
            everybody.setString(1, GrantRows.EXECUTE);
            everybody.setString(2, Grantees.PUBLIC);
            everybody.setInt(3, FORMAT_WITH_RIGHTS);
            everybody.executeUpdate();
            format.setInt(1, FORMAT);
            format.setInt(2, FORMAT);
            format.executeUpdate();
        }
    }

    /**
     * Runs a definition. H2 looks for an object and makes it in two steps; when another process comes between them, the
     * definition fails, and finds the object when it runs again.
     */
    private static void make(Statement statement, String definition) throws SQLException {
        try {
            statement.execute(definition);
        } catch (SQLException overtaken) {
            statement.execute(definition);
        }
    }
}
