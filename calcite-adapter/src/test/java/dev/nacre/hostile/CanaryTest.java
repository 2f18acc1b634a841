package dev.nacre.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nacre.jdbc.Kinds;
import dev.nacre.jdbc.Masks;
import dev.nacre.testkit.FreshDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every door to a Java class that Calcite or H2 have, tried by those who may not open it: all of Calcite's by everybody, H2's
 * own by users without ADMIN rights. Whatever comes of it, the class is not initialised.
 */
class CanaryTest {
    private static final String CLASS = "dev.nacre.hostile.Canary";

    @RegisterExtension
    final FreshDatabase database = FreshDatabase.inMemory("jdbc:nacre:h2:");

    private Connection administrator;
    private Connection visitor;

    @BeforeEach
    void connect() throws SQLException {
        administrator = database.connect();
        Masks.create(administrator, "MASK");
        Kinds.in(administrator).function("tables", "series");
        Masks.execute(administrator, "CREATE TABLE T(A INT, B VARBINARY)");
        Masks.execute(administrator, "CREATE USER VISITOR PASSWORD 'v'");
        Masks.execute(administrator, "CREATE SCHEMA MINE AUTHORIZATION VISITOR");
        Masks.execute(administrator, "GRANT ALL ON SCHEMA PUBLIC TO VISITOR");
        visitor = database.connect("VISITOR", "v");
    }

    @AfterEach
    void isSilent() {
        assertThat(Canary.Cage.isSilent()).as("the canary has not sung").isTrue();
    }

    /** Of Calcite's statements, and what looks like them. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE FUNCTION F AS '%s'",
                "CREATE FUNCTION F AS '%s' USING JAR 'file:x.jar'",
                "CREATE OR REPLACE FUNCTION F AS '%s.sing' USING JAR 'x.jar', FILE 'y'",
                "CREATE FUNCTION F() RETURNS INT LANGUAGE JAVA AS '%s.sing'",
                "CREATE FUNCTION F() RETURNS INT LANGUAGE JAVA PARAMETER STYLE JAVA EXTERNAL NAME '%s.sing'",
                "CREATE FUNCTION F LANGUAGE WASM AS '%s'",
                "CREATE FUNCTION F LANGUAGE WASM AS 'java:%s'",
                "CREATE FUNCTION F LANGUAGE WASM AS 'class:%s' EXPORT 'sing'",
                "CREATE FUNCTION F LANGUAGE WASM AS 'classpath:dev/nacre/hostile/Canary.class'",
                "CREATE COMPONENT C FROM 'classpath:/dev/nacre/hostile/Canary.class'",
                "CREATE COMPONENT C FROM '%s'",
                "CREATE PROCEDURE P LANGUAGE JAVA AS '%s.sing'",
                "CREATE AGGREGATE FUNCTION G LANGUAGE JAVA AS '%s'",
                "CREATE FOREIGN SCHEMA S TYPE 'custom' OPTIONS (factory '%s')",
                "CREATE FOREIGN SCHEMA S LIBRARY '%s'",
                "CREATE FOREIGN SCHEMA IF NOT EXISTS S LIBRARY '%s' OPTIONS (jdbcDriver '%<s')",
                "CREATE FOREIGN TABLE X(A INT) SERVER S OPTIONS (factory '%s')",
                "CREATE SCHEMA S FACTORY '%s'",
                "CREATE TYPE Y AS '%s'",
                "CREATE MATERIALIZED VIEW V AS SELECT * FROM TABLE(\"%s\"())",
                "SELECT * FROM TABLE(\"%s\"())",
                "SELECT * FROM TABLE(\"%s.sing\"(MASK(X'00')))",
                "SELECT \"%s\".\"sing\"(), MASK(X'00')",
                "SELECT \"dev\".\"nacre\".\"hostile\".\"Canary\".\"sing\"()",
                "SELECT NEW %s()",
                "SELECT MASK(X'00') FROM \"%s\"",
                "SELECT {fn \"%s.sing\"()}",
                "SELECT CAST(MASK(X'00') AS \"%s\")",
                "SELECT MASK(X'00') /*+ LIBRARY('%s') */ FROM T",
                "SELECT * FROM TABLE(SERIES(1, \"%s.sing\"()))",
                "CALL \"%s.sing\"()",
                "EXPLAIN PLAN WITH TYPE FOR SELECT \"%s.sing\"()",
                "ALTER SESSION SET model = '%s'",
                "ALTER SYSTEM SET parserFactory = '%s'",
                "SET NACRE.MODEL = '%s'",
                "SET NACRE.MEMORY = '%s'",
                "CREATE FUNCTION F LANGUAGE WASM FROM KINDS WITH (schemafactory = '%s')",
            })
    void isNotReachedByAnybody(String form) {
        attempt(administrator, String.format(form, CLASS));
        attempt(visitor, String.format(form, CLASS));
    }

    /** Of H2's statements: those with ADMIN rights may. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE ALIAS MINE.F FOR '%s.sing'",
                "CREATE ALIAS MINE.F AS 'int f() throws Exception { Class.forName(\"%s\"); return 1; }'",
                "CREATE FORCE ALIAS MINE.F FOR '%s.sing'",
                "CREATE AGGREGATE MINE.G FOR '%s'",
                "CREATE TRIGGER MINE.R BEFORE INSERT ON T CALL '%s'",
                "CREATE TRIGGER R BEFORE INSERT ON T AS 'org.h2.api.Trigger create() { Class.forName(\"%s\"); return null; }'",
                "CREATE TABLE MINE.X(A INT) ENGINE \"%s\"",
                "CREATE TABLE MINE.X(A INT) ENGINE \"%s\" WITH \"a\"",
                "CREATE LINKED TABLE MINE.L('%s', 'jdbc:none:', '', '', 'T')",
                "CALL LINK_SCHEMA('MINE', '%s', 'jdbc:none:', '', '', 'PUBLIC')",
                "SELECT * FROM LINK_SCHEMA('MINE', '%s', 'jdbc:none:', '', '', 'PUBLIC')",
                "SET JAVA_OBJECT_SERIALIZER '%s'",
                "SET DATABASE_EVENT_LISTENER '%s'",
                "SET AUTHENTICATOR '%s'",
                "ALTER DATABASE SET DEFAULT_TABLE_ENGINE '%s'",
                "RUNSCRIPT FROM 'classpath:%s'",
                "CREATE SCHEMA OTHER WITH \"%s\"",
                "SELECT CSVREAD('classpath:%s')",
                "SELECT FILE_READ('classpath:%s')",
            })
    void isNotReachedByUsersWithoutRights(String form) {
        attempt(visitor, String.format(form, CLASS));
    }

    /** The bytes of an object of the class; who asks the result for an object has them read, by H2's driver. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT CAST(%s AS JAVA_OBJECT)",
                "SELECT CAST(CAST(%s AS JAVA_OBJECT) AS VARBINARY)",
                "SELECT CAST(CAST(%s AS JAVA_OBJECT) AS VARCHAR)",
                "SELECT MASK(CAST(%s AS JAVA_OBJECT))",
                "SELECT MASK(X'00'), CAST(%s AS JAVA_OBJECT) ORDER BY 2",
                "SELECT MASK(X'00') FROM (VALUES CAST(%s AS JAVA_OBJECT), CAST(X'00' AS JAVA_OBJECT)) V(O) ORDER BY O",
                "SELECT COUNT(DISTINCT O), MIN(MASK(X'00')) FROM (VALUES CAST(%s AS JAVA_OBJECT)) V(O)",
                "INSERT INTO T(B) VALUES (MASK(CAST(%s AS JAVA_OBJECT)))",
            })
    void isNotReachedByObjects(String form) throws SQLException {
        String object = "X'aced0005" + "737200186465762e6e616372652e686f7374696c652e43616e617279" + "0000000000000001"
                + "0200007870'";
        attempt(administrator, String.format(form, object));
        attempt(visitor, String.format(form, object));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "model",
                "MODEL",
                "schemaFactory",
                "SCHEMAFACTORY",
                "schema.factory",
                "schemaType",
                "parserFactory",
                "PARSERFACTORY",
                "typeSystem",
                "metaTableFactory",
                "metaColumnFactory",
                "fun",
                "lex",
                "LEX",
                "conformance",
                "spark",
                "driver",
                "DRIVER",
                "jdbcDriver",
                "url",
                "factory",
                "httpclient_factory",
                "DATABASE_EVENT_LISTENER",
                "JAVA_OBJECT_SERIALIZER",
                "AUTHREALM",
                "NACRE_MODEL",
                "nacre.model",
                "calcite.parserFactory",
            })
    void isNotReachedBySettings(String name) {
        for (String value :
                List.of(CLASS, "'" + CLASS + "'", CLASS + "#INSTANCE", "inline:{\"factory\":\"" + CLASS + "\"}")) {
            connect(database.url() + ";" + name + "=" + value.replace(";", "\\;"), new Properties());
            Properties properties = new Properties();
            properties.setProperty(name, value);
            connect(database.url(), properties);
            connect("jdbc:nacre:calcite:model=" + value, new Properties());
        }
    }

    @Test
    void isNotReachedByWhatAConnectionBeginsWith() {
        for (String statement : List.of(
                "CREATE ALIAS F FOR '" + CLASS + ".sing'",
                "CREATE FUNCTION F AS '" + CLASS + "'",
                "SET JAVA_OBJECT_SERIALIZER '" + CLASS + "'")) {
            connect(database.url() + ";INIT=" + statement, new Properties());
        }
    }

    private static void connect(String url, Properties more) {
        Properties properties = new Properties();
        properties.putAll(more);
        properties.setProperty("user", "VISITOR");
        properties.setProperty("password", "v");
        try (Connection connection = DriverManager.getConnection(url, properties)) {
            attempt(connection, "SELECT MASK(X'00')");
        } catch (SQLException refused) {
            assertThat(refused.getSQLState()).as("%s: %s", url, refused).isNotEqualTo("XX000");
        }
    }

    /** Gives rows, or fails. */
    private static void attempt(Connection connection, String sql) {
        try (Statement statement = connection.createStatement()) {
            if (statement.execute(sql)) {
                ResultSet rows = statement.getResultSet();
                while (rows.next()) {
                    rows.getBytes(1);
                }
            }
        } catch (SQLException refused) {
            assertThat(refused.getSQLState()).as("%s: %s", sql, refused).isNotEqualTo("XX000");
        }
        assertThat(Canary.Cage.isSilent()).as(sql).isTrue();
    }
}
